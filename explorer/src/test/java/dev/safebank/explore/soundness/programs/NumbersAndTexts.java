package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Numbers and texts that OpenJDK chooses: times that are left, messages, depths of stacks, texts of
 * synchronizers.
 */
@SuppressWarnings({
  "all",
  "deprecation",
  "finally",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class NumbersAndTexts {

  private NumbersAndTexts() {}

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "Condition.awaitNanos: an estimate of what is left")
  public static class AwaitNanosHalf {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      try {
        long left = c.awaitNanos(1_000_000);
        r.r1 = left <= 0 ? 0 : left < 1_000_000 ? 1 : 2;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"neg", "zero", "pos"},
      because = "Condition.awaitNanos: less than or equal to zero if it timed out")
  public static class AwaitNanosNegative {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.lock();
      try {
        long left = c.awaitNanos(1_000_000);
        r.r1 = left < 0 ? "neg" : left == 0 ? "zero" : "pos";
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {},
      mayAlso = "*",
      because = "Condition.awaitNanos: an estimate of what is left")
  public static class AwaitNanosShown {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(J_Result r) throws InterruptedException {
      l.lock();
      try {
        r.r1 = c.awaitNanos(1_000_000);
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Condition.awaitNanos as argument")
  public static class AwaitNanosRemaining {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean ok;

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      l.lock();
      try {
        long n = 1000;
        while (!ok && n > 0) n = c.awaitNanos(n);
        r.r1 = ok;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        ok = true;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = "false",
      because =
          "Condition.await: false if the waiting time elapsed before return, and here there is none")
  public static class AwaitZeroTime {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      l.lock();
      r.r1 = c.await(0, TimeUnit.SECONDS);
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"false"},
      because = "Condition.awaitUntil(past)",
      mayAlso = "true")
  public static class AwaitUntilPast {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      l.lock();
      r.r1 = c.awaitUntil(new Date(0));
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Semaphore.toString: number of permits")
  public static class SemaphoreText {
    final Semaphore s = new Semaphore(1);

    @Actor
    public void one() {
      s.acquireUninterruptibly();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.toString().endsWith("[Permits = 1]");
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "CountDownLatch.toString")
  public static class LatchText {
    final CountDownLatch s = new CountDownLatch(1);

    @Actor
    public void one() {
      s.countDown();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = ("" + s).endsWith("[Count = 1]");
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "ReentrantLock.toString")
  public static class LockText {
    final Lock s = new ReentrantLock();

    @Actor
    public void one() {
      s.lock();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = String.valueOf(s).endsWith("[Unlocked]");
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "StampedLock.toString")
  public static class StampedText {
    final StampedLock s = new StampedLock();

    @Actor
    public void one() {
      s.writeLock();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.toString().endsWith("[Unlocked]");
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "FutureTask.toString, CompletableFuture.toString")
  public static class FutureText {
    final CompletableFuture<Integer> s = new CompletableFuture<>();

    @Actor
    public void one() {
      s.complete(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.toString().endsWith("[Not completed]");
    }
  }

  @State
  @Expect(value = "null", because = "ReentrantLock.unlock: OpenJDK's exception has no message")
  public static class UnlockMessage {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(L_Result r) {
      try {
        l.unlock();
      } catch (IllegalMonitorStateException e) {
        r.r1 = "" + e.getMessage();
      }
    }
  }

  @State
  @Expect(
      value = "current thread is not owner",
      because = "Object.notify: the message is HotSpot's")
  public static class NotifyMessage {
    @Actor
    public void one(L_Result r) {
      try {
        notify();
      } catch (IllegalMonitorStateException e) {
        r.r1 = "" + e.getMessage();
      }
    }
  }

  @State
  @Expect(value = "sleep interrupted", because = "Thread.sleep: the message is OpenJDK's")
  public static class SleepMessage {
    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        r.r1 = e.getMessage();
      }
    }
  }

  @State
  @Expect(value = "current thread is not owner", because = "OpenJDK's message")
  public static class WaitMessage {
    @Actor
    public void one(L_Result r) throws InterruptedException {
      try {
        wait();
      } catch (IllegalMonitorStateException e) {
        r.r1 = e.getMessage();
      }
    }
  }

  @State
  @Expect(
      value = "attempt to unlock read lock, not locked by current thread",
      because = "OpenJDK's message")
  public static class ReadUnlockMessage {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(L_Result r) {
      try {
        l.readLock().unlock();
      } catch (IllegalMonitorStateException e) {
        r.r1 = e.getMessage();
      }
    }
  }

  @State
  @Expect(value = "null null", because = "OpenJDK's message")
  public static class SignalMessage {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(L_Result r) throws InterruptedException {
      String s = "";
      try {
        c.signal();
      } catch (IllegalMonitorStateException e) {
        s += e.getMessage();
      }
      try {
        c.await();
      } catch (IllegalMonitorStateException e) {
        s += " " + e.getMessage();
      }
      r.r1 = s;
    }
  }

  @State
  @Expect(
      value = "FAILED: one threw java.lang.InterruptedException: sleep interrupted",
      because = "Thread.sleep: interrupted before; the message is OpenJDK's")
  public static class InterruptedActor {
    @Actor
    public void one() throws InterruptedException {
      Thread.currentThread().interrupt();
      Thread.sleep(1);
    }
  }

  @State
  @Expect(
      value = {},
      mayAlso = "*",
      because = "JVMS 2.5.2: how deep the stack is, each JVM says for itself")
  public static class DepthShows {
    int d;

    void f() {
      d++;
      f();
    }

    @Actor
    public void one(I_Result r) {
      try {
        f();
      } catch (StackOverflowError e) {
        r.r1 = d;
      }
    }
  }

  @State
  @Expect(
      value = "7",
      because = "JVMS 2.5.2: whether the stack is deep enough, each JVM says for itself")
  public static class DepthInFinally {
    int d;

    int f() {
      d++;
      try {
        return f();
      } finally {
        if (d > 100) return 7;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = f();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "StackOverflowError in lock",
      mayAlso = "*")
  public static class StackOverflowInLock {
    final ReentrantLock l = new ReentrantLock();
    volatile int n;

    void f() {
      l.lock();
      try {
        f();
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void one(I_Result r) {
      try {
        f();
      } catch (StackOverflowError e) {
      }
      r.r1 = l.isLocked() ? 2 : 1;
    }

    @Actor
    public void two() {
      l.lock();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"x0", "x1"},
      because = "toString in concat steps")
  public static class ConcatSteps {
    volatile int n;

    public String toString() {
      return "" + n;
    }

    @Actor
    public void one(L_Result r) {
      r.r1 = "x" + this;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"x0y0", "x0y1", "x1y1"},
      because =
          "concat evaluates left to right (JDK-8273914 since 19; both texts are taken at the end)")
  public static class ConcatTwoReads {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      r.r1 = "x" + n + "y" + n;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"2 true", "2 false"},
      because = "return in finally overrides")
  public static class FinallyOverrides {
    volatile boolean n;

    int f() {
      try {
        if (n) throw new RuntimeException();
        return 1;
      } finally {
        return 2;
      }
    }

    @Actor
    public void one(L_Result r) {
      boolean b = n;
      r.r1 = f() + " " + b;
    }

    @Actor
    public void two() {
      n = true;
    }
  }
}
