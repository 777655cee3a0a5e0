package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Threads that actors start: their start, end and death. */
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
public final class ThreadLifecycle {

  private ThreadLifecycle() {}

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.join: returns at once if the thread has not been started")
  public static class JoinBeforeStart {
    volatile int x;
    final Thread t = new Thread(() -> x = 1);

    @Actor
    public void one() {
      t.start();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.join: as JoinBeforeStart, in the other order of methods")
  public static class JoinBeforeStartSwapped {
    volatile int x;
    final Thread t = new Thread(() -> x = 1);

    @Actor
    public void two(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = x;
    }

    @Actor
    public void one() {
      t.start();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      mustProve = true,
      because = "Thread.isAlive: started and not yet terminated")
  public static class AliveBeforeStart {
    volatile int x;
    final Thread t = new Thread(() -> x = 1);

    @Actor
    public void one() {
      t.start();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = t.isAlive();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      mustProve = true,
      because = "Thread.isAlive: as AliveBeforeStart, in the other order of methods")
  public static class AliveBeforeStartSwapped {
    volatile int x;
    final Thread t = new Thread(() -> x = 1);

    @Actor
    public void two(Z_Result r) {
      r.r1 = t.isAlive();
    }

    @Actor
    public void one() {
      t.start();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 0"},
      mustProve = true,
      because = "Thread.start: IllegalThreadStateException if it was already started")
  public static class StartedTwice {
    final Thread t = new Thread(() -> {});

    int start() {
      try {
        t.start();
        return 0;
      } catch (IllegalThreadStateException e) {
        return 1;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = start();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = start();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "jcstress: the arbiter runs after the actors, not after threads of theirs")
  public static class ArbiterBeforeChild {
    volatile int x;

    @Actor
    public void one() {
      new Thread(() -> x = 1).start();
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 11.3: an uncaught exception ends the thread; 17.4.4: join returns")
  public static class ChildThrows {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        x = 1;
        throw new IllegalStateException("child");
      });
      t.setUncaughtExceptionHandler((th, e) -> {});
      t.start();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {
      x = 1;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "jcstress: an execution is over when its actors are, whatever children do")
  public static class DaemonForever {
    final CountDownLatch never = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) {
      Thread t = new Thread(() -> {
        try {
          never.await();
        } catch (InterruptedException e) {
        }
      });
      t.setDaemon(true);
      t.start();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "33", mayBeRefused = true, because = "Thread.start, 33 times")
  public static class ManyThreads {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < 33; i++) {
        Thread t = new Thread(n::incrementAndGet);
        all.add(t);
        t.start();
      }
      for (Thread t : all) {
        t.join();
      }
      r.r1 = n.get();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1",
      mayBeRefused = true,
      because = "JLS 17.4.3: flag is seen in the end, however many threads were started until then")
  public static class SpinStarts {
    volatile boolean flag;

    @Actor
    public void one(I_Result r) {
      while (!flag) {
        new Thread(() -> {}).start();
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      flag = true;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "jcstress: an execution is over when its actors are, though a child loops for ever")
  public static class ChildLoopsForever {
    volatile int x;
    volatile boolean stop;

    @Actor
    public void one() {
      Thread t = new Thread(() -> {
        x = 1;
        while (!stop) {
          Thread.onSpinWait();
        }
      });
      t.setDaemon(true);
      t.start();
    }

    @Actor
    public void two() {}

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
          "jcstress: an execution is over when its actors are, though two children block each other for ever")
  public static class ChildrenDeadlock {
    final Object a = new Object();
    final Object b = new Object();
    volatile int n;

    void start(Object first, Object second) {
      Thread t = new Thread(() -> {
        synchronized (first) {
          synchronized (second) {
            n = 1;
          }
        }
      });
      t.setDaemon(true);
      t.start();
    }

    @Actor
    public void one() {
      start(a, b);
      start(b, a);
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      mustProve = true,
      because =
          "JLS 17.1: a child that nobody awaits keeps a monitor that an actor wants, for ever")
  public static class ChildKeepsMonitor {
    final Object m = new Object();
    final CountDownLatch never = new CountDownLatch(1);
    volatile int had;

    @Actor
    public void one(I_Result r) {
      Thread t = new Thread(() -> {
        synchronized (m) {
          had = 1;
          try {
            never.await();
          } catch (InterruptedException e) {
          }
        }
      });
      t.setDaemon(true);
      t.start();
      synchronized (m) {
        r.r1 = 1 + had;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"NEW", "RUNNABLE", "TERMINATED"},
      because = "Thread.getState")
  public static class StateOfThread {
    volatile int x;
    final Thread t = new Thread(() -> x = 1);

    @Actor
    public void one() {
      t.start();
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = t.getState().toString();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      mustProve = true,
      because = "Thread.isInterrupted, of another thread; JLS 17.4.4")
  public static class InterruptedOfOther {
    volatile Thread t;
    volatile boolean done;

    @Actor
    public void one() {
      t = Thread.currentThread();
      t.interrupt();
      while (!done) {
        Thread.onSpinWait();
      }
      Thread.interrupted();
    }

    @Actor
    public void two(Z_Result r) {
      Thread w = t;
      r.r1 = w != null && w.isInterrupted();
      done = true;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because =
          "JLS 11.3, Thread.UncaughtExceptionHandler: runs in the thread that ends, before it has ended")
  public static class HandlerRuns {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        x = 1;
        throw new IllegalStateException("child");
      });
      t.setUncaughtExceptionHandler((th, e) -> x = 2);
      t.start();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "Thread.UncaughtExceptionHandler: takes steps of its own")
  public static class HandlerTakesSteps {
    int x;

    @Actor
    public void one() throws InterruptedException {
      Thread t = new Thread(() -> {
        throw new IllegalStateException("child");
      });
      t.setUncaughtExceptionHandler((th, e) -> {
        synchronized (this) {
          x = x * 2 + 1;
        }
      });
      t.start();
      t.join();
    }

    @Actor
    public void two() {
      synchronized (this) {
        if (x != 0) {
          x++;
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(value = "1", mustProve = true, because = "Thread.run, overridden")
  public static class SubclassRuns {
    int x;

    class Child extends Thread {
      @Override
      public void run() {
        x = 1;
      }
    }

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Child c = new Child();
      c.start();
      c.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 17.4.4: a chain of children, each started and joined")
  public static class GrandChild {
    int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        x = 1;
        Thread u = new Thread(() -> x++);
        u.start();
        try {
          u.join();
        } catch (InterruptedException e) {
        }
      });
      t.start();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Thread.run, called: runs in the caller's thread")
  public static class RunCalled {
    int x;

    @Actor
    public void one(I_Result r) {
      new Thread(() -> x = 1).run();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 17.4.4: start synchronizes with the first action of the thread")
  public static class StartEdge {
    int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      x = 1;
      int[] seen = new int[1];
      Thread t = new Thread(() -> seen[0] = x);
      t.start();
      t.join();
      r.r1 = seen[0];
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: written after start, not joined")
  public static class WrittenAfterStart {
    int x;
    volatile int seen;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> seen = x);
      t.start();
      x = 1;
      t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "null",
      mustProve = true,
      because = "ThreadLocal: a child has none of its parent's values")
  public static class LocalOfChild {
    final ThreadLocal<Integer> local = new ThreadLocal<>();
    volatile Object seen = "none";

    @Actor
    public void one(L_Result r) throws InterruptedException {
      local.set(5);
      Thread t = new Thread(() -> seen = local.get());
      t.start();
      t.join();
      r.r1 = String.valueOf(seen);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "2",
      because = "Thread.setDaemon: IllegalThreadStateException if the thread is alive")
  public static class DaemonTooLate {
    final CountDownLatch c = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        try {
          c.await();
        } catch (InterruptedException e) {
        }
      });
      t.start();
      try {
        t.setDaemon(true);
        r.r1 = 1;
      } catch (IllegalThreadStateException e) {
        r.r1 = 2;
      }
      c.countDown();
      t.join();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "Thread.interrupt: of a child that sleeps, before or after it has slept")
  public static class InterruptChild {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        try {
          Thread.sleep(1);
          x = 1;
        } catch (InterruptedException e) {
          x = 2;
        }
      });
      t.start();
      t.interrupt();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "Thread.start: children of two actors")
  public static class ChildrenOfBoth {
    int n;

    synchronized int next() {
      return ++n;
    }

    @Actor
    public void one(II_Result r) throws InterruptedException {
      Thread t = new Thread(() -> r.r1 = next());
      t.start();
      t.join();
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      Thread t = new Thread(() -> r.r2 = next());
      t.start();
      t.join();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.isAlive: true until the thread has ended; a joiner and an onlooker")
  public static class AliveSpin {
    int x;
    final Thread t = new Thread(() -> x = 1);
    volatile boolean started;

    @Actor
    public void one() {
      t.start();
      started = true;
    }

    @Actor
    public void two(I_Result r) {
      if (!started) {
        return;
      }
      while (t.isAlive()) {
        Thread.onSpinWait();
      }
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because =
          "JLS 11.3, ThreadGroup.uncaughtException: a child that throws, without a handler, ends")
  public static class ChildThrowsSilently {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        x = 1;
        throw new IllegalStateException("as the program wants");
      });
      t.start();
      t.join();
      r.r1 = t.isAlive() ? 2 : x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "Thread.start: a thread that has ended cannot be started again")
  public static class RestartEnded {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {});
      t.start();
      t.join();
      try {
        t.start();
        r.r1 = 1;
      } catch (IllegalThreadStateException e) {
        r.r1 = 2;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Thread.start, in the constructor of the state")
  public static class StartedByConstructor {
    volatile int x;

    public StartedByConstructor() {
      new Thread(() -> x = 1).start();
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }
}
