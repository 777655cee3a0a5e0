package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Queues: a waiting writer keeps readers out, permits go to the head of the queue. */
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
public final class QueueingSynchronizers {

  private QueueingSynchronizers() {}

  private abstract static class Waits {
    final ReentrantReadWriteLock rw;
    final Object m = new Object();
    int x;
    volatile int n;

    Waits(boolean fair) {
      rw = new ReentrantReadWriteLock(fair);
    }

    void readThenMonitor() {
      rw.readLock().lock();
      synchronized (m) {
        n++;
      }
      rw.readLock().unlock();
    }

    void monitorThenRead() {
      synchronized (m) {
        rw.readLock().lock();
        n++;
        rw.readLock().unlock();
      }
    }

    void write() {
      rw.writeLock().lock();
      x = 1;
      rw.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because = "ReentrantReadWriteLock, fair mode: a reader blocks if there is a waiting writer")
  public static class WriterWaits extends Waits {
    public WriterWaits() {
      super(true);
    }

    @Actor
    public void one() {
      readThenMonitor();
    }

    @Actor
    public void two() {
      monitorThenRead();
    }

    @Actor
    public void three() {
      write();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because =
          "ReentrantReadWriteLock, nonfair mode: order unspecified; OpenJDK lets a writer at the head of the queue hold up readers")
  public static class WriterWaitsUnfair extends Waits {
    public WriterWaitsUnfair() {
      super(false);
    }

    @Actor
    public void one() {
      readThenMonitor();
    }

    @Actor
    public void two() {
      monitorThenRead();
    }

    @Actor
    public void three() {
      write();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      mustProve = true,
      because = "Semaphore.acquire(int): waits until it is next to be assigned permits")
  public static class SemaphoreQueue {
    final Semaphore s = new Semaphore(0);

    @Actor
    public void big(I_Result r) {
      s.acquireUninterruptibly(2);
      r.r1 = 1;
    }

    @Actor
    public void small() {
      s.acquireUninterruptibly(1);
      s.release(2);
    }

    @Actor
    public void giver() {
      s.release(1);
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      mustProve = true,
      because = "Semaphore, fair: permits are given in the order of the calls")
  public static class SemaphoreQueueFair {
    final Semaphore s = new Semaphore(0, true);

    @Actor
    public void big(I_Result r) {
      s.acquireUninterruptibly(2);
      r.r1 = 1;
    }

    @Actor
    public void small() {
      s.acquireUninterruptibly(1);
      s.release(2);
    }

    @Actor
    public void giver() {
      s.release(1);
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because =
          "StampedLock: does not consistently prefer readers; OpenJDK's readers queue behind a writer that waits")
  public static class StampedWriterWaits {
    final StampedLock l = new StampedLock();
    final Object m = new Object();
    int x;
    volatile int n;

    @Actor
    public void one() {
      long s = l.readLock();
      synchronized (m) {
        n++;
      }
      l.unlockRead(s);
    }

    @Actor
    public void two() {
      synchronized (m) {
        long s = l.readLock();
        n++;
        l.unlockRead(s);
      }
    }

    @Actor
    public void three() {
      long s = l.writeLock();
      x = 1;
      l.unlockWrite(s);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because =
          "StampedLock: not reentrant; the second read may queue behind the writer, which waits for the first")
  public static class StampedReadTwice {
    final StampedLock l = new StampedLock();
    int x;

    @Actor
    public void one() {
      long s = l.readLock();
      long t = l.readLock();
      l.unlockRead(t);
      l.unlockRead(s);
    }

    @Actor
    public void two() {
      long s = l.writeLock();
      x = 1;
      l.unlockWrite(s);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because =
          "ReentrantReadWriteLock, fair mode: a reentrant read lock does not wait for a writer")
  public static class ReadTwiceFair {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock(true);
    int x;

    @Actor
    public void one() {
      rw.readLock().lock();
      rw.readLock().lock();
      rw.readLock().unlock();
      rw.readLock().unlock();
    }

    @Actor
    public void two() {
      rw.writeLock().lock();
      x = 1;
      rw.writeLock().unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "ReentrantReadWriteLock: reentrant, in either mode")
  public static class ReadTwiceUnfair {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    int x;

    @Actor
    public void one() {
      rw.readLock().lock();
      rw.readLock().lock();
      rw.readLock().unlock();
      rw.readLock().unlock();
    }

    @Actor
    public void two() {
      rw.writeLock().lock();
      x = 1;
      rw.writeLock().unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because =
          "ReentrantReadWriteLock, fair mode: the second reader, whom the first awaits, may be held up by the writer")
  public static class ReadersRendezvous {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock(true);
    final CountDownLatch second = new CountDownLatch(1);
    int x;

    @Actor
    public void one() throws InterruptedException {
      rw.readLock().lock();
      second.await();
      rw.readLock().unlock();
    }

    @Actor
    public void two() {
      rw.readLock().lock();
      second.countDown();
      rw.readLock().unlock();
    }

