package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** What is no fault of the explorer's if incomplete, but what users need most. */
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
public final class NeededByUsers {

  private NeededByUsers() {}

  @State
  @Expect(
      value = {"0", "1"},
      because = "Callable is an interface; what is called is the program's own")
  public static class CallableOfOurs {
    volatile int n;
    final Callable<Integer> c = () -> n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) throws Exception {
      r.r1 = c.call();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "Executor is an interface; what is called is the program's own")
  public static class ExecutorOfOurs {
    final AtomicInteger n = new AtomicInteger();
    final Executor e = Runnable::run;

    @Actor
    public void one(II_Result r) {
      e.execute(() -> r.r1 = n.incrementAndGet());
    }

    @Actor
    public void two(II_Result r) {
      e.execute(() -> r.r2 = n.incrementAndGet());
    }
  }

  @State
  @Expect(
      value = "1",
      because = "ThreadFactory is an interface; what is called is the program's own")
  public static class FactoryOfOurs {
    int x;
    final ThreadFactory f = Thread::new;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = f.newThread(() -> x = 1);
      t.start();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "1", because = "Thread.interrupted: true in the end")
  public static class SpinInterrupted {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
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
      value = {"1 false", "1 true"},
      because =
          "Condition.awaitUninterruptibly: the interrupt is kept; signalled or spuriously woken")
  public static class AwaitUninterruptibly {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean set;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      l.lock();
      try {
        while (!set) {
          c.awaitUninterruptibly();
        }
      } finally {
        l.unlock();
      }
      r.r1 = "1 " + Thread.interrupted();
    }

    @Actor
    public void two() {
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
      l.lock();
      try {
        set = true;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(value = "1", because = "WriteLock.newCondition: as with any lock")
  public static class WriteLockCondition {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    final Lock l = rw.writeLock();
    final Condition c = l.newCondition();
    int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      try {
        while (x == 0) {
          c.await();
        }
        r.r1 = x;
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
      value = {"false 0", "false 1", "true 0", "true 1", "done"},
      because =
          "Condition.awaitUntil: false if the deadline has elapsed; spurious wakeups may occur")
  public static class AwaitUntil {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    int x;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.lock();
      try {
        r.r1 = x == 1 ? "done" : c.awaitUntil(new Date(System.currentTimeMillis() + 10)) + " " + x;
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
  @Expect(value = "true, false", because = "Thread.holdsLock: of the current thread")
  public static class HoldsLock {
    final Object m = new Object();
    int n;

    @Actor
    public void one(ZZ_Result r) {
      synchronized (m) {
        r.r1 = Thread.holdsLock(m);
      }
      r.r2 = Thread.holdsLock(m);
    }

    @Actor
    public void two() {
      synchronized (m) {
        n = 1;
      }
    }
  }

  @State
  @Expect(value = "3", because = "Arrays: on an array that nobody else sees")
  public static class ArraysUnshared {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      int[] a = new int[3];
      Arrays.fill(a, 1);
      int[] b = Arrays.copyOf(a, 3);
      Arrays.sort(b);
      n = 1;
      r.r1 = Arrays.stream(b).sum();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = "true, false",
      because = "StampedLock.isWriteLockStamp: says what kind of stamp it is, and touches no state")
  public static class StampKinds {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(ZZ_Result r) {
      long s = l.writeLock();
      r.r1 = StampedLock.isWriteLockStamp(s);
      r.r2 = StampedLock.isReadLockStamp(s);
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
      value = "2",
      because =
          "ExecutorService.submit happens-before the task; the task happens-before Future.get")
  public static class PoolOfOne {
    @Actor
    public void one(I_Result r) throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      int[] x = {1};
      Future<?> f = pool.submit(() -> x[0]++);
      f.get();
      r.r1 = x[0];
      pool.shutdown();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "BlockingQueue.offer(timed), poll(timed): false if the time is up")
  public static class TimedQueue {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);

    @Actor
    public void one() throws InterruptedException {
      q.offer(1, 1, TimeUnit.MILLISECONDS);
    }

    @Actor
    public void two(Z_Result r) throws InterruptedException {
      r.r1 = q.poll(1, TimeUnit.MILLISECONDS) != null;
    }
  }
}
