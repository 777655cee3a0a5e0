package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Programs that fail before, beside or after their actors: none of that may end an exploration. */
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
public final class Crashes {

  private Crashes() {}

  @State
  @Expect(
      value = "the constructor throws",
      mayBeRefused = true,
      because = "jcstress: the state cannot be made")
  public static class ConstructorThrows {
    public ConstructorThrows() {
      throw new IllegalStateException("as the program wants");
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "the initialiser throws",
      mayBeRefused = true,
      because = "jcstress: the state's class cannot be initialised")
  public static class InitialiserThrows {
    static int n = fail();

    static int fail() {
      throw new IllegalStateException("as the program wants");
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "FAILED*", because = "jcstress: a test whose actor throws has failed")
  public static class ActorThrows {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
      throw new IllegalStateException("as the program wants");
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(value = "FAILED*", because = "jcstress: a test whose arbiter throws has failed")
  public static class ArbiterThrows {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two() {
      n = 2;
    }

    @Arbiter
    public void end(I_Result r) {
      throw new IllegalStateException("as the program wants");
    }
  }

  @State
  @Expect(
      value = "FAILED*",
      because = "jcstress: a test whose actor throws has failed, whatever it throws")
  public static class ActorThrowsError {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
      throw new OutOfMemoryError("as the program wants");
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "FAILED*"},
      mustProve = true,
      because = "jcstress: an execution in which an actor throws has failed, another has not")
  public static class ActorThrowsSometimes {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      if (n == 1) {
        throw new IllegalStateException("as the program wants");
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayBeRefused = true,
      because = "a constructor that starts a thread and waits for it")
  public static class ConstructorJoins {
    volatile int x;

    public ConstructorJoins() {
      Thread t = new Thread(() -> x = 0);
      t.start();
      try {
        t.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "a constructor that locks, counts down, interrupts nobody")
  public static class ConstructorSteps {
    final ReentrantLock l = new ReentrantLock();
    final CountDownLatch c = new CountDownLatch(1);
    volatile int x;

    public ConstructorSteps() {
      l.lock();
      try {
        synchronized (this) {
          x = 0;
        }
      } finally {
        l.unlock();
      }
      c.countDown();
    }

    @Actor
    public void one() throws InterruptedException {
      c.await();
      x = 1;
    }

    @Actor
    public void two(I_Result r) {
      l.lock();
      r.r1 = x;
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayBeRefused = true,
      because = "a constructor that uses a pool")
  public static class ConstructorUsesPool {
    volatile int x;

    public ConstructorUsesPool() {
      CompletableFuture.runAsync(() -> x = 0).join();
    }

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "the constructor waits for ever",
      mayBeRefused = true,
      because = "a constructor that never returns")
  public static class ConstructorWaits {
    public ConstructorWaits() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "DEADLOCK|STUCK", mayBeRefused = true, because = "an arbiter that never returns")
  public static class ArbiterWaits {
    volatile int n;
    final CountDownLatch never = new CountDownLatch(1);

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two() {
      n = 2;
    }

    @Arbiter
    public void end(I_Result r) throws InterruptedException {
      never.await();
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "1", because = "OutOfMemoryError, caught: an array that is larger than any heap")
  public static class OutOfMemory {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      try {
        long[][] all = new long[1 << 30][];
        n = all.length;
        r.r1 = 2;
      } catch (OutOfMemoryError e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(value = "1", because = "ThreadGroup, thread names, priorities: of no matter")
  public static class ThreadTrimmings {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(new ThreadGroup("group"), () -> x = 1, "child");
      t.setPriority(Thread.MAX_PRIORITY);
      t.start();
      t.join();
      r.r1 = t.getName().equals("child") ? x : 2;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0, 0", "1, 1"},
      mustProve = true,
      because = "a result that the arbiter sets from what the actors left in it")
  public static class ResultReused {
    volatile int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = x;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = r.r1;
    }
  }

  @State
  @Expect(
      value = "40",
      mayBeRefused = true,
      because = "a child for each of many rounds: threads that have ended count no more")
  public static class ManyThreadsInTurn {
    int n;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      for (int i = 0; i < 40; i++) {
        Thread t = new Thread(() -> n++);
        t.start();
        t.join();
      }
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "20000", because = "an execution of many steps")
  public static class ManySteps {
    volatile int n;
    volatile int m;

    @Actor
    public void one(I_Result r) {
      for (int i = 0; i < 20_000; i++) {
        n = i + 1;
      }
      r.r1 = n;
    }

    @Actor
    public void two() {
      m = n;
    }
  }
}