    @Actor
    public void three() {
      rw.writeLock().lock();
      x = 1;
      rw.writeLock().unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1, 1",
      mustProve = true,
      because = "ReadLock.tryLock(): barges, whether or not a writer waits")
  public static class ReadTryLockBarges {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock(true);
    final CountDownLatch tried = new CountDownLatch(1);
    final CountDownLatch held = new CountDownLatch(1);
    int x;

    @Actor
    public void one() throws InterruptedException {
      rw.readLock().lock();
      held.countDown();
      tried.await();
      rw.readLock().unlock();
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      held.await();
      if (rw.readLock().tryLock()) {
        r.r1 = 1;
        rw.readLock().unlock();
      }
      tried.countDown();
    }

    @Actor
    public void three(II_Result r) throws InterruptedException {
      held.await();
      rw.writeLock().lock();
      r.r2 = 1;
      rw.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 1"},
      mustProve = true,
      because =
          "ReadLock.tryLock(long, TimeUnit), fair: waits behind a writer, until the time is up")
  public static class ReadTimedTryLockQueues {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock(true);
    final CountDownLatch tried = new CountDownLatch(1);
    final CountDownLatch held = new CountDownLatch(1);

    @Actor
    public void one() throws InterruptedException {
      rw.readLock().lock();
      held.countDown();
      tried.await();
      rw.readLock().unlock();
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      held.await();
      if (rw.readLock().tryLock(1, TimeUnit.MILLISECONDS)) {
        r.r1 = 1;
        rw.readLock().unlock();
      }
      tried.countDown();
    }

    @Actor
    public void three(II_Result r) throws InterruptedException {
      held.await();
      rw.writeLock().lock();
      r.r2 = 1;
      rw.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = {"1, 0", "1, 1"},
      mustProve = true,
      because = "Semaphore.tryAcquire(): barges, whether or not others wait")
  public static class TryAcquireBarges {
    final Semaphore s = new Semaphore(0, true);

    @Actor
    public void big(II_Result r) {
      s.acquireUninterruptibly(2);
      r.r1 = 1;
    }

    @Actor
    public void giver() {
      s.release(1);
    }

    @Actor
    public void small(II_Result r) {
      boolean had = s.tryAcquire();
      r.r2 = had ? 1 : 0;
      s.release(had ? 2 : 1);
    }
  }

  @State
  @Expect(
      value = {"1, 0", "1, 1"},
      mustProve = true,
      because = "Semaphore.tryAcquire(long, TimeUnit): waits, until the time is up")
  public static class TimedTryAcquire {
    final Semaphore s = new Semaphore(0, true);

    @Actor
    public void big(II_Result r) {
      s.acquireUninterruptibly(2);
      r.r1 = 1;
    }

    @Actor
    public void giver() {
      s.release(1);
    }

    @Actor
    public void small(II_Result r) throws InterruptedException {
      boolean had = s.tryAcquire(1, TimeUnit.MILLISECONDS);
      r.r2 = had ? 1 : 0;
      s.release(had ? 2 : 1);
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "Semaphore.acquire(int): both want two permits at once, one after the other")
  public static class TwoBigOnes {
    final Semaphore s = new Semaphore(2);
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      s.acquireUninterruptibly(2);
      n.incrementAndGet();
      s.release(2);
    }

    @Actor
    public void two() {
      s.acquireUninterruptibly(2);
      n.incrementAndGet();
      s.release(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      mustProve = true,
      because =
          "Semaphore.acquire(int): two dining at one table, each with one permit of two, never finish")
  public static class HoldAndWait {
    final Semaphore s = new Semaphore(2);
    int n;
    final Object m = new Object();

    void both() {
      s.acquireUninterruptibly();
      s.acquireUninterruptibly();
      synchronized (m) {
        n = 1;
      }
      s.release(2);
    }

    @Actor
    public void one() {
      both();
    }

    @Actor
    public void two() {
      both();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "7",
      mustProve = true,
      because = "ReentrantReadWriteLock: a writer may take the read lock, and keep it")
  public static class Downgrade {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock(true);
    int x;

    @Actor
    public void one(I_Result r) {
      rw.writeLock().lock();
      x = 7;
      rw.readLock().lock();
      rw.writeLock().unlock();
      r.r1 = x;
      rw.readLock().unlock();
    }

    @Actor
    public void two() {
      rw.readLock().lock();
      int seen = x;
      rw.readLock().unlock();
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because = "ReentrantReadWriteLock, fair mode, through the Lock interface")
  public static class WriterWaitsByInterface {
    final ReadWriteLock rw = new ReentrantReadWriteLock(true);
    final Lock read = rw.readLock();
    final Lock write = rw.writeLock();
    final Lock m = new ReentrantLock();
    int x;
    volatile int n;

    @Actor
    public void one() {
      read.lock();
      m.lock();
      n++;
      m.unlock();
      read.unlock();
    }

    @Actor
    public void two() {
      m.lock();
      read.lock();
      n++;
      read.unlock();
      m.unlock();
    }

    @Actor
    public void three() {
      write.lock();
      x = 1;
      write.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }
}
