package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Waits and parks may be over for no reason. */
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
public final class SpuriousWakeups {

  private SpuriousWakeups() {}

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 17.2.1: implementations are permitted to perform spurious wake-ups")
  public static class IfWait {
    int x;
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (this) {
        if (!set) {
          wait();
        }
        r.r1 = x;
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        x = 1;
        set = true;
        notify();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because =
          "LockSupport.park: may return for no reason; and no happens-before with unpark is promised")
  public static class ParkOnce {
    int x;
    volatile Thread me;

    @Actor
    public void one(I_Result r) {
      me = Thread.currentThread();
      LockSupport.park();
      r.r1 = x;
    }

    @Actor
    public void two() {
      while (me == null) {
        Thread.onSpinWait();
      }
      x = 1;
      LockSupport.unpark(me);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Condition.await: spurious wakeups are permitted")
  public static class IfAwait {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    int x;
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      try {
        if (!set) {
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
        set = true;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      mustProve = true,
      because = "LockSupport.park: may return for no reason, or wait for ever")
  public static class ParkForNothing {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      LockSupport.park();
      r.r1 = 1;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      mustProve = true,
      because = "Object.wait(): may return for no reason, or wait for ever")
  public static class WaitForNothing {
    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      wait(0);
      r.r1 = 1;
    }

    @Actor
    public synchronized void two() {}
  }

  @State
  @Expect(
      value = "STUCK",
      mustProve = true,
      because = "Object.wait, in a loop: nobody ever sets it")
  public static class LoopForNothing {
    boolean set;

    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      while (!set) {
        wait();
      }
      r.r1 = 1;
    }

    @Actor
    public synchronized void two() {
      notifyAll();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "LockSupport.park, in a loop on a volatile field")
  public static class ParkLoop {
    volatile boolean set;
    int x;
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      while (!set) {
        LockSupport.park(this);
      }
      r.r1 = x;
    }

    @Actor
    public void two() {
      x = 1;
      set = true;
      LockSupport.unpark(t);
    }
  }

  @State
  @Expect(value = "1", mustProve = true, because = "Object.wait, in a loop")
  public static class WaitLoop {
    boolean set;
    int x;

    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      while (!set) {
        wait();
      }
      r.r1 = x;
    }

    @Actor
    public synchronized void two() {
      x = 1;
      set = true;
      notify();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "CountDownLatch.await: does not wake for no reason")
  public static class LatchIsNotSpurious {
    final CountDownLatch c = new CountDownLatch(1);
    int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      c.await();
      r.r1 = x;
    }

    @Actor
    public void two() {
      x = 1;
      c.countDown();
    }
  }

  @State
  @Expect(value = "1", mustProve = true, because = "LockSupport.park: returns when interrupted")
  public static class ParkInterrupted {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      LockSupport.park();
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
      value = {"-1", "STUCK"},
      mustProve = true,
      because = "JLS 17.2: of two who wait with if, the second takes what is not there")
  public static class IfBuffer {
    int count;

    void take() throws InterruptedException {
      synchronized (this) {
        if (count == 0) {
          wait();
        }
        count--;
      }
    }

    @Actor
    public void a() throws InterruptedException {
      take();
    }

    @Actor
    public void b() throws InterruptedException {
      take();
    }

    @Actor
    public void put() {
      synchronized (this) {
        count++;
        notifyAll();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = count;
    }
  }

  @State
  @Expect(
      value = {"0", "STUCK"},
      mustProve = true,
      because = "JLS 17.2.2: of two waiting for different things, notify may pick the wrong one")
  public static class NotifyPicksWrongOne {
    boolean a;
    boolean b;
    int left = 2;

    @Actor
    public synchronized void one() throws InterruptedException {
      while (!a) {
        wait();
      }
      left--;
      b = true;
      notify();
    }

    @Actor
    public synchronized void two() throws InterruptedException {
      while (!b) {
        wait();
      }
      left--;
    }

    @Actor
    public synchronized void three() {
      a = true;
      notify();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = left;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Condition.awaitUninterruptibly: spurious wakeups are permitted")
  public static class IfAwaitUninterruptibly {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    int x;
    boolean set;

    @Actor
    public void one(I_Result r) {
      l.lock();
      try {
        if (!set) {
          c.awaitUninterruptibly();
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
        set = true;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "LockSupport: unpark and park synchronize with nothing")
  public static class UnparkIsNoEdge {
    int x;
    final CountDownLatch ready = new CountDownLatch(1);
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      ready.countDown();
      LockSupport.park();
      r.r1 = x;
    }

    @Actor
    public void two() throws InterruptedException {
      ready.await();
      x = 1;
      LockSupport.unpark(t);
    }
  }
}
