package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.D_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Locks, conditions, stamps and permits in unusual company. */
@SuppressWarnings({
  "all",
  "deprecation",
  "finally",
  "overrides",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class LockShapes {

  private LockShapes() {}

  @State
  @Expect(
      value = {"257, 257", "1, 2"},
      mayAlso = {"*"},
      because = "StampedLock.readLock: a stamp; which number is not said")
  public static class StampsOfReaders {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(JJ_Result r) {
      r.r1 = l.readLock();
      l.unlockRead(r.r1);
    }

    @Actor
    public void two(JJ_Result r) {
      r.r2 = l.readLock();
      l.unlockRead(r.r2);
    }
  }

  @State
  @Expect(
      value = {"s", "t"},
      because = "StampedLock.writeLock: a stamp; which number is not said")
  public static class StampAsText {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(L_Result r) {
      long s = l.writeLock();
      r.r1 = ("" + s).equals("384") ? "s" : "t";
      l.unlockWrite(s);
    }

    @Actor
    public void two() {
      long s = l.writeLock();
      l.unlockWrite(s);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "StampedLock: nothing is said of the order of stamps")
  public static class StampsCompared {
    final StampedLock l = new StampedLock();
    volatile long first;

    @Actor
    public void one() {
      long s = l.tryOptimisticRead();
      first = s;
    }

    @Actor
    public void two(Z_Result r) {
      long s = l.readLock();
      r.r1 = s < first;
      l.unlockRead(s);
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "a stamp that is kept in a field of the lock's owner")
  public static class StampInField {
    static class Guard {
      final StampedLock l = new StampedLock();
      private long stamp;

      void enter() {
        long s = l.writeLock();
        stamp = s;
      }

      void leave() {
        l.unlockWrite(stamp);
      }
    }

    final Guard g = new Guard();
    int n;

    @Actor
    public void one() {
      g.enter();
      n++;
      g.leave();
    }

    @Actor
    public void two() {
      g.enter();
      n++;
      g.leave();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "a stamp that a method returns")
  public static class StampReturned {
    final StampedLock l = new StampedLock();
    int n;

    private long enter() {
      return l.writeLock();
    }

    private void leave(long stamp) {
      l.unlock(stamp);
    }

    @Actor
    public void one() {
      long s = enter();
      n++;
      leave(s);
    }

    @Actor
    public void two() {
      long s = enter();
      n++;
      leave(s);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      because = "StampedLock.tryWriteLock: zero if the lock is not available")
  public static class StampOrZero {
    final StampedLock l = new StampedLock();

    @Actor
    public void one() {
      long s = l.writeLock();
      l.unlockWrite(s);
    }

    @Actor
    public void two(I_Result r) {
      long s = l.tryWriteLock();
      r.r1 = s != 0 ? 1 : 0;
      if (s != 0) {
        l.unlockWrite(s);
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      because = "StampedLock: the usual optimistic read")
  public static class OptimisticThenRead {
    final StampedLock l = new StampedLock();
    volatile int x;

    @Actor
    public void one() {
      long s = l.writeLock();
      try {
        x = 1;
      } finally {
        l.unlockWrite(s);
      }
    }

    @Actor
    public void two(I_Result r) {
      long s = l.tryOptimisticRead();
      int v = x;
      if (!l.validate(s)) {
        s = l.readLock();
        try {
          v = x;
        } finally {
          l.unlockRead(s);
        }
      }
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mayAlso = {"1"},
      races = Expect.Races.EITHER,
      because = "StampedLock: the conversion of the class Javadoc")
  public static class ConvertOrReacquire {
    final StampedLock l = new StampedLock();
    int x;

    void inc() {
      long stamp = l.readLock();
      try {
        while (true) {
          long ws = l.tryConvertToWriteLock(stamp);
          if (ws != 0L) {
            stamp = ws;
            x++;
            break;
          }
          l.unlockRead(stamp);
          stamp = l.writeLock();
        }
      } finally {
        l.unlock(stamp);
      }
    }

    @Actor
    public void one() {
      inc();
    }

    @Actor
    public void two() {
      inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"STUCK"},
      mayAlso = {"DEADLOCK"},
      because = "StampedLock is not reentrant")
  public static class StampedNotReentrant {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(I_Result r) {
      l.writeLock();
      l.writeLock();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "ReentrantReadWriteLock.ReadLock.newCondition: UnsupportedOperationException")
  public static class NoConditionOfRead {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(I_Result r) {
      try {
        l.readLock().newCondition();
      } catch (UnsupportedOperationException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "StampedLock.asWriteLock().newCondition: UnsupportedOperationException")
  public static class NoConditionOfStamped {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(I_Result r) {
      try {
        l.asWriteLock().newCondition();
      } catch (UnsupportedOperationException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a lock in an Optional, used by lambdas")
  public static class LockInOptional {
    final Optional<Lock> l = Optional.of(new ReentrantLock());
    int n;

    void inc() {
      l.ifPresent(Lock::lock);
      try {
        n++;
      } finally {
        l.ifPresent(Lock::unlock);
      }
    }

    @Actor
    public void one() {
      inc();
    }

    @Actor
    public void two() {
      inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a lock that a record holds")
  public static class LockOfRecord {
    record Cell(Lock lock, int[] v) {
      void inc() {
        lock.lock();
        try {
          v[0]++;
        } finally {
          lock.unlock();
        }
      }
    }

    final Cell c = new Cell(new ReentrantLock(), new int[1]);

    @Actor
    public void one() {
      c.inc();
    }

    @Actor
    public void two() {
      c.inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = c.v()[0];
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "a lock for each key, made by computeIfAbsent")
  public static class LockPerKey {
    final ConcurrentHashMap<String, Lock> locks = new ConcurrentHashMap<>();
    int n;

    void inc() {
      Lock l = locks.computeIfAbsent("a", k -> new ReentrantLock());
      l.lock();
      try {
        n++;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void one() {
      inc();
    }

    @Actor
    public void two() {
      inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "DEADLOCK"},
      because = "locks for keys, taken in both orders")
  public static class LocksOfTwoKeys {
    final Map<Integer, Lock> locks = Map.of(1, new ReentrantLock(), 2, new ReentrantLock());
    int n;

    void both(int a, int b) {
      locks.get(a).lock();
      locks.get(b).lock();
      n++;
      locks.get(b).unlock();
      locks.get(a).unlock();
    }

    @Actor
    public void one() {
      both(1, 2);
    }

    @Actor
    public void two() {
      both(2, 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Condition.signal without its own lock: IllegalMonitorStateException")
  public static class ConditionOfOther {
    final ReentrantLock a = new ReentrantLock(), b = new ReentrantLock();
    final Condition c = a.newCondition();

    @Actor
    public void one(I_Result r) {
      b.lock();
      try {
        c.signal();
      } catch (IllegalMonitorStateException e) {
        r.r1 = 1;
      } finally {
        b.unlock();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mayAlso = {"STUCK"},
      because = "a bounded buffer with two conditions (Condition's own example)")
  public static class TwoConditions {
    final Lock l = new ReentrantLock();
    final Condition notFull = l.newCondition(), notEmpty = l.newCondition();
    final int[] items = new int[1];
    int count;

    @Actor
    public void put() throws InterruptedException {
      l.lock();
      try {
        while (count == 1) {
          notFull.await();
        }
        items[0] = 1;
        count++;
        notEmpty.signal();
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void take(I_Result r) throws InterruptedException {
      l.lock();
      try {
        while (count == 0) {
          notEmpty.await();
        }
        r.r1 = items[0];
        count--;
        notFull.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Condition.await releases the lock however often it is held")
  public static class AwaitReleasesAllHolds {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      l.lock();
      try {
        while (!set) {
          c.await();
        }
        r.r1 = l.getHoldCount() - 1;
      } finally {
        l.unlock();
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        set = true;
        c.signalAll();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Object.wait releases the monitor however often it is held")
  public static class WaitReleasesAllHolds {
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (this) {
        synchronized (this) {
          while (!set) {
            wait();
          }
          r.r1 = 1;
        }
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        set = true;
        notifyAll();
      }
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "1"},
      because = "Object.wait releases only its own monitor")
  public static class WaitKeepsOtherMonitor {
    final Object a = new Object(), b = new Object();
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (a) {
        synchronized (b) {
          while (!set) {
            b.wait();
          }
          r.r1 = 1;
        }
      }
    }

    @Actor
    public void two() {
      synchronized (a) {
        synchronized (b) {
          set = true;
          b.notifyAll();
        }
      }
    }
  }

  @State
  @Expect(
      value = {"false"},
      mayAlso = {"true"},
      because = "Condition.await(0): the time has elapsed")
  public static class AwaitZero {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      l.lock();
      try {
        r.r1 = c.await(0, TimeUnit.SECONDS);
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"STUCK", "1"},
      because = "Object.wait(0) waits until it is notified, or wakes spuriously")
  public static class WaitZeroWaits {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (this) {
        wait(0);
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "Object.wait: IllegalArgumentException if the time is negative")
  public static class NegativeWait {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (this) {
        try {
          wait(-1);
        } catch (IllegalArgumentException e) {
          r.r1 = 1;
        }
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Semaphore(0): release hands over")
  public static class SemaphoreAsSignal {
    final Semaphore s = new Semaphore(0);
    int x;

    @Actor
    public void one() {
      x = 1;
      s.release();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      s.acquire();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "Semaphore: the number of permits may be negative")
  public static class NegativeSemaphore {
    final Semaphore s = new Semaphore(-1);

    @Actor
    public void one() {
      s.release();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      if (s.availablePermits() < 0) {
        s.release();
      }
      s.acquire();
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 1"},
      races = Expect.Races.SOME,
      because = "CountDownLatch.getCount promises no order")
  public static class LatchCountIsNoEdge {
    final CountDownLatch l = new CountDownLatch(1);
    int x;

    @Actor
    public void one() {
      x = 1;
      l.countDown();
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = l.getCount() == 0 ? 1 : 0;
      r.r2 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      mayAlso = {"DEADLOCK"},
      because = "latches in a circle")
  public static class TwoLatches {
    final CountDownLatch a = new CountDownLatch(1), b = new CountDownLatch(1);
    volatile boolean skip;

    @Actor
    public void one() throws InterruptedException {
      if (!skip) {
        a.await();
      }
      b.countDown();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      skip = true;
      b.await();
      a.countDown();
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mayAlso = {"0"},
      because = "tryLock both or let go")
  public static class TryLockBoth {
    final ReentrantLock a = new ReentrantLock(), b = new ReentrantLock();
    int n;

    void both(ReentrantLock x, ReentrantLock y) {
      if (x.tryLock()) {
        try {
          if (y.tryLock()) {
            try {
              n++;
            } finally {
              y.unlock();
            }
          }
        } finally {
          x.unlock();
        }
      }
    }

    @Actor
    public void one() {
      both(a, b);
    }

    @Actor
    public void two() {
      both(b, a);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "ReentrantLock.tryLock() barges though the lock is fair")
  public static class FairTryLock {
    final ReentrantLock l = new ReentrantLock(true);

    @Actor
    public void one() {
      l.lock();
      l.unlock();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = l.tryLock();
      if (r.r1) {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      because = "ReentrantLock.unlock: IllegalMonitorStateException if another holds it")
  public static class UnlockByOther {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one() {
      l.lock();
      l.unlock();
    }

    @Actor
    public void two(I_Result r) {
      boolean h = l.isLocked();
      try {
        l.unlock();
      } catch (IllegalMonitorStateException e) {
        r.r1 = h ? 1 : 0;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "ReentrantLock.unlock: once more than locked")
  public static class UnlockTwice {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(I_Result r) {
      l.lock();
      l.unlock();
      try {
        l.unlock();
      } catch (IllegalMonitorStateException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      l.lock();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 8.4.3.6: a static synchronized method locks the class")
  public static class MonitorOfClassLiteral {
    static class C {
      static int n;

      static synchronized void inc() {
        n++;
      }
    }

    @Actor
    public void one() {
      C.inc();
    }

    @Actor
    public void two() {
      synchronized (C.class) {
        C.n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = C.n;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "each class has a monitor of its own")
  public static class MonitorOfSubclass {
    static class C {
      static int n;

      static synchronized void inc() {
        n++;
      }
    }

    static class D extends C {
      static synchronized void dec() {
        n++;
      }
    }

    @Actor
    public void one() {
      C.inc();
    }

    @Actor
    public void two() {
      D.dec();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = C.n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a constant as a monitor")
  public static class MonitorOfEnumConstant {
    enum E {
      A
    }

    int n;

    @Actor
    public void one() {
      synchronized (E.A) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (E.valueOf("A")) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "JLS 15.18.1: a concatenation makes a new string, a constant one does not")
  public static class MonitorOfConcat {
    int n;
    final String a = String.valueOf((char) 120);

    @Actor
    public void one() {
      synchronized (("k" + a).intern()) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized ("k" + a) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "Integer.valueOf need not give the same object twice")
  public static class MonitorOfLargeInteger {
    int n;

    @Actor
    public void one() {
      Integer k = 1000;
      synchronized (k) {
        n++;
      }
    }

    @Actor
    public void two() {
      Integer k = 1000;
      synchronized (k) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "the object that a method returns")
  public static class MonitorOfResult {
    private final Object m = new Object();

    Object monitor() {
      return m;
    }

    int n;

    @Actor
    public void one() {
      synchronized (monitor()) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (monitor()) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 8.4.3.6: super's synchronized method locks this")
  public static class InheritedSynchronized {
    static class C {
      int n;

      synchronized void inc() {
        n++;
      }
    }

    static class D extends C {
      @Override
      void inc() {
        super.inc();
      }
    }

    final D d = new D();

    @Actor
    public void one() {
      d.inc();
    }

    @Actor
    public void two() {
      synchronized (d) {
        d.n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = d.n;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "an overriding method is not synchronized by itself")
  public static class OverrideForgetsSynchronized {
    static class C {
      int n;

      synchronized void inc() {
        n++;
      }
    }

    static class D extends C {
      @Override
      void inc() {
        n++;
      }
    }

    final C d = new D();

    @Actor
    public void one() {
      d.inc();
    }

    @Actor
    public void two() {
      d.inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = d.n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "an inner class that locks its outer instance")
  public static class InnerLocksOuter {
    int n;

    class In {
      void inc() {
        synchronized (LockShapes.InnerLocksOuter.this) {
          n++;
        }
      }
    }

    @Actor
    public void one() {
      new In().inc();
    }

    @Actor
    public void two() {
      synchronized (this) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 14.19: the monitor is released however the block ends")
  public static class ThrowReleasesMonitor {
    int n;

    @Actor
    public void one() {
      try {
        synchronized (this) {
          throw new IllegalStateException();
        }
      } catch (IllegalStateException e) {
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        n = 1;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a return from within try leaves through finally")
  public static class ReturnReleasesLock {
    final Lock l = new ReentrantLock();
    int n;

    int next() {
      l.lock();
      try {
        return ++n;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void one() {
      next();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = next();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "AtomicIntegerFieldUpdater: atomic with other calls of updaters")
  public static class FieldUpdaterMixes {
    static final AtomicIntegerFieldUpdater<FieldUpdaterMixes> U =
        AtomicIntegerFieldUpdater.newUpdater(FieldUpdaterMixes.class, "n");
    volatile int n;

    @Actor
    public void one() {
      U.incrementAndGet(this);
    }

    @Actor
    public void two() {
      U.addAndGet(this, 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      because = "VarHandle.getAndAdd is atomic, ++ is not")
  public static class HandleAddsAgainstPlus {
    static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findVarHandle(HandleAddsAgainstPlus.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    volatile int n;

    @Actor
    public void one() {
      N.getAndAdd(this, 1);
    }

    @Actor
    public void two() {
      n++;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"3"},
      mustProve = true,
      because = "VarHandle.getAndBitwiseOr is atomic")
  public static class HandleBitwise {
    static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findVarHandle(HandleBitwise.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    volatile int n;

    @Actor
    public void one() {
      N.getAndBitwiseOr(this, 1);
    }

    @Actor
    public void two() {
      N.getAndBitwiseOr(this, 2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "-1"},
      races = Expect.Races.SOME,
      mayAlso = {"4294967295", "-4294967296"},
      because = "JLS 17.7: a plain long may be read by halves")
  public static class LongHalves {
    long n;

    @Actor
    public void one() {
      n = -1L;
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0.0", "1.5"},
      mustProve = true,
      because = "JLS 17.7: volatile doubles are written at once")
  public static class DoubleVolatile {
    volatile double n;

    @Actor
    public void one() {
      n = 1.5;
    }

    @Actor
    public void two(D_Result r) {
      r.r1 = n;
    }
  }
}
