package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Outcomes that cannot be. */
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
public final class FalseOutcomes {

  private FalseOutcomes() {}

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "Thread.join: InterruptedException if interrupted, however long it waits already")
  public static class JoinInterrupted {
    volatile Thread me;
    final CountDownLatch done = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) {
      Thread child = new Thread(() -> {
        try {
          done.await();
        } catch (InterruptedException e) {
        }
      });
      child.start();
      me = Thread.currentThread();
      try {
        child.join();
        r.r1 = 1;
      } catch (InterruptedException e) {
        r.r1 = 2;
        done.countDown();
      }
    }

    @Actor
    public void two() {
      while (me == null) {
        Thread.onSpinWait();
      }
      me.interrupt();
    }
  }

  @State
  @Expect(
      value = "2",
      because = "ConcurrentHashMap: calls hashCode, which takes a lock, in the caller's thread")
  public static class KeyLocksHard {
    final ReentrantLock l = new ReentrantLock();
    int asked;
    volatile int n;

    class Key {
      final int k;

      Key(int k) {
        this.k = k;
      }

      @Override
      public int hashCode() {
        l.lock();
        try {
          asked++;
          return k;
        } finally {
          l.unlock();
        }
      }

      @Override
      public boolean equals(Object o) {
        return o instanceof Key && ((Key) o).k == k;
      }
    }

    final ConcurrentHashMap<Key, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(new Key(1), 1);
    }

    @Actor
    public void two() {
      l.lock();
      try {
        n = 1;
        m.put(new Key(2), 1);
      } finally {
        l.unlock();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = asked;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Object.wait(long): the time is up, if nobody notifies")
  public static class TimedWaitAlone {
    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      wait(10);
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Condition.awaitNanos: the time is up, if nobody signals")
  public static class AwaitNanosAlone {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      try {
        c.awaitNanos(10);
        r.r1 = 1;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Lock.tryLock(long, TimeUnit): the time is up, if the lock is never given back")
  public static class TimedTryLockKept {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      if (l.tryLock(1, TimeUnit.MILLISECONDS)) {
        r.r1 = 1;
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
    }
  }

  @State
  @Expect(
      value = "0, 0",
      mustProve = true,
      because = "Semaphore.tryAcquire, CountDownLatch.await, timed: the time is up")
  public static class TimedOthersAlone {
    final Semaphore s = new Semaphore(0);
    final CountDownLatch c = new CountDownLatch(1);

    @Actor
    public void one(II_Result r) throws InterruptedException {
      r.r1 = s.tryAcquire(1, TimeUnit.MILLISECONDS) ? 1 : 0;
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      r.r2 = c.await(1, TimeUnit.MILLISECONDS) ? 1 : 0;
    }
  }

  @State
  @Expect(value = "1", mustProve = true, because = "LockSupport.parkNanos: the time is up")
  public static class ParkNanosAlone {
    @Actor
    public void one(I_Result r) {
      LockSupport.parkNanos(10);
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Thread.join(long): the time is up, though the thread never ends")
  public static class TimedJoinAlone {
    final CountDownLatch never = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        try {
          never.await();
        } catch (InterruptedException e) {
        }
      });
      t.setDaemon(true);
      t.start();
      t.join(1);
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "1", because = "Thread.sleep in a loop on a volatile field: seen in the end")
  public static class SleepingSpin {
    volatile boolean flag;
    int x;

    @Actor
    public void one() {
      x = 1;
      flag = true;
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      while (!flag) {
        Thread.sleep(1);
      }
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1",
      because = "LockSupport.parkNanos in a loop on a volatile field: seen in the end")
  public static class ParkingSpin {
    volatile boolean flag;
    int x;

    @Actor
    public void one() {
      x = 1;
      flag = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!flag) {
        LockSupport.parkNanos(1_000);
      }
      r.r1 = x;
    }
  }

  @State
  @Expect(value = "1", because = "ConcurrentLinkedQueue.poll in a loop: there in the end")
  public static class PollingSpin {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      q.offer(1);
    }

    @Actor
    public void two(I_Result r) {
      Integer i;
      while ((i = q.poll()) == null) {
        Thread.onSpinWait();
      }
      r.r1 = i;
    }
  }

  @State
  @Expect(value = "1", because = "ConcurrentHashMap.get in a loop: there in the end")
  public static class MapSpin {
    final Map<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      Integer i;
      while ((i = m.get("a")) == null) {
        Thread.yield();
      }
      r.r1 = i;
    }
  }

  @State
  @Expect(value = "2", because = "JLS 17.4.5: a ticket lock of two volatile counters excludes")
  public static class TicketLock {
    final AtomicInteger next = new AtomicInteger();
    volatile int serving;
    int n;

    void inc() {
      int mine = next.getAndIncrement();
      while (serving != mine) {
        Thread.onSpinWait();
      }
      n++;
      serving = mine + 1;
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
  @Expect(value = "2", because = "JLS 17.4.3: Peterson's algorithm, with volatile fields, excludes")
  public static class Peterson {
    volatile boolean wants0;
    volatile boolean wants1;
    volatile int turn;
    int n;

    @Actor
    public void one() {
      wants0 = true;
      turn = 1;
      while (wants1 && turn == 1) {
        Thread.onSpinWait();
      }
      n++;
      wants0 = false;
    }

    @Actor
    public void two() {
      wants1 = true;
      turn = 0;
      while (wants0 && turn == 0) {
        Thread.onSpinWait();
      }
      n++;
      wants1 = false;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "2",
      because =
          "ReentrantLock inside a key's equals, inside a ConcurrentHashMap: in the caller's thread")
  public static class EqualsLocks {
    final ReentrantLock l = new ReentrantLock();
    volatile int n;

    class Key {
      @Override
      public int hashCode() {
        return 1;
      }

      @Override
      public boolean equals(Object o) {
        l.lock();
        try {
          return this == o;
        } finally {
          l.unlock();
        }
      }
    }

    final Map<Key, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(new Key(), 1);
    }

    @Actor
    public void two() {
      l.lock();
      try {
        n = 1;
        m.put(new Key(), 1);
      } finally {
        l.unlock();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"1, false", "1, true", "2, false"},
      mustProve = true,
      because =
          "Thread.join: interrupted and ended, it may return in either way; the flag is clear after the exception")
  public static class JoinOrInterrupt {
    volatile Thread me;

    @Actor
    public void one(IZ_Result r) {
      me = Thread.currentThread();
      Thread child = new Thread(() -> {});
      child.start();
      try {
        child.join();
        r.r1 = 1;
      } catch (InterruptedException e) {
        r.r1 = 2;
      }
      r.r2 = Thread.interrupted();
    }

    @Actor
    public void two() {
      Thread w = me;
      if (w != null) {
        w.interrupt();
      }
    }
  }
}
