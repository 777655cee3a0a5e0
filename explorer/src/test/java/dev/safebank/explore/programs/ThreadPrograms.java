package dev.safebank.explore.programs;

import java.util.concurrent.CountDownLatch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Threads that actors start: their start, their end, and what others see of it. */
@SuppressWarnings({
  "EmptyCatch",
  "InterruptedExceptionSwallowed",
  "NonAtomicVolatileUpdate",
  "ThreadJoinLoop",
  "ThreadPriorityCheck",
  "unused"
})
public final class ThreadPrograms {

  private ThreadPrograms() {}

  /** Thread.join on a thread that was not started returns at once. */
  @State
  public static class JoinOrStartFirst {
    private volatile int x;
    private final Thread thread = new Thread(() -> x = 1);

    @Actor
    public void join(I_Result r) throws InterruptedException {
      thread.join();
      r.r1 = x;
    }

    @Actor
    public void start() {
      thread.start();
    }
  }

  /** A thread is alive from its start to its end (Thread.isAlive). */
  @State
  public static class NotYetNoMore {
    private volatile boolean go;
    private final Thread thread = new Thread(() -> {});

    @Actor
    public void start() {
      thread.start();
    }

    @Actor
    public void look(ZZ_Result r) {
      r.r1 = thread.isAlive();
      r.r2 = thread.isAlive();
    }
  }

  /** Thread.getState: NEW before the start, TERMINATED after the end. */
  @State
  public static class States {
    private final Thread thread = new Thread(() -> {});

    @Actor
    public void one(L_Result r) throws InterruptedException {
      String before = thread.getState().name();
      thread.start();
      thread.join();
      r.r1 = before + " " + thread.getState();
    }

    @Actor
    public void two() {}
  }

  /** Thread.start on an ended thread: IllegalThreadStateException. */
  @State
  public static class StartedAgain {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> {});
      thread.start();
      thread.join();
      try {
        thread.start();
      } catch (IllegalThreadStateException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  /** The uncaught exception handler runs in the dying thread, before its end (JLS 11.3). */
  @State
  public static class Handler {
    private int x;

    @Actor
    public void one(II_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> {
        throw new IllegalStateException("dies");
      });
      thread.setUncaughtExceptionHandler((dying, thrown) -> {
        x = thrown.getMessage().length();
        throw new IllegalStateException("ignored");
      });
      thread.start();
      thread.join();
      r.r1 = x;
      r.r2 = thread.isAlive() ? 1 : 0;
    }

    @Actor
    public void two() {}
  }

  /** A thread that dies without a handler, and leaves a monitor as it should. */
  @State
  public static class Dies {
    private int x;

    @Actor
    public void one() {
      new Thread(() -> {
            synchronized (this) {
              x++;
              throw new IllegalStateException("dies");
            }
          })
          .start();
    }

    @Actor
    public void two(I_Result r) {
      synchronized (this) {
        r.r1 = x;
      }
    }
  }

  /** jcstress runs the arbiter when the actors have ended; what they started may still run. */
  @State
  public static class ChildAndArbiter {
    private volatile int x;

    @Actor
    public void one() {
      new Thread(() -> {
            x = 1;
            x = 2;
          })
          .start();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = x;
      r.r2 = x;
    }
  }

  /** All that actors do happens before what the arbiter does; what their threads do need not. */
  @State
  public static class ArbiterRaces {
    private int byActor;
    private int byChild;

    @Actor
    public void one() {
      new Thread(() -> byChild = 1).start();
      byActor = 1;
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(II_Result r) {
      r.r1 = byActor;
      r.r2 = byChild;
    }
  }

  /** A thread writes the result when jcstress may have read it. */
  @State
  public static class LateResult {
    @Actor
    public void one(I_Result r) {
      new Thread(() -> r.r1 = 1).start();
    }

    @Actor
    public void two() {}
  }

  /** The arbiter starts a thread, and joins it. */
  @State
  public static class ArbiterStarts {
    private volatile int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two() {
      x = 2;
    }

    @Arbiter
    public void end(II_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> x += 10);
      thread.start();
      r.r1 = x % 10;
      thread.join();
      r.r2 = x / 10;
    }
  }

