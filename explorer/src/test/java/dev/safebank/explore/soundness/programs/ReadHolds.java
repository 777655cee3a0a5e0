package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Read locks: who can feel holds, and when a spin sees that they are gone. */
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
public final class ReadHolds {

  private ReadHolds() {}

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "ReentrantReadWriteLock.getReadLockCount: counts the writer's own read hold, too")
  public static class ReadCountOfWriter {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Actor
    public void one() {
      rw.writeLock().lock();
      rw.readLock().lock();
      rw.readLock().unlock();
      rw.writeLock().unlock();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = rw.getReadLockCount();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mustProve = true,
      because = "ReentrantReadWriteLock.getReadLockCount: counts reentrant holds")
  public static class ReadCountTwice {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Actor
    public void one() {
      rw.readLock().lock();
      rw.readLock().lock();
      rw.readLock().unlock();
      rw.readLock().unlock();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = rw.getReadLockCount();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "WriteLock.tryLock: succeeds once the reader has left")
  public static class TryWriteSpin {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    volatile int n;

    @Actor
    public void reader() {
      rw.readLock().lock();
      n = 1;
      rw.readLock().unlock();
    }

    @Actor
    public void writer(I_Result r) {
      while (!rw.writeLock().tryLock()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
      rw.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "StampedLock.tryWriteLock: succeeds once the reader has left")
  public static class TryWriteSpinStamped {
    final StampedLock l = new StampedLock();
    volatile int n;

    @Actor
    public void reader() {
      long s = l.readLock();
      n = 1;
      l.unlockRead(s);
    }

    @Actor
    public void writer(I_Result r) {
      long s;
      while ((s = l.tryWriteLock()) == 0) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
      l.unlockWrite(s);
    }
  }

  @State
  @Expect(value = "1", because = "ReentrantReadWriteLock.getReadLockCount: zero in the end")
  public static class ReadCountSpin {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    volatile int n;

    @Actor
    public void reader() {
      rw.readLock().lock();
      n = 1;
      rw.readLock().unlock();
    }

    @Actor
    public void writer(I_Result r) {
      while (rw.getReadLockCount() > 0) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "ReentrantLock.tryLock: succeeds once the other has let go")
  public static class TryLockSpin {
    final ReentrantLock l = new ReentrantLock();
    int n;

    @Actor
    public void one() {
      l.lock();
      n++;
      l.unlock();
    }

    @Actor
    public void two(I_Result r) {
      while (!l.tryLock()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
      n++;
      l.unlock();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Semaphore.tryAcquire: succeeds once the other has released")
  public static class TryAcquireSpin {
    final Semaphore s = new Semaphore(1);
    volatile int n;

    @Actor
    public void one() {
      s.acquireUninterruptibly();
      n = 1;
      s.release();
    }

    @Actor
    public void two(I_Result r) {
      while (!s.tryAcquire()) {
        Thread.yield();
      }
      r.r1 = 1;
      s.release();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "ReadLock.tryLock: succeeds once the writer has left")
  public static class TryReadSpin {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    int n;

    @Actor
    public void one() {
      rw.writeLock().lock();
      n = 1;
      rw.writeLock().unlock();
    }

    @Actor
    public void two(I_Result r) {
      while (!rw.readLock().tryLock()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
      rw.readLock().unlock();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "WriteLock.tryLock: succeeds once both readers have left")
  public static class TryWriteSpinTwoReaders {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    volatile int n;

    @Actor
    public void one() {
      rw.readLock().lock();
      n = 1;
      rw.readLock().unlock();
    }

    @Actor
    public void two() {
      rw.readLock().lock();
      n = 2;
      rw.readLock().unlock();
    }

    @Actor
    public void three(I_Result r) {
      while (!rw.writeLock().tryLock()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
      rw.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = "1",
      because = "ReentrantLock.tryLock of two locks, with back-off: somebody gets on")
  public static class BackOff {
    final ReentrantLock a = new ReentrantLock();
    final ReentrantLock b = new ReentrantLock();
    final AtomicInteger n = new AtomicInteger();

    void both(ReentrantLock x, ReentrantLock y) {
      for (; ; ) {
        x.lock();
        if (y.tryLock()) {
          n.incrementAndGet();
          y.unlock();
          x.unlock();
          return;
        }
        x.unlock();
        Thread.yield();
      }
    }

    @Actor
    public void one(I_Result r) {
      both(a, b);
      r.r1 = 1;
    }

    @Actor
    public void two() {
      b.lock();
      a.lock();
      n.incrementAndGet();
      a.unlock();
      b.unlock();
    }
  }

  @State
  @Expect(value = "1", because = "CountDownLatch.getCount: zero in the end")
  public static class CountSpin {
    final CountDownLatch c = new CountDownLatch(1);
    volatile int x;

    @Actor
    public void one() {
      x = 1;
      c.countDown();
    }

    @Actor
    public void two(I_Result r) {
      while (c.getCount() > 0) {
        Thread.onSpinWait();
      }
      r.r1 = x;
    }
  }

  @State
  @Expect(value = "1", because = "ReentrantLock.isLocked: false in the end")
  public static class IsLockedSpin {
    final ReentrantLock l = new ReentrantLock();
    volatile int n;

    @Actor
    public void one() {
      l.lock();
      n = 1;
      l.unlock();
    }

    @Actor
    public void two(I_Result r) {
      while (l.isLocked()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"0, false", "0, true", "1, false", "1, true"},
      because = "StampedLock.isReadLocked, getReadLockCount: two readings of one state")
  public static class StampedReaders {
    final StampedLock l = new StampedLock();

    @Actor
    public void one() {
      long s = l.readLock();
      l.unlockRead(s);
    }

    @Actor
    public void two(IZ_Result r) {
      r.r1 = l.getReadLockCount();
      r.r2 = l.isReadLocked();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mustProve = true,
      because = "StampedLock.getReadLockCount: of two readers")
  public static class StampedReadCount {
    final StampedLock l = new StampedLock();

    @Actor
    public void one() {
      long s = l.readLock();
      l.unlockRead(s);
    }

    @Actor
    public void two() {
      long s = l.readLock();
      l.unlockRead(s);
    }

    @Actor
    public void three(I_Result r) {
      r.r1 = l.getReadLockCount();
    }
  }

  @State
  @Expect(
      value = "1, 2",
      mustProve = true,
      because = "ReentrantReadWriteLock: hold counts are the current thread's own")
  public static class HoldCounts {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Actor
    public void one(II_Result r) {
      rw.readLock().lock();
      r.r1 = rw.getReadHoldCount();
      rw.readLock().unlock();
    }

    @Actor
    public void two(II_Result r) {
      rw.readLock().lock();
      rw.readLock().lock();
      r.r2 = rw.getReadHoldCount();
      rw.readLock().unlock();
      rw.readLock().unlock();
    }
  }

  @State
  @Expect(
      value = {"0, false", "0, true"},
      because = "ReentrantLock.getHoldCount is the thread's own; isLocked anybody's")
  public static class LockHolds {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(IZ_Result r) {
      r.r1 = l.getHoldCount();
      r.r2 = l.isLocked();
    }

    @Actor
    public void two() {
      l.lock();
      l.lock();
      l.unlock();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mustProve = true,
      because = "Semaphore.availablePermits, at any moment")
  public static class AvailablePermits {
    final Semaphore s = new Semaphore(2);

    @Actor
    public void one() {
      s.acquireUninterruptibly();
      s.release();
    }

    @Actor
    public void two() {
      s.acquireUninterruptibly();
      s.release();
    }

    @Actor
    public void three(I_Result r) {
      r.r1 = s.availablePermits();
    }
  }

  @State
  @Expect(
      value = {"2, 0", "1, 1", "0, 2"},
      mustProve = true,
      because = "Semaphore.drainPermits takes all that there are, at once")
  public static class DrainPermits {
    final Semaphore s = new Semaphore(2);

    @Actor
    public void one(II_Result r) {
      r.r1 = s.drainPermits();
    }

    @Actor
    public void two(II_Result r) {
      if (s.tryAcquire()) {
        r.r2++;
      }
      if (s.tryAcquire()) {
        r.r2++;
      }
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "ReentrantLock.hasQueuedThreads: whether any waits")
  public static class QueuedThreads {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(Z_Result r) {
      l.lock();
      r.r1 = l.hasQueuedThreads();
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
      value = "2",
      mustProve = true,
      because =
          "StampedLock.asReadWriteLock, asWriteLock: views of one lock, each time they are asked for")
  public static class StampedViews {
    final StampedLock l = new StampedLock();
    int n;

    @Actor
    public void one() {
      l.asReadWriteLock().writeLock().lock();
      n++;
      l.asReadWriteLock().writeLock().unlock();
    }

    @Actor
    public void two() {
      l.asWriteLock().lock();
      n++;
      l.asWriteLock().unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "StampedLock.asWriteLock: a view of the lock itself")
  public static class ViewAndStamp {
    final StampedLock l = new StampedLock();
    final Lock view = l.asWriteLock();
    int n;

    @Actor
    public void one() {
      view.lock();
      n++;
      view.unlock();
    }

    @Actor
    public void two() {
      long s = l.writeLock();
      n++;
      l.unlockWrite(s);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "StampedLock.asReadLock: readers share, a writer excludes")
  public static class ReadViewAndWriteStamp {
    final StampedLock l = new StampedLock();
    int n;

    @Actor
    public void one(I_Result r) {
      Lock read = l.asReadLock();
      read.lock();
      r.r1 = n;
      read.unlock();
    }

    @Actor
    public void two() {
      long s = l.writeLock();
      n = 1;
      l.unlockWrite(s);
    }
  }

  @State
  @Expect(
      value = {"1, 1", "0, 1", "1, 0"},
      mustProve = true,
      because =
          "StampedLock.tryConvertToWriteLock: fails while there is another reader; then write afresh")
  public static class Convert {
    final StampedLock l = new StampedLock();
    int n;

    int inc() {
      long s = l.readLock();
      try {
        if (n != 0) {
          return 0;
        }
        long w = l.tryConvertToWriteLock(s);
        if (w == 0) {
          l.unlockRead(s);
          s = l.writeLock();
        } else {
          s = w;
        }
        n++;
        return 1;
      } finally {
        l.unlock(s);
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = inc();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = inc();
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "ReentrantReadWriteLock.writeLock(): the same lock, each time it is asked for")
  public static class WriteLockTwice {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    int n;

    void inc() {
      rw.writeLock().lock();
      rw.writeLock().lock();
      n++;
      rw.writeLock().unlock();
      rw.writeLock().unlock();
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
      value = {"true", "false"},
      mustProve = true,
      because = "ReentrantReadWriteLock.isWriteLocked, at any moment")
  public static class IsWriteLocked {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Actor
    public void one() {
      rw.writeLock().lock();
      rw.writeLock().unlock();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = rw.isWriteLocked();
    }
  }
}
