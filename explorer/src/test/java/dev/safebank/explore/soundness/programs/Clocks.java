package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Clocks move. */
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
public final class Clocks {

  private Clocks() {}

  @State
  @Expect(
      value = {"set", "timeout"},
      because = "System.nanoTime: time elapses, as much as the scheduler likes")
  public static class Deadline {
    volatile boolean flag;

    @Actor
    public void one(L_Result r) {
      long end = System.nanoTime() + 1_000;
      while (!flag) {
        if (System.nanoTime() - end > 0) {
          r.r1 = "timeout";
          return;
        }
        Thread.onSpinWait();
      }
      r.r1 = "set";
    }

    @Actor
    public void two() {
      flag = true;
    }
  }

  @State
  @Expect(value = "timeout", because = "System.nanoTime: time elapses, and nobody sets the flag")
  public static class DeadlineNobody {
    volatile boolean flag;
    volatile int n;

    @Actor
    public void one(L_Result r) {
      long end = System.nanoTime() + 1_000;
      while (!flag) {
        if (System.nanoTime() - end > 0) {
          r.r1 = "timeout";
          return;
        }
        Thread.onSpinWait();
      }
      r.r1 = "set";
    }

    @Actor
    public void two() {
      if (n == 1) {
        flag = true;
      }
    }
  }

  @State
  @Expect(
      value = {"set", "timeout"},
      because = "System.currentTimeMillis: time elapses")
  public static class MillisDeadline {
    volatile boolean flag;

    @Actor
    public void one(L_Result r) {
      long end = System.currentTimeMillis() + 10;
      r.r1 = "timeout";
      while (System.currentTimeMillis() < end) {
        if (flag) {
          r.r1 = "set";
          return;
        }
      }
    }

    @Actor
    public void two() {
      flag = true;
    }
  }

  @State
  @Expect(
      value = {"set", "timeout"},
      because = "Instant.now, Duration: time elapses")
  public static class InstantDeadline {
    volatile boolean flag;

    @Actor
    public void one(L_Result r) {
      Instant start = Instant.now();
      r.r1 = "timeout";
      while (Duration.between(start, Instant.now()).compareTo(Duration.ofMillis(1)) < 0) {
        if (flag) {
          r.r1 = "set";
          return;
        }
      }
    }

    @Actor
    public void two() {
      flag = true;
    }
  }

  @State
  @Expect(
      value = {"set", "timeout"},
      because = "Clock.systemUTC().millis(): time elapses")
  public static class ClockDeadline {
    volatile boolean flag;
    final Clock clock = Clock.systemUTC();

    @Actor
    public void one(L_Result r) {
      long end = clock.millis() + 5;
      r.r1 = "timeout";
      while (clock.millis() < end) {
        if (flag) {
          r.r1 = "set";
          return;
        }
      }
    }

    @Actor
    public void two() {
      flag = true;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "System.nanoTime: two readings may differ, or not")
  public static class TwoReadings {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      long before = System.nanoTime();
      n = 1;
      r.r1 = System.nanoTime() > before;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      because = "System.nanoTime: who read it first, nobody knows")
  public static class ReadingsOfTwo {
    long a;
    long b;

    @Actor
    public void one() {
      a = System.nanoTime();
    }

    @Actor
    public void two() {
      b = System.nanoTime();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Long.compare(a, b);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "new Date(): the time, to the millisecond")
  public static class DateOfNow {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      Date before = new Date();
      n = 1;
      r.r1 = new Date().after(before);
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "LocalDateTime.now: the time")
  public static class LocalNow {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      java.time.LocalDateTime before = java.time.LocalDateTime.now();
      n = 1;
      r.r1 = java.time.LocalDateTime.now().isAfter(before);
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "a deadline around a timed tryLock, over at any round")
  public static class LockUntilDeadline {
    final ReentrantLock l = new ReentrantLock();
    volatile int n;

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      long end = System.nanoTime() + 1_000_000;
      for (; ; ) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return;
        }
        if (l.tryLock(left, TimeUnit.NANOSECONDS)) {
          r.r1 = true;
          l.unlock();
          return;
        }
      }
    }

    @Actor
    public void two() {
      l.lock();
      n = 1;
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"set", "timeout"},
      because =
          "Object.wait(long) in a loop with a deadline: the idiom of every hand-written timed wait")
  public static class WaitUntilDeadline {
    boolean set;

    @Actor
    public synchronized void one(L_Result r) throws InterruptedException {
      long end = System.nanoTime() + 2_000_000;
      while (!set) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          r.r1 = "timeout";
          return;
        }
        wait(left);
      }
      r.r1 = "set";
    }

    @Actor
    public synchronized void two() {
      set = true;
      notifyAll();
    }
  }

  @State
  @Expect(value = "1", because = "TimeUnit, Duration: conversions read no clock")
  public static class Conversions {
    volatile int n;

    @Actor
    public void one(J_Result r) {
      n = 1;
      r.r1 = TimeUnit.MILLISECONDS.convert(Duration.ofSeconds(1)) / TimeUnit.SECONDS.toMillis(1);
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "System.nanoTime, by a method reference")
  public static class ClockByReference {
    volatile int n;
    final LongSupplier clock = System::nanoTime;

    @Actor
    public void one(Z_Result r) {
      long before = clock.getAsLong();
      n = 1;
      r.r1 = clock.getAsLong() > before;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }
}