  /** Threads that wait, spin or lock for ever do not hold up the actors. */
  @State
  public static class Stragglers {
    private volatile boolean never;
    private final CountDownLatch latch = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) {
      new Thread(() -> {
            while (!never) {
              Thread.onSpinWait();
            }
          })
          .start();
      new Thread(() -> {
            try {
              latch.await();
            } catch (InterruptedException e) {
            }
          })
          .start();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  /** An actor that waits for such a thread does wait for ever. */
  @State
  public static class Joined {
    private final CountDownLatch latch = new CountDownLatch(1);

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> {
        try {
          latch.await();
        } catch (InterruptedException e) {
        }
      });
      thread.start();
      thread.join();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  /** An interrupt ends a join, also of one that waits already. */
  @State
  public static class InterruptedJoin {
    private final CountDownLatch latch = new CountDownLatch(1);
    private volatile Thread waiting;

    @Actor
    public void one(I_Result r) {
      Thread thread = new Thread(() -> {
        try {
          latch.await();
        } catch (InterruptedException e) {
        }
      });
      thread.start();
      waiting = Thread.currentThread();
      try {
        thread.join();
        r.r1 = 1;
      } catch (InterruptedException e) {
        r.r1 = Thread.currentThread().isInterrupted() ? 3 : 2;
      }
    }

    @Actor
    public void two() {
      while (waiting == null) {
        Thread.onSpinWait();
      }
      waiting.interrupt();
    }
  }

  /** An interrupt before the start is kept (Thread.interrupt since JDK 14). */
  @State
  public static class InterruptedBeforeStart {
    private volatile boolean seen;

    @Actor
    public void one(ZZ_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> seen = Thread.interrupted());
      thread.interrupt();
      r.r1 = thread.isInterrupted();
      thread.start();
      thread.join();
      r.r2 = seen;
    }

    @Actor
    public void two() {}
  }

  /** A timed join comes back sooner or later, whatever the thread does. */
  @State
  public static class TimedJoin {
    private final CountDownLatch latch = new CountDownLatch(1);

    @Actor
    public void one(ZZ_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> r.r2 = true);
      thread.start();
      thread.join(1, 1);
      r.r1 = thread.isAlive();
      thread.join();
    }

    @Actor
    public void two() {}
  }

  /** Javadoc of Thread.join and sleep: negative times are refused, null is no thread. */
  @State
  public static class Refused {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread none = null;
      r.r1 += refuses(() -> none.join());
      r.r1 += refuses(() -> none.isAlive());
      r.r1 += refuses(() -> none.interrupt());
      r.r1 += refuses(() -> none.start());
      r.r1 += refuses(() -> Thread.currentThread().join(-1));
      r.r1 += refuses(() -> Thread.sleep(-1));
      r.r1 += refuses(() -> Thread.sleep(1, 1_000_000));
    }

    @Actor
    public void two() {}

    private interface Call {
      void run() throws InterruptedException;
    }

    private static int refuses(Call call) throws InterruptedException {
      try {
        call.run();
        return 0;
      } catch (NullPointerException e) {
        return 1;
      } catch (IllegalArgumentException e) {
        return 10;
      }
    }
  }

  /** A subclass with a run method, a start method and a name of its own. */
  @State
  public static class Subclass {
    private volatile int x;

    private final class Worker extends Thread {
      private Worker() {
        super("worker");
      }

      @Override
      public synchronized void start() {
        x = 1;
        super.start();
      }

      @Override
      public void run() {
        x += getName().length() + (Thread.currentThread() == this ? 10 : 0);
      }
    }

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread worker = new Worker();
      worker.start();
      worker.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  /** Thread.setDaemon: before the start only. */
  @State
  public static class Daemons {
    private volatile boolean stop;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      Thread thread = new Thread(() -> {
        while (!stop) {
          Thread.onSpinWait();
        }
      });
      thread.setDaemon(false);
      boolean before = thread.isDaemon();
      thread.start();
      String refused = "no";
      try {
        thread.setDaemon(true);
      } catch (IllegalThreadStateException e) {
        refused = "yes";
      }
      stop = true;
      thread.join();
      r.r1 = before + " " + refused;
    }

    @Actor
    public void two() {}
  }

  /** A thread starts a thread; the end of the one comes after that start. */
  @State
  public static class Grandchild {
    private int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread child = new Thread(() -> {
        Thread grandchild = new Thread(() -> x = 1);
        grandchild.start();
        try {
          grandchild.join();
        } catch (InterruptedException e) {
        }
      });
      child.start();
      child.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  /** Whoever sees that a thread is no longer alive sees all that it did (JLS 17.4.4). */
  @State
  public static class SeenEnd {
    private int x;
    private volatile Thread thread;

    @Actor
    public void one() {
      Thread started = new Thread(() -> x = 1);
      started.start();
      thread = started;
    }

    @Actor
    public void two(I_Result r) {
      Thread seen = thread;
      r.r1 = seen == null || seen.isAlive() ? -1 : x;
    }
  }
}
