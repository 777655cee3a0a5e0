package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Synchronizers at their limits, spins on what they tell, functions and variables in other guises.
 */
@SuppressWarnings({
  "all",
  "deprecation",
  "finally",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class SmallShapes {

  private SmallShapes() {}

  @State
  @Expect(
      value = {"0 1", "1 0"},
      because = "Semaphore.drainPermits against acquire",
      mayAlso = "STUCK")
  public static class DrainAgainstTry {
    final Semaphore s = new Semaphore(1);
    volatile int a, b;

    @Actor
    public void one() {
      a = s.drainPermits();
    }

    @Actor
    public void two() {
      b = s.tryAcquire() ? 1 : 0;
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = a + " " + b;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "acquire(0) needs none, unless there are less than none")
  public static class AcquireZero {
    final Semaphore s = new Semaphore(0);

    @Actor
    public void one(I_Result r) {
      s.acquireUninterruptibly(0);
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "acquire(0) with negative permits waits (OpenJDK: remaining < 0)")
  public static class AcquireZeroNegative {
    final Semaphore s = new Semaphore(-1);

    @Actor
    public void one(I_Result r) {
      s.acquireUninterruptibly(0);
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "release(0)")
  public static class ReleaseZero {
    final Semaphore s = new Semaphore(1);

    @Actor
    public void one() {
      s.release(0);
      s.tryAcquire();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.tryAcquire(1);
    }
  }

  @State
  @Expect(
      value = {"Error 2147483647"},
      because = "Semaphore.release: overflow")
  public static class ReleaseOverflow {
    final Semaphore s = new Semaphore(Integer.MAX_VALUE);

    @Actor
    public void one(L_Result r) {
      try {
        s.release();
        r.r1 = "ok";
      } catch (Error e) {
        r.r1 = "Error " + s.availablePermits();
      }
    }
  }

  @State
  @Expect(
      value = {"IAE"},
      because = "CountDownLatch(-1)")
  public static class NegativeLatch {
    @Actor
    public void one(L_Result r) {
      try {
        new CountDownLatch(-1);
      } catch (IllegalArgumentException e) {
        r.r1 = "IAE";
      }
    }
  }

  @State
  @Expect(
      value = {"IAE"},
      because = "CyclicBarrier(0)")
  public static class ZeroBarrier {
    @Actor
    public void one(L_Result r) {
      try {
        new CyclicBarrier(0);
      } catch (IllegalArgumentException e) {
        r.r1 = "IAE";
      }
    }
  }

  @State
  @Expect(
      value = {"0 true"},
      because = "zero latch")
  public static class ZeroLatch {
    final CountDownLatch l = new CountDownLatch(0);

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.countDown();
      l.await();
      r.r1 = l.getCount() + " " + l.await(0, TimeUnit.SECONDS);
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "upgrade waits for itself")
  public static class Upgrade {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(I_Result r) {
      l.readLock().lock();
      l.writeLock().lock();
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"false"},
      because = "upgrade by tryLock fails")
  public static class UpgradeTry {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(Z_Result r) {
      l.readLock().lock();
      r.r1 = l.writeLock().tryLock();
    }
  }

  @State
  @Expect(
      value = {"true true", "true false", "false true"},
      because = "both read, both try to upgrade")
  public static class UpgradeBoth {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    volatile boolean a, b;

    boolean up() {
      l.readLock().lock();
      l.readLock().unlock();
      boolean x = l.writeLock().tryLock();
      if (x) l.writeLock().unlock();
      return x;
    }

    @Actor
    public void one() {
      a = up();
    }

    @Actor
    public void two() {
      b = up();
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = a + " " + b;
    }
  }

  @State
  @Expect(
      value = {"UOE"},
      because = "no condition of a read lock")
  public static class ReadCondition {
    final ReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(L_Result r) {
      try {
        l.readLock().newCondition();
      } catch (UnsupportedOperationException e) {
        r.r1 = "UOE";
      }
    }
  }

  @State
  @Expect(
      value = {"1 1 2 0"},
      because = "holds")
  public static class Holds {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(L_Result r) {
      l.writeLock().lock();
      l.readLock().lock();
      l.readLock().lock();
      String s = l.getWriteHoldCount() + " " + (l.isWriteLockedByCurrentThread() ? 1 : 0) + " "
          + l.getReadHoldCount();
      l.writeLock().unlock();
      r.r1 = s + " " + l.getWriteHoldCount();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "hasWaiters")
  public static class Waiters {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean done;

    @Actor
    public void one() throws InterruptedException {
      l.lock();
      while (!done) c.await();
      l.unlock();
    }

    @Actor
    public void two(Z_Result r) {
      l.lock();
      r.r1 = l.hasWaiters(c);
      done = true;
      c.signal();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "StampedLock conversions")
  public static class ConvertOptimistic {
    final StampedLock l = new StampedLock();
    volatile int x;

    @Actor
    public void one(Z_Result r) {
      long s = l.tryOptimisticRead();
      long w = l.tryConvertToWriteLock(s);
      r.r1 = w != 0;
      if (w != 0) l.unlockWrite(w);
    }

    @Actor
    public void two() {
      long s = l.writeLock();
      x = 1;
      l.unlockWrite(s);
    }
  }

  @State
  @Expect(
      value = {"true true"},
      because = "StampedLock: a write stamp validates")
  public static class ValidateWrite {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(L_Result r) {
      long s = l.writeLock();
      boolean v = l.validate(s);
      long q = l.tryConvertToReadLock(s);
      boolean b = l.isReadLocked();
      l.unlock(q);
      r.r1 = v + " " + b;
    }
  }

  @State
  @Expect(
      value = {"IMSE"},
      because = "StampedLock: unlock with an optimistic stamp")
  public static class UnlockOptimistic {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(L_Result r) {
      long s = l.tryOptimisticRead();
      try {
        l.unlock(s);
        r.r1 = "ok";
      } catch (IllegalMonitorStateException e) {
        r.r1 = "IMSE";
      }
    }
  }

  @State
  @Expect(
      value = {"IMSE"},
      because = "StampedLock: unlockRead twice")
  public static class UnlockReadTwice {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(L_Result r) {
      long s = l.readLock();
      l.unlockRead(s);
      try {
        l.unlockRead(s);
        r.r1 = "ok";
      } catch (IllegalMonitorStateException e) {
        r.r1 = "IMSE";
      }
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      because = "Condition.signalAll: either gets the lock first",
      mayAlso = {"DEADLOCK|STUCK"})
  public static class SignalAllOrder {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean go;
    String s = "";

    @Actor
    public void one() throws InterruptedException {
      l.lock();
      while (!go) c.await();
      s += "a";
      l.unlock();
    }

    @Actor
    public void two() throws InterruptedException {
      l.lock();
      while (!go) c.await();
      s += "b";
      l.unlock();
    }

    @Actor
    public void three() {
      l.lock();
      go = true;
      c.signalAll();
      l.unlock();
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = s;
    }
  }

  @State
  @Expect(
      value = {"IMSE 1", "IMSE 0"},
      because = "wrong owner: the other holds the lock")
  public static class WrongOwner {
    final ReentrantLock l = new ReentrantLock();
    volatile int x;

    @Actor
    public void one(L_Result r) {
      try {
        l.unlock();
        r.r1 = "ok";
      } catch (IllegalMonitorStateException e) {
        r.r1 = "IMSE " + x;
      }
    }

    @Actor
    public void two() {
      l.lock();
      x = 1;
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"2 true"},
      because = "lock keeps holds through await: timed")
  public static class AwaitRestoresHolds {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.lock();
      l.lock();
      c.await(1, TimeUnit.MILLISECONDS);
      r.r1 = l.getHoldCount() + " " + l.isHeldByCurrentThread();
      l.unlock();
      l.unlock();
    }

    @Actor
    public void two() {
      l.lock();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a permit given before is kept")
  public static class UnparkFirst {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      LockSupport.park();
      r.r1 = 1;
    }

    @Actor
    public void two() {
      Thread w;
      while ((w = t) == null) Thread.onSpinWait();
      LockSupport.unpark(w);
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "1"},
      because = "LockSupport: at most one permit; park may return for no reason")
  public static class PermitNotCounted {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      LockSupport.unpark(Thread.currentThread());
      LockSupport.unpark(Thread.currentThread());
      LockSupport.park();
      LockSupport.park();
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "getBlocker")
  public static class Blocker {
    volatile Thread t;

    @Actor
    public void one() {
      t = Thread.currentThread();
      LockSupport.park(this);
    }

    @Actor
    public void two(Z_Result r) {
      Thread w = t;
      r.r1 = w != null && LockSupport.getBlocker(w) != null;
      if (w == null)
        while ((w = t) == null)
          ;
      LockSupport.unpark(w);
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "wait(0, 1) is timed")
  public static class WaitNanosOnly {
    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      wait(0, 1);
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "1"},
      because = "wait(0) is not timed")
  public static class WaitZero {
    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      wait(0, 0);
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"NPE"},
      because = "synchronized(null)")
  public static class SyncNull {
    Object o;

    @Actor
    public void one(L_Result r) {
      try {
        synchronized (o) {
          r.r1 = "ok";
        }
      } catch (NullPointerException e) {
        r.r1 = "NPE";
      }
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "boxes from -128 to 127 are one object (JLS 5.1.7)")
  public static class SyncBoxed {
    int n;

    @Actor
    public void one() {
      Integer i = 5;
      synchronized (i) {
        n++;
      }
    }

    @Actor
    public void two() {
      Integer j = Integer.valueOf("5");
      synchronized (j) {
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
      because = "string constants are interned (JLS 3.10.5)")
  public static class SyncString {
    int n;

    @Actor
    public void one() {
      synchronized ("ab") {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (("a" + new String("b")).intern()) {
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
      because = "class of array")
  public static class SyncArrayClass {
    int n;

    @Actor
    public void one() {
      synchronized (int[].class) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (new int[0].getClass()) {
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
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "two arrays")
  public static class SyncTwoArrays {
    int n;

    @Actor
    public void one() {
      synchronized (new int[0]) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (new int[0]) {
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
      value = {"DEADLOCK|STUCK"},
      mayAlso = "*",
      because = "two spin on each other")
  public static class SpinOnEachOther {
    volatile boolean a, b;

    @Actor
    public void one(I_Result r) {
      while (!b)
        ;
      a = true;
      r.r1 = 1;
    }

    @Actor
    public void two() {
      while (!a)
        ;
      b = true;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mayAlso = {"DEADLOCK|STUCK"},
      because = "livelock of polite threads may end")
  public static class Polite {
    final ReentrantLock a = new ReentrantLock(), b = new ReentrantLock();
    int n;

    void go(Lock x, Lock y) {
      while (true) {
        x.lock();
        if (y.tryLock()) {
          n++;
          y.unlock();
          x.unlock();
          return;
        }
        x.unlock();
      }
    }

    @Actor
    public void one() {
      go(a, b);
    }

    @Actor
    public void two() {
      go(b, a);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "bounded tryLock")
  public static class BoundedTry {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(Z_Result r) {
      for (int i = 0; i < 3; i++)
        if (l.tryLock()) {
          r.r1 = true;
          l.unlock();
          return;
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
      value = {"1"},
      because = "spins on a counter of the other")
  public static class SpinOnCount {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      while (n < 3)
        ;
      r.r1 = 1;
    }

    @Actor
    public void two() {
      n++;
      n++;
      n++;
    }
  }

  @State
  @Expect(value = "1", because = "spin on getCount")
  public static class SpinCount {
    final CountDownLatch l = new CountDownLatch(2);

    @Actor
    public void one(I_Result r) {
      while (l.getCount() > 0) Thread.onSpinWait();
      r.r1 = 1;
    }

    @Actor
    public void two() {
      l.countDown();
      l.countDown();
    }
  }

  @State
  @Expect(value = "1", because = "spin on availablePermits")
  public static class SpinPermits {
    final Semaphore l = new Semaphore(0);

    @Actor
    public void one(I_Result r) {
      while (l.availablePermits() < 2) Thread.onSpinWait();
      r.r1 = 1;
    }

    @Actor
    public void two() {
      l.release();
      l.release();
    }
  }

  @State
  @Expect(value = "1", because = "spin on isDone")
  public static class SpinDone {
    final CompletableFuture<Integer> l = new CompletableFuture<>();

    @Actor
    public void one(I_Result r) {
      while (!l.isDone()) Thread.onSpinWait();
      r.r1 = l.join();
    }

    @Actor
    public void two() {
      l.complete(1);
    }
  }

  @State
  @Expect(value = "1", because = "spin on isBroken")
  public static class SpinBroken {
    final CyclicBarrier l = new CyclicBarrier(2);

    @Actor
    public void one(I_Result r) {
      while (!l.isBroken()) Thread.onSpinWait();
      r.r1 = 1;
    }

    @Actor
    public void two() {
      try {
        l.await(1, TimeUnit.NANOSECONDS);
      } catch (Exception e) {
      }
    }
  }

  @State
  @Expect(value = "1", because = "spin on getNumberWaiting")
  public static class SpinWaiting {
    final CyclicBarrier l = new CyclicBarrier(2);

    @Actor
    public void one(I_Result r) throws Exception {
      while (l.getNumberWaiting() == 0) Thread.onSpinWait();
      l.await();
      r.r1 = 1;
    }

    @Actor
    public void two() throws Exception {
      l.await();
    }
  }

  @State
  @Expect(value = "1", because = "spin on isInterrupted of another")
  public static class SpinOnOthersFlag {
    volatile Thread t;
    volatile boolean end;

    @Actor
    public void one() {
      t = Thread.currentThread();
      while (!end) Thread.onSpinWait();
    }

    @Actor
    public void two(I_Result r) {
      Thread w;
      while ((w = t) == null)
        ;
      w.interrupt();
      while (!w.isInterrupted())
        ;
      end = true;
      r.r1 = 1;
    }
  }

  @State
  @Expect(value = "2", because = "spins on writeLock().tryLock() by two")
  public static class TwoSpinWrite {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    int n;

    void f() {
      while (!l.writeLock().tryLock()) Thread.onSpinWait();
      n++;
      l.writeLock().unlock();
    }

    @Actor
    public void one() {
      f();
    }

    @Actor
    public void two() {
      f();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "3", because = "spins on tryLock() by three")
  public static class ThreeSpin {
    final ReentrantLock l = new ReentrantLock();
    int n;

    void f() {
      while (!l.tryLock()) Thread.onSpinWait();
      n++;
      l.unlock();
    }

    @Actor
    public void one() {
      f();
    }

    @Actor
    public void two() {
      f();
    }

    @Actor
    public void three() {
      f();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", because = "spins on tryAcquire by two, sleep between")
  public static class SleepSpin {
    final Semaphore l = new Semaphore(1);
    int n;

    void f() throws InterruptedException {
      while (!l.tryAcquire()) Thread.sleep(1);
      n++;
      l.release();
    }

    @Actor
    public void one() throws InterruptedException {
      f();
    }

    @Actor
    public void two() throws InterruptedException {
      f();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "2", because = "spins on timed tryLock")
  public static class TimedSpin {
    final ReentrantLock l = new ReentrantLock();
    int n;

    void f() throws InterruptedException {
      while (!l.tryLock(1, TimeUnit.MILLISECONDS)) {}
      n++;
      l.unlock();
    }

    @Actor
    public void one() throws InterruptedException {
      f();
    }

    @Actor
    public void two() throws InterruptedException {
      f();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "1", because = "reader and writer spin")
  public static class ReaderWriterSpin {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    volatile boolean b;

    @Actor
    public void one(I_Result r) {
      for (; ; ) {
        if (l.readLock().tryLock()) {
          try {
            if (b) break;
          } finally {
            l.readLock().unlock();
          }
        }
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      l.writeLock().lock();
      b = true;
      l.writeLock().unlock();
    }
  }

  @State
  @Expect(value = "1", because = "polls under a read lock")
  public static class PollUnderRead {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    boolean b;

    boolean get() {
      l.readLock().lock();
      try {
        return b;
      } finally {
        l.readLock().unlock();
      }
    }

    @Actor
    public void one(I_Result r) {
      while (!get()) Thread.yield();
      r.r1 = 1;
    }

    @Actor
    public void two() {
      l.writeLock().lock();
      b = true;
      l.writeLock().unlock();
    }
  }

  @State
  @Expect(value = "1, 1", because = "two poll under a read lock")
  public static class TwoPollUnderRead {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    boolean b;

    boolean get() {
      l.readLock().lock();
      try {
        return b;
      } finally {
        l.readLock().unlock();
      }
    }

    @Actor
    public void one(II_Result r) {
      while (!get()) Thread.yield();
      r.r1 = 1;
    }

    @Actor
    public void three(II_Result r) {
      while (!get()) Thread.yield();
      r.r2 = 1;
    }

    @Actor
    public void two() {
      l.writeLock().lock();
      b = true;
      l.writeLock().unlock();
    }
  }

  static String run(Callable<?> c) {
    try {
      return "" + c.call() + " " + Thread.interrupted();
    } catch (InterruptedException e) {
      return "IE " + Thread.interrupted();
    } catch (Exception e) {
      return e.getClass().getSimpleName() + " " + Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = {"null false", "1 false"},
      because = "poll(0)")
  public static class PollZero {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void one(L_Result r) {
      r.r1 = run(() -> q.poll(0, TimeUnit.SECONDS));
    }

    @Actor
    public void two() {
      q.add(1);
    }
  }

  @State
  @Expect(
      value = {"TimeoutException false", "1 false"},
      because = "get(time)")
  public static class GetTimesOut {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(L_Result r) {
      r.r1 = run(() -> f.get(1, TimeUnit.SECONDS));
    }

    @Actor
    public void two() {
      f.complete(1);
    }
  }

  @State
  @Expect(
      value = {"CancellationException false", "1 false"},
      because = "cancel against complete")
  public static class CancelOrComplete {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(L_Result r) {
      f.cancel(true);
      r.r1 = run(() -> f.get());
    }

    @Actor
    public void two() {
      f.complete(1);
    }
  }

  @State
  @Expect(
      value = {"ExecutionException false", "CompletionException false"},
      because = "completeExceptionally",
      mayAlso = {"ExecutionException false"})
  public static class Exceptionally {
    final CompletableFuture<Integer> f = new CompletableFuture<>();
    volatile boolean b;

    @Actor
    public void one(L_Result r) {
      boolean x = b;
      r.r1 = run(() -> x ? f.get() : f.join());
    }

    @Actor
    public void two() {
      f.completeExceptionally(new IllegalStateException());
      b = true;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "suppressed exceptions are kept")
  public static class SuppressedKept {
    volatile boolean f;

    @Actor
    public void one(I_Result r) {
      try (AutoCloseable c = () -> {
        throw new IllegalStateException("close");
      }) {
        if (f) throw new RuntimeException("body");
      } catch (Exception e) {
        r.r1 = e.getSuppressed().length;
      }
    }

    @Actor
    public void two() {
      f = true;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "catch everything around a wait for ever")
  public static class CatchAllWait {
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) {
      for (int i = 0; i < 5; i++) {
        try {
          l.await();
          r.r1 = 1;
        } catch (Throwable t) {
          r.r1 = 2;
        }
      }
      r.r1 = 9;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "catch everything for ever around a wait")
  public static class CatchAllForEver {
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) {
      while (true) {
        try {
          l.await();
          return;
        } catch (Throwable t) {
        }
      }
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "3"},
      because = "monitors nested; finally continues")
  public static class FinallyContinues {
    final Object a = new Object(), b = new Object();
    volatile int n;

    @Actor
    public void one() {
      while (true) {
        try {
          synchronized (a) {
            synchronized (b) {
              n |= 1;
              break;
            }
          }
        } finally {
          if ((n & 1) == 0) continue;
        }
      }
    }

    @Actor
    public void two() {
      while (true) {
        try {
          synchronized (b) {
            synchronized (a) {
              n |= 2;
              break;
            }
          }
        } finally {
          if ((n & 2) == 0) continue;
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  static final class Guard implements AutoCloseable {
    final Lock l;

    Guard(Lock l) {
      this.l = l;
      l.lock();
    }

    public void close() {
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "try-with-resources unlocks",
      mustProve = true)
  public static class GuardCloses {
    final Lock l = new ReentrantLock();
    int x;

    @Actor
    public void one() {
      try (Guard g = new Guard(l)) {
        x++;
      }
    }

    @Actor
    public void two() {
      try (Guard g = new Guard(l)) {
        x++;
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "a serialisable lambda")
  public static class SerializableLambda {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      IntSupplier s = (IntSupplier & Serializable) () -> n;
      r.r1 = s.getAsInt();
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  interface MS extends IntSupplier, Mark {}

  interface Mark {
    default int twice(IntSupplier s) {
      return s.getAsInt() * 2;
    }
  }

  @State
  @Expect(
      value = {"0", "2"},
      because = "lambda with a default method")
  public static class DefaultOnLambda {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      MS s = () -> n;
      r.r1 = s.twice(s);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "varargs method reference")
  public static class VarargsReference {
    volatile int n;

    int sum(int... a) {
      return n + a.length;
    }

    @Actor
    public void one(I_Result r) {
      IntUnaryOperator f = this::sum;
      r.r1 = f.applyAsInt(5) - 1;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "1"},
      because = "wait by reference")
  public static class WaitByReference {
    interface W {
      void w() throws InterruptedException;
    }

    @Actor
    public void one(I_Result r) throws InterruptedException {
      W w = this::wait;
      synchronized (this) {
        w.w();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Thread::sleep, Thread::yield by reference")
  public static class SleepByReference {
    interface W {
      void w(long l) throws InterruptedException;
    }

    @Actor
    public void one(I_Result r) throws InterruptedException {
      W w = Thread::sleep;
      Runnable y = Thread::yield;
      y.run();
      w.w(5);
      r.r1 = 1;
    }

    @Actor
    public void two() {
      Thread.onSpinWait();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Thread by constructor reference")
  public static class ThreadByReference {
    int n;

    @Actor
    public void one() throws InterruptedException {
      Function<Runnable, Thread> f = Thread::new;
      Thread t = f.apply(() -> n++);
      t.start();
      n++;
      t.join();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "lock interface by generic method")
  public static class GenericLock {
    final ReentrantLock l = new ReentrantLock();

    <T extends Lock & Serializable> boolean t(T l) {
      return l.tryLock();
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = t(l);
    }

    @Actor
    public void two() {
      if (l.tryLock()) {}
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "intersection cast")
  public static class IntersectionLock {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = ((Lock & Serializable) (Object) l).tryLock();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = l.tryLock();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayAlso = "*",
      because = "reflection")
  public static class ReflectField {
    volatile int n;

    @Actor
    public void one(I_Result r) throws Exception {
      r.r1 = (int) ReflectField.class.getDeclaredField("n").get(this);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayAlso = "*",
      because = "MethodHandle of a field")
  public static class HandleGetter {
    volatile int n;

    @Actor
    public void one(I_Result r) throws Throwable {
      MethodHandle h = MethodHandles.lookup().findGetter(HandleGetter.class, "n", int.class);
      r.r1 = (int) h.invokeExact(this);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayAlso = "*",
      because = "VarHandle.toMethodHandle")
  public static class VarHandleToMethodHandle {
    static final VarHandle NV;

    static {
      try {
        NV = MethodHandles.lookup().findVarHandle(VarHandleToMethodHandle.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    volatile int n;

    @Actor
    public void one(I_Result r) throws Throwable {
      r.r1 = (int) NV.toMethodHandle(VarHandle.AccessMode.GET_VOLATILE).invoke(this);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mayAlso = "*",
      races = Expect.Races.EITHER,
      because = "MethodHandles.varHandleExactInvoker")
  public static class VarHandleInvoker {
    volatile int n;

    @Actor
    public void one() throws Throwable {
      MethodHandles.varHandleInvoker(
          VarHandle.AccessMode.SET,
          MethodType.methodType(void.class, VarHandleInvoker.class, int.class));
      n++;
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
      value = {"1", "2"},
      because = "volatile ++ is two steps")
  public static class VolatileIncrement {
    volatile int n;

    @Actor
    public void one() {
      n++;
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

  enum E {
    A,
    B
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "switch over a volatile enum")
  public static class SwitchEnumVolatile {
    volatile E e = E.A;

    @Actor
    public void one(I_Result r) {
      switch (e) {
        case A:
          r.r1 = 0;
          break;
        case B:
          r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      e = E.B;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "switch over a volatile string reads it once")
  public static class SwitchStringVolatile {
    volatile String e = "A";

    @Actor
    public void one(I_Result r) {
      r.r1 = switch (e) {
        case "A" -> 0;
        case "B" -> 1;
        default -> 9;
      };
    }

    @Actor
    public void two() {
      e = "B";
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "arrays clone")
  public static class CloneArray {
    final AtomicInteger[] a = {new AtomicInteger()};

    @Actor
    public void one(I_Result r) {
      r.r1 = a.clone()[0].get();
    }

    @Actor
    public void two() {
      a[0].set(1);
    }
  }

  @State
  @Expect(
      value = {"0, true", "1, true", "1, false", "0, false"},
      because = "lazySet may be late")
  public static class LazyAfterRmwCas {
    final AtomicInteger x = new AtomicInteger(), y = new AtomicInteger();

    @Actor
    public void one(IZ_Result r) {
      x.getAndSet(1);
      x.lazySet(2);
      r.r1 = y.get();
    }

    @Actor
    public void two(IZ_Result r) {
      y.set(1);
      r.r2 = x.compareAndSet(2, 3);
    }
  }

  @State
  @Expect(
      value = {"0, 2", "1, 2", "1, 1", "1, 0", "0, 1"},
      because = "lazySet may be late")
  public static class LazyAfterRmwAdd {
    final AtomicInteger x = new AtomicInteger(), y = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      x.getAndSet(1);
      x.lazySet(2);
      r.r1 = y.get();
    }

    @Actor
    public void two(II_Result r) {
      y.set(1);
      r.r2 = x.getAndAdd(10);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayAlso = "*",
      because = "opaque",
      races = Expect.Races.EITHER)
  public static class OpaqueSpin {
    final AtomicInteger a = new AtomicInteger();

    @Actor
    public void one(I_Result r) {
      r.r1 = a.getOpaque();
    }

    @Actor
    public void two() {
      a.setOpaque(1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "plain get of an atomic is a plain read")
  public static class PlainOfAtomic {
    final AtomicInteger a = new AtomicInteger();

    @Actor
    public void one(I_Result r) {
      r.r1 = a.getPlain();
    }

    @Actor
    public void two() {
      a.setPlain(1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "volatile piggy-backing",
      mustProve = true)
  public static class PiggyBack {
    int d;
    volatile int g;

    @Actor
    public void one() {
      d = 1;
      g = 1;
    }

    @Actor
    public void two(I_Result r) {
      if (g == 1) r.r1 = d;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 17.4.5: volatile reference to an array: elements are plain")
  public static class VolatileArrayRef {
    volatile int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "volatile array re-published")
  public static class VolatileArrayAgain {
    volatile int[] a = new int[1];

    @Actor
    public void one() {
      int[] b = new int[1];
      b[0] = 1;
      a = b;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  static class Racy {
    int h;

    int hash() {
      int x = h;
      if (x == 0) {
        x = 42;
        h = x;
      }
      return x;
    }
  }

  @State
  @Expect(
      value = {"42, 42"},
      races = Expect.Races.SOME,
      because = "racy single check")
  public static class RacySingleCheck {
    final Racy q = new Racy();

    @Actor
    public void one(II_Result r) {
      r.r1 = q.hash();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = q.hash();
    }
  }

  static class Box {
    final int a;
    int b;

    Box(int x) {
      a = x;
      b = x;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 1"},
      mayAlso = {"1, 0"},
      races = Expect.Races.SOME,
      because = "JLS 17.5: final fields; b is not")
  public static class UnsafePublication {
    Box x;

    @Actor
    public void one() {
      x = new Box(1);
    }

    @Actor
    public void two(II_Result r) {
      Box y = x;
      if (y != null) {
        r.r1 = y.a;
        r.r2 = y.b;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "benign: same value written twice")
  public static class SameValueTwice {
    int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two() {
      x = 1;
    }

    @Actor
    public void three(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1"},
      races = Expect.Races.SOME,
      because = "JLS 17.4.5: two writes are a race, even of the same value")
  public static class SameValueWrites {
    int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two() {
      x = 1;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "updater on a private volatile")
  public static class UpdaterOnly {
    private volatile long n;
    static final AtomicLongFieldUpdater<UpdaterOnly> U =
        AtomicLongFieldUpdater.newUpdater(UpdaterOnly.class, "n");

    @Actor
    public void one() {
      U.compareAndSet(this, 0, 1);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "accumulateAndGet with a function that steps is retried")
  public static class AccumulateRetries {
    final AtomicInteger a = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();

    @Actor
    public void one() {
      a.accumulateAndGet(1, (x, y) -> {
        calls.incrementAndGet();
        return x + y;
      });
    }

    @Actor
    public void two() {
      a.accumulateAndGet(1, (x, y) -> {
        calls.incrementAndGet();
        return x + y;
      });
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a.get();
    }
  }

  @State
  @Expect(
      value = {"2", "3"},
      because = "updateAndGet calls the function again on contention",
      mayAlso = {"4"})
  public static class UpdateCalls {
    final AtomicInteger a = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();

    @Actor
    public void one() {
      a.updateAndGet(x -> {
        calls.incrementAndGet();
        return x + 1;
      });
    }

    @Actor
    public void two() {
      a.getAndUpdate(x -> {
        calls.incrementAndGet();
        return x + 1;
      });
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls.get();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "final field captured by a lambda",
      mustProve = true)
  public static class CapturedByLambda {
    volatile IntSupplier s = () -> 0;

    @Actor
    public void one() {
      int[] a = {1};
      s = () -> a[0];
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = s.getAsInt();
    }
  }
}
