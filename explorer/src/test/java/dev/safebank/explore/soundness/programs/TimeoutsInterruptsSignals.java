package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Timeouts, interrupts and signals that cross before the lock is had again. */
@SuppressWarnings({
  "all",
  "deprecation",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class TimeoutsInterruptsSignals {

  private TimeoutsInterruptsSignals() {}

  @State
  @Expect(
      value = {"done", "signalled 0", "signalled 1", "timeout 0", "timeout 1"},
      mustProve = true,
      because =
          "Condition.await(long, TimeUnit): may time out while the lock is held by the signaller; spurious wakeups may occur")
  public static class TimedAwait {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    int x;

    @Actor
    public void waiter(L_Result r) throws InterruptedException {
      l.lock();
      try {
        if (x == 1) {
          r.r1 = "done";
          return;
        }
        r.r1 = (c.await(1, TimeUnit.MILLISECONDS) ? "signalled " : "timeout ") + x;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void signaller() {
      l.lock();
      try {
        x = 1;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"notified", "interrupted"},
      mustProve = true,
      because = "JLS 17.2.4: notified and interrupted, it may return in either way")
  public static class InterruptThenNotify2 {
    Thread waiter;

    @Actor
    public void waiter(L_Result r) {
      synchronized (this) {
        waiter = Thread.currentThread();
        notifyAll();
        try {
          wait();
          r.r1 = "notified";
        } catch (InterruptedException e) {
          r.r1 = "interrupted";
        }
      }
    }

    @Actor
    public void other() throws InterruptedException {
      synchronized (this) {
        while (waiter == null) {
          wait();
        }
        waiter.interrupt();
        notify();
      }
    }
  }

  @State
  @Expect(
      value = {"true, true", "false, true"},
      mustProve = true,
      because = "Condition.await: interrupted first, the signal is another's")
  public static class InterruptThenSignal {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    final Condition ready = l.newCondition();
    int waiting;
    Thread first;

    @Actor
    public void a(ZZ_Result r) throws InterruptedException {
      l.lock();
      try {
        first = Thread.currentThread();
        waiting++;
        ready.signalAll();
        try {
          c.await();
          r.r1 = true;
        } catch (InterruptedException e) {
          r.r1 = false;
        }
        c.signal();
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void b(ZZ_Result r) throws InterruptedException {
      l.lock();
      try {
        while (waiting < 1) {
          ready.await();
        }
        waiting++;
        ready.signalAll();
        c.await();
        r.r2 = true;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void x() throws InterruptedException {
      l.lock();
      try {
        while (waiting < 2) {
          ready.await();
        }
        first.interrupt();
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"1 0", "1 1", "2"},
      mustProve = true,
      because =
          "Lock.lockInterruptibly: interrupted while it waits, it may get the lock all the same")
  public static class LockInterruptibly {
    final ReentrantLock l = new ReentrantLock();
    int x;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        l.lockInterruptibly();
      } catch (InterruptedException e) {
        r.r1 = "2";
        return;
      }
      r.r1 = "1 " + x;
      l.unlock();
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w == null) {
        return;
      }
      l.lock();
      x = 1;
      w.interrupt();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"1 0", "1 1", "2"},
      mustProve = true,
      because = "Semaphore.acquire: interrupted while it waits, it may get the permit all the same")
  public static class AcquireInterrupted {
    final Semaphore s = new Semaphore(1);
    volatile int x;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        s.acquire();
      } catch (InterruptedException e) {
        r.r1 = "2";
        return;
      }
      r.r1 = "1 " + x;
      s.release();
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w == null) {
        return;
      }
      s.acquireUninterruptibly();
      x = 1;
      w.interrupt();
      s.release();
    }
  }

  @State
  @Expect(
      value = {"1 false", "1 true", "2"},
      mustProve = true,
      because =
          "CountDownLatch.await: interrupted while it waits, it may find the count zero all the same")
  public static class LatchInterrupted {
    final CountDownLatch c = new CountDownLatch(1);
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        c.await();
      } catch (InterruptedException e) {
        r.r1 = "2";
        return;
      }
      r.r1 = "1 " + Thread.interrupted();
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
      c.countDown();
    }
  }

  @State
  @Expect(
      value = {"done", "woken 0", "woken 1"},
      mustProve = true,
      because =
          "Object.wait(long): notified, timed out, or woken for no reason, before or after the other")
  public static class TimedWait {
    int x;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      synchronized (this) {
        if (x == 1) {
          r.r1 = "done";
        } else {
          wait(1);
          r.r1 = "woken " + x;
        }
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        x = 1;
        notify();
      }
    }
  }

  @State
  @Expect(
      value = {"done", "left 0", "left 1", "up 0", "up 1"},
      mustProve = true,
      because =
          "Condition.awaitNanos: the time left, zero or less if it is up; spurious wakeups may occur")
  public static class TimedAwaitNanos {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    int x;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.lock();
      try {
        r.r1 = x == 1 ? "done" : (c.awaitNanos(1_000_000) > 0 ? "left " : "up ") + x;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        x = 1;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1 0", "1 1"},
      mustProve = true,
      because = "Lock.tryLock(long, TimeUnit): false if the time is up")
  public static class TimedTryLock {
    final ReentrantLock l = new ReentrantLock();
    int x;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      if (l.tryLock(1, TimeUnit.MILLISECONDS)) {
        r.r1 = "1 " + x;
        l.unlock();
      } else {
        r.r1 = "0";
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
      value = {"0", "1 0", "1 1", "2"},
      mustProve = true,
      because = "Lock.tryLock(long, TimeUnit): the lock, the time or the interrupt may come first")
  public static class TimedTryLockInterrupted {
    final ReentrantLock l = new ReentrantLock();
    int x;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        if (l.tryLock(1, TimeUnit.MILLISECONDS)) {
          r.r1 = "1 " + x;
          l.unlock();
        } else {
          r.r1 = "0";
        }
      } catch (InterruptedException e) {
        r.r1 = "2";
      }
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w == null) {
        return;
      }
      l.lock();
      x = 1;
      w.interrupt();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"0", "1 0", "1 1", "2"},
      mustProve = true,
      because =
          "Semaphore.tryAcquire(long, TimeUnit): the permit, the time or the interrupt may come first")
  public static class TimedTryAcquireInterrupted {
    final Semaphore s = new Semaphore(1);
    volatile int x;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        if (s.tryAcquire(1, TimeUnit.MILLISECONDS)) {
          r.r1 = "1 " + x;
          s.release();
        } else {
          r.r1 = "0";
        }
      } catch (InterruptedException e) {
        r.r1 = "2";
      }
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w == null) {
        return;
      }
      s.acquireUninterruptibly();
      x = 1;
      w.interrupt();
      s.release();
    }
  }

  @State
  @Expect(
      value = {"true 1", "false 0", "false 1"},
      mustProve = true,
      because = "CountDownLatch.await(long, TimeUnit): false if the time is up")
  public static class TimedLatch {
    final CountDownLatch c = new CountDownLatch(1);
    volatile int x;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      boolean in = c.await(1, TimeUnit.MILLISECONDS);
      r.r1 = in + " " + x;
    }

    @Actor
    public void two() {
      x = 1;
      c.countDown();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.join(long): waits at most that long")
  public static class TimedJoin {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      t.join(1);
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "Thread.join(long): no edge if the time was up")
  public static class TimedJoinIsNoEdge {
    int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      t.join(1);
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "LockSupport.parkNanos: unparked, or the time is up")
  public static class ParkNanos {
    volatile int x;
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      LockSupport.parkNanos(1_000_000);
      r.r1 = x;
    }

    @Actor
    public void two() {
      x = 1;
      LockSupport.unpark(t);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.sleep: InterruptedException if interrupted before or while it sleeps")
  public static class SleepInterrupted {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.sleep: orders nothing, however long")
  public static class SleepIsNoOrder {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread.sleep(1_000);
      r.r1 = x;
    }

    @Actor
    public void two() {
      x = 1;
    }
  }

  @State
  @Expect(
      value = {"true, true", "false, true"},
      mustProve = true,
      because = "JLS 17.2.4: a notification is not lost to a thread that was interrupted")
  public static class InterruptThenNotifyTwo {
    final Object m = new Object();
    volatile int waiting;
    Thread first;

    @Actor
    public void a(ZZ_Result r) {
      synchronized (m) {
        first = Thread.currentThread();
        waiting++;
        try {
          m.wait();
          r.r1 = true;
        } catch (InterruptedException e) {
          r.r1 = false;
        }
        m.notify();
      }
    }

    @Actor
    public void b(ZZ_Result r) throws InterruptedException {
      synchronized (m) {
        waiting++;
        m.wait();
        r.r2 = true;
      }
    }

    @Actor
    public void x() {
      while (waiting != 2) {
        Thread.onSpinWait();
      }
      synchronized (m) {
        first.interrupt();
        m.notify();
      }
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "Object.wait: throws at once if the flag is set when it is called")
  public static class PendingBeforeWait {
    @Actor
    public void one(I_Result r) {
      Thread.currentThread().interrupt();
      synchronized (this) {
        try {
          wait();
          r.r1 = 1;
        } catch (InterruptedException e) {
          r.r1 = 2;
        }
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  @State
  @Expect(
      value = "false",
      mustProve = true,
      because = "Object.wait: the flag is cleared when InterruptedException is thrown")
  public static class ExceptionClearsFlag {
    volatile Thread t;

    @Actor
    public void one(Z_Result r) {
      t = Thread.currentThread();
      synchronized (this) {
        try {
          while (true) {
            wait();
          }
        } catch (InterruptedException e) {
          r.r1 = Thread.currentThread().isInterrupted();
        }
      }
    }

    @Actor
    public void two() {
      while (t == null) {
        Thread.onSpinWait();
      }
      t.interrupt();
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because =
          "Lock.lockInterruptibly: throws at once if the flag is set, though the lock is free")
  public static class PendingBeforeLock {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(I_Result r) {
      Thread.currentThread().interrupt();
      try {
        l.lockInterruptibly();
        r.r1 = 1;
        l.unlock();
      } catch (InterruptedException e) {
        r.r1 = 2;
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
      value = "2, 2",
      mustProve = true,
      because =
          "Semaphore.acquire, CountDownLatch.await: throw at once if the flag is set, though nothing is to be waited for")
  public static class PendingBeforeAcquire {
    final Semaphore s = new Semaphore(1);
    final CountDownLatch c = new CountDownLatch(0);

    @Actor
    public void one(II_Result r) {
      Thread.currentThread().interrupt();
      try {
        s.acquire();
        r.r1 = 1;
      } catch (InterruptedException e) {
        r.r1 = 2;
      }
    }

    @Actor
    public void two(II_Result r) {
      Thread.currentThread().interrupt();
      try {
        c.await();
        r.r2 = 1;
      } catch (InterruptedException e) {
        r.r2 = 2;
      }
    }
  }

  @State
  @Expect(
      value = "true, true",
      mustProve = true,
      because = "Lock.tryLock(): takes no notice of interrupts; Lock.lock keeps the flag")
  public static class UninterruptibleOnes {
    final ReentrantLock l = new ReentrantLock();
    final ReentrantLock m = new ReentrantLock();

    @Actor
    public void one(ZZ_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = l.tryLock() && Thread.interrupted();
    }

    @Actor
    public void two(ZZ_Result r) {
      Thread.currentThread().interrupt();
      m.lock();
      r.r2 = Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = "true",
      mustProve = true,
      because = "Condition.await: the lock is held again when InterruptedException is thrown")
  public static class HeldAfterInterrupt {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    volatile Thread t;

    @Actor
    public void one(Z_Result r) {
      t = Thread.currentThread();
      l.lock();
      try {
        while (true) {
          c.await();
        }
      } catch (InterruptedException e) {
        r.r1 = l.isHeldByCurrentThread();
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      while (t == null) {
        Thread.onSpinWait();
      }
      l.lock();
      t.interrupt();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"STUCK", "false, true", "true, true"},
      mustProve = true,
      because =
          "Condition: the signal goes to the timed waiter, or past it; or one wakes for no reason")
  public static class SignalOrTimeout {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    final Condition ready = l.newCondition();
    int waiting;

    @Actor
    public void a(ZZ_Result r) throws InterruptedException {
      l.lock();
      try {
        waiting++;
        ready.signalAll();
        r.r1 = c.await(1, TimeUnit.MILLISECONDS);
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void b(ZZ_Result r) throws InterruptedException {
      l.lock();
      try {
        waiting++;
        ready.signalAll();
        c.await();
        r.r2 = true;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void x() throws InterruptedException {
      l.lock();
      try {
        while (waiting < 2) {
          ready.await();
        }
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because =
          "Lock.lockInterruptibly: gives up when interrupted, though the lock is never given back")
  public static class InterruptedOutOfLock {
    final ReentrantLock l = new ReentrantLock();
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      try {
        l.lockInterruptibly();
        r.r1 = 1;
        l.unlock();
      } catch (InterruptedException e) {
        r.r1 = 2;
      }
    }

    @Actor
    public void two() {
      l.lock();
      while (t == null) {
        Thread.onSpinWait();
      }
      t.interrupt();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      mustProve = true,
      because = "Semaphore.acquireUninterruptibly: keeps waiting, and keeps the flag")
  public static class AcquireUninterruptibly {
    final Semaphore s = new Semaphore(0);
    volatile Thread t;

    @Actor
    public void one(Z_Result r) {
      t = Thread.currentThread();
      s.acquireUninterruptibly();
      r.r1 = Thread.interrupted();
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
      s.release();
    }
  }

  @State
  @Expect(
      value = {"1 0", "1 1", "2"},
      mustProve = true,
      because =
          "WriteLock.lockInterruptibly: interrupted while it waits, it may get the lock all the same")
  public static class WriteLockInterruptibly {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    int x;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        rw.writeLock().lockInterruptibly();
      } catch (InterruptedException e) {
        r.r1 = "2";
        return;
      }
      r.r1 = "1 " + x;
      rw.writeLock().unlock();
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w == null) {
        return;
      }
      rw.writeLock().lock();
      x = 1;
      w.interrupt();
      rw.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = {"1 0", "1 1", "2"},
      because =
          "StampedLock.writeLockInterruptibly: interrupted while it waits, it may get the lock all the same")
  public static class StampedInterruptibly {
    final StampedLock l = new StampedLock();
    int x;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      long s;
      try {
        s = l.writeLockInterruptibly();
      } catch (InterruptedException e) {
        r.r1 = "2";
        return;
      }
      r.r1 = "1 " + x;
      l.unlockWrite(s);
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w == null) {
        return;
      }
      long s = l.writeLock();
      x = 1;
      w.interrupt();
      l.unlockWrite(s);
    }
  }

  @State
  @Expect(
      value = {"1, false", "1, true"},
      mayAlso = "2, false",
      mustProve = true,
      because = "JLS 17.2.1, 17.2.4: notified first, it returns with the flag still set, or throws")
  public static class NotifyThenInterrupt {
    Thread waiter;
    boolean notified;

    @Actor
    public void one(IZ_Result r) {
      synchronized (this) {
        waiter = Thread.currentThread();
        notifyAll();
        try {
          while (!notified) {
            wait();
          }
          r.r1 = 1;
        } catch (InterruptedException e) {
          r.r1 = 2;
        }
        r.r2 = Thread.interrupted();
      }
    }

    @Actor
    public void two() throws InterruptedException {
      Thread w;
      synchronized (this) {
        while (waiter == null) {
          wait();
        }
        w = waiter;
        notified = true;
        notifyAll();
      }
      w.interrupt();
    }
  }
}
