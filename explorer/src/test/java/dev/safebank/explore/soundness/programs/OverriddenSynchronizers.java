package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Methods of synchronizers that a subclass overrides are called (JLS 15.12.4.4). */
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
public final class OverriddenSynchronizers {

  private OverriddenSynchronizers() {}

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 15.12.4.4: the override is called")
  public static class OverriddenLock {
    static class CountingLock extends ReentrantLock {
      int count;

      @Override
      public void lock() {
        super.lock();
        count++;
      }
    }

    final CountingLock counting = new CountingLock();
    final Lock l = counting;

    @Actor
    public void one() {
      l.lock();
      l.unlock();
    }

    @Actor
    public void two() {
      l.lock();
      l.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = counting.count;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 15.12.4.4: the override is called")
  public static class OverriddenSemaphore {
    static class Counting extends Semaphore {
      final AtomicInteger count = new AtomicInteger();

      Counting() {
        super(1);
      }

      @Override
      public void acquireUninterruptibly() {
        super.acquireUninterruptibly();
        count.incrementAndGet();
      }
    }

    final Counting counting = new Counting();
    final Semaphore s = counting;

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

    @Arbiter
    public void end(I_Result r) {
      r.r1 = counting.count.get();
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 15.12.4.4: the override is called")
  public static class OverriddenLatch {
    static class Counting extends CountDownLatch {
      final AtomicInteger count = new AtomicInteger();

      Counting() {
        super(2);
      }

      @Override
      public void countDown() {
        count.incrementAndGet();
        super.countDown();
      }
    }

    final Counting counting = new Counting();
    final CountDownLatch c = counting;

    @Actor
    public void one() {
      c.countDown();
    }

    @Actor
    public void two() {
      c.countDown();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = counting.count.get();
    }
  }

  @State
  @Expect(
      value = "11",
      mustProve = true,
      because = "JLS 15.12.4.4: the override is called, and starts it by super.start()")
  public static class OverriddenStart {
    static class Counting extends Thread {
      int starts;
      int runs;

      @Override
      public synchronized void start() {
        starts++;
        super.start();
      }

      @Override
      public void run() {
        runs++;
      }
    }

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Counting c = new Counting();
      Thread t = c;
      t.start();
      t.join();
      r.r1 = c.starts * 10 + c.runs;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "8", mustProve = true, because = "JLS 15.12.4.4: the override is called")
  public static class OverriddenThreadLocal {
    static class PlusOne extends ThreadLocal<Integer> {
      @Override
      protected Integer initialValue() {
        return 7;
      }

      @Override
      public Integer get() {
        return super.get() + 1;
      }
    }

    final ThreadLocal<Integer> local = new PlusOne();

    @Actor
    public void one(I_Result r) {
      r.r1 = local.get();
    }

    @Actor
    public void two() {
      local.get();
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 15.12.4.4: the override is called, in the lock's own tryLock, too")
  public static class OverriddenTryLock {
    static class Refusing extends ReentrantLock {
      final AtomicInteger asked = new AtomicInteger();

      @Override
      public boolean tryLock() {
        asked.incrementAndGet();
        return super.tryLock();
      }
    }

    final Refusing l = new Refusing();

    void t() {
      if (((Lock) l).tryLock()) {
        l.unlock();
      }
    }

    @Actor
    public void one() {
      t();
    }

    @Actor
    public void two() {
      t();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.asked.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 15.12.4.4: an override that does not lock excludes nobody")
  public static class DoesNotLock {
    static class Fake extends ReentrantLock {
      @Override
      public void lock() {}

      @Override
      public void unlock() {}
    }

    final Lock l = new Fake();
    int n;

    @Actor
    public void one() {
      l.lock();
      n++;
      l.unlock();
    }

    @Actor
    public void two() {
      l.lock();
      n++;
      l.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "12",
      mustProve = true,
      because = "JLS 15.12.4.4: overrides at two levels, each calling super")
  public static class TwoLevels {
    static class A extends ReentrantLock {
      int n;

      @Override
      public void lock() {
        super.lock();
        n += 1;
      }
    }

    static class B extends A {
      @Override
      public void lock() {
        super.lock();
        n += 5;
      }
    }

    final B b = new B();

    @Actor
    public void one() {
      b.lock();
      b.unlock();
    }

    @Actor
    public void two() {
      ((ReentrantLock) b).lock();
      b.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = b.n;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "ReadWriteLock, implemented by the program around another")
  public static class WrappedReadWriteLock {
    static class Wrapper implements ReadWriteLock {
      final ReentrantReadWriteLock inner = new ReentrantReadWriteLock();
      final AtomicInteger asked = new AtomicInteger();

      @Override
      public Lock readLock() {
        return inner.readLock();
      }

      @Override
      public Lock writeLock() {
        asked.incrementAndGet();
        return inner.writeLock();
      }
    }

    final Wrapper w = new Wrapper();
    int n;

    void inc() {
      Lock l = ((ReadWriteLock) w).writeLock();
      l.lock();
      n++;
      l.unlock();
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
      r.r1 = Math.min(n, w.asked.get());
    }
  }

  @State
  @Expect(value = "true", mustProve = true, because = "JLS 15.12.4.4: Thread.interrupt, overridden")
  public static class OverriddenInterrupt {
    static class Deaf extends Thread {
      volatile boolean asked;

      Deaf(Runnable r) {
        super(r);
      }

      @Override
      public void interrupt() {
        asked = true;
      }
    }

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      Deaf d = new Deaf(() -> {});
      d.start();
      ((Thread) d).interrupt();
      d.join();
      r.r1 = d.asked;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "6", mustProve = true, because = "InheritableThreadLocal.childValue, overridden")
  public static class OverriddenChildValue {
    final InheritableThreadLocal<Integer> local = new InheritableThreadLocal<>() {
      @Override
      protected Integer childValue(Integer i) {
        return i + 1;
      }
    };

    @Actor
    public void one(I_Result r) throws InterruptedException {
      local.set(5);
      Thread t = new Thread(() -> r.r1 = local.get() == null ? -1 : local.get());
      t.start();
      t.join();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "3",
      mustProve = true,
      because = "JLS 15.12.4.4: ThreadLocal.set, remove, overridden")
  public static class OverriddenSet {
    static class Counting extends ThreadLocal<Integer> {
      final AtomicInteger n = new AtomicInteger();

      @Override
      public void set(Integer i) {
        n.incrementAndGet();
        super.set(i);
      }

      @Override
      public void remove() {
        n.incrementAndGet();
        super.remove();
      }
    }

    final Counting local = new Counting();

    @Actor
    public void one() {
      ((ThreadLocal<Integer>) local).set(1);
      local.remove();
    }

    @Actor
    public void two() {
      local.set(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = local.n.get();
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 15.12.4.4: ReentrantReadWriteLock.writeLock, overridden")
  public static class OverriddenWriteLock {
    static class Counting extends ReentrantReadWriteLock {
      final AtomicInteger n = new AtomicInteger();

      @Override
      public WriteLock writeLock() {
        n.incrementAndGet();
        return super.writeLock();
      }
    }

    final Counting rw = new Counting();

    void use() {
      Lock l = ((ReadWriteLock) rw).writeLock();
      l.lock();
      l.unlock();
    }

    @Actor
    public void one() {
      use();
    }

    @Actor
    public void two() {
      use();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = rw.n.get();
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 15.12.4.4: StampedLock.writeLock, overridden")
  public static class OverriddenStamped {
    static class Counting extends StampedLock {
      int n;

      @Override
      public long writeLock() {
        long s = super.writeLock();
        n++;
        return s;
      }
    }

    final Counting l = new Counting();

    @Actor
    public void one() {
      l.unlockWrite(l.writeLock());
    }

    @Actor
    public void two() {
      StampedLock s = l;
      s.unlockWrite(s.writeLock());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Condition, implemented by the program: whatever its await does")
  public static class OwnCondition {
    static class Never implements Condition {
      volatile int asked;

      @Override
      public void await() {
        asked = 1;
      }

      @Override
      public void awaitUninterruptibly() {}

      @Override
      public long awaitNanos(long n) {
        return 0;
      }

      @Override
      public boolean await(long t, TimeUnit u) {
        return false;
      }

      @Override
      public boolean awaitUntil(Date d) {
        return false;
      }

      @Override
      public void signal() {}

      @Override
      public void signalAll() {}
    }

    final Never c = new Never();

    @Actor
    public void one() throws InterruptedException {
      ((Condition) c).await();
    }

    @Actor
    public void two(I_Result r) {
      ((Condition) c).signal();
      r.r1 = c.asked;
    }
  }

  @State
  @Expect(
      value = "2",
      because =
          "JLS 15.12.4.4: AtomicInteger is not final; what it inherits is called, and what the subclass adds")
  public static class ExtendedAtomic {
    static class Tally extends AtomicInteger {
      final AtomicInteger asked = new AtomicInteger();

      int next() {
        asked.incrementAndGet();
        return incrementAndGet();
      }
    }

    final Tally t = new Tally();

    @Actor
    public void one() {
      t.next();
    }

    @Actor
    public void two() {
      t.next();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Math.min(t.get(), t.asked.get());
    }
  }
}
