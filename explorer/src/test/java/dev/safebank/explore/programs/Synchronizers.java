package dev.safebank.explore.programs;

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
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** A program for each synchronizer that the explorer models. */
@SuppressWarnings("LockNotBeforeTry") // Nothing fails in between, or the leak is the point.
public final class Synchronizers {

  private Synchronizers() {}

  /** A synchronized method called from another one: a monitor is entered twice. */
  @State
  public static class NestedMonitor {
    private int n;

    private synchronized void increment() {
      n++;
    }

    private synchronized void incrementTwice() {
      increment();
      increment();
    }

    @Actor
    public void one() {
      incrementTwice();
    }

    @Actor
    public void two() {
      incrementTwice();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  /** A bounded buffer of one place, with a condition for each side. */
  @State
  public static class Conditions {
    private final Lock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private int place;

    private void put(int value) {
      lock.lock();
      try {
        while (place != 0) {
          emptied.awaitUninterruptibly();
        }
        place = value;
        filled.signal();
      } finally {
        lock.unlock();
      }
    }

    private int take() throws InterruptedException {
      lock.lock();
      try {
        while (place == 0) {
          filled.await();
        }
        int value = place;
        place = 0;
        emptied.signal();
        return value;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void producer() {
      put(1);
      put(2);
    }

    @Actor
    public void consumer(II_Result r) throws InterruptedException {
      r.r1 = take();
      r.r2 = take();
    }
  }

  /** A try with a time limit: it may come while the lock is held, or not. */
  @State
  public static class TimedTry {
    private final Lock lock = new ReentrantLock();

    @Actor
    public void holder() {
      lock.lock();
      lock.unlock();
    }

    @Actor
    public void hasty(I_Result r) throws InterruptedException {
      if (lock.tryLock(1, TimeUnit.SECONDS)) {
        r.r1 = 1;
        lock.unlock();
      }
    }
  }

  /** Two readers who are both in, and a writer who is in alone. */
  @State
  public static class ReadWrite {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private int n;

    @Actor
    public void writer() {
      lock.writeLock().lock();
      try {
        n++;
        n++;
      } finally {
        lock.writeLock().unlock();
      }
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = read();
    }

    @Actor
    public void otherReader(II_Result r) {
      r.r2 = read();
    }

    private int read() {
      lock.readLock().lock();
      try {
        return n;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  /** Each wants the write lock while it holds the read lock. */
  @State
  public static class Upgrade {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @Actor
    public void one(I_Result r) {
      upgrade();
    }

    @Actor
    public void two(I_Result r) {
      upgrade();
    }

    private void upgrade() {
      lock.readLock().lock();
      lock.writeLock().lock();
    }
  }

  /** An optimistic read that falls back on a read lock, and a writer. */
  @State
  public static class Optimistic {
    private final StampedLock lock = new StampedLock();
    private int a;
    private int b;

    @Actor
    public void writer() {
      long stamp = lock.writeLock();
      a++;
      b++;
      lock.unlockWrite(stamp);
    }

    @Actor
    public void reader(II_Result r) {
      long stamp = lock.tryOptimisticRead();
      r.r1 = a;
      r.r2 = b;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        r.r1 = a;
        r.r2 = b;
        lock.unlockRead(stamp);
      }
    }
  }

  /** A read stamp is turned into a write stamp, which only one of two readers can do. */
  @State
  public static class Conversion {
    private final StampedLock lock = new StampedLock();
    private int n;

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void two() {
      increment();
    }

    private void increment() {
      long stamp = lock.readLock();
      int before = n;
      long writing = lock.tryConvertToWriteLock(stamp);
      if (writing == 0) {
        lock.unlockRead(stamp);
        writing = lock.writeLock();
        before = n;
      }
      n = before + 1;
      lock.unlock(writing);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  /** A stamped lock is not reentrant. */
  @State
  public static class StampedTwice {
    private final Lock lock = new StampedLock().asWriteLock();

    @Actor
    public void one(I_Result r) {
      lock.lock();
      lock.lock();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = 1;
    }
  }

  /** Two permits for three. */
  @State
  public static class TwoPermits {
    private final Semaphore permits = new Semaphore(2);

    @Actor
    public void one(II_Result r) {
      permits.acquireUninterruptibly();
      permits.release();
    }

    @Actor
    public void two(II_Result r) {
      permits.acquireUninterruptibly();
      permits.release();
    }

    @Actor
    public void hasty(II_Result r) {
      r.r1 = permits.tryAcquire() ? 1 : 0;
    }
  }

  /** What was written before the latch is seen after it. */
  @State
  public static class Latched {
    private final CountDownLatch latch = new CountDownLatch(2);
    private int a;
    private int b;

    @Actor
    public void one(II_Result r) {
      a = 1;
      latch.countDown();
    }

    @Actor
    public void two(II_Result r) {
      b = 2;
      latch.countDown();
    }

    @Actor
    public void both(II_Result r) throws InterruptedException {
      latch.await();
      r.r1 = a;
      r.r2 = b;
    }
  }

  /** A thread parks until another one that was handed it unparks it. */
  @State
  public static class Parking {
    private volatile Thread parked;
    private int data;

    @Actor
    public void sleeper(I_Result r) {
      parked = Thread.currentThread();
      LockSupport.park();
      r.r1 = data;
    }

    @Actor
    public void waker(I_Result r) {
      data = 1;
      LockSupport.unpark(parked);
    }
  }

  /** A thread is started and joined, and its writes are seen. */
  @State
  public static class StartedAndJoined {
    private int n;

    @Actor
    public void parent(I_Result r) throws InterruptedException {
      Thread child = new Thread(() -> n++);
      n++;
      child.start();
      child.join();
      r.r1 = n;
    }

    @Actor
    public void bystander(I_Result r) {
      Thread.onSpinWait();
    }
  }

  /** A thread that waits for a lock is interrupted, or has the lock before that. */
  @State
  public static class Interrupted {
    private final Lock lock = new ReentrantLock();
    private volatile Thread waiter;

    @Actor
    public void waiter(II_Result r) {
      waiter = Thread.currentThread();
      try {
        lock.lockInterruptibly();
        r.r1 = 1;
        lock.unlock();
      } catch (InterruptedException e) {
        r.r1 = 2;
      }
    }

    @Actor
    public void interrupter(II_Result r) {
      Thread thread = waiter;
      if (thread != null) {
        thread.interrupt();
        r.r2 = 1;
      }
    }
  }

  /** A lock that is never given back. */
  @State
  public static class Leak {
    private final Lock lock = new ReentrantLock();

    @Actor
    public void leaker(I_Result r) {
      lock.lock();
    }

    @Actor
    public void victim(I_Result r) {
      lock.lock();
      lock.unlock();
      r.r1 = 1;
    }
  }
}
