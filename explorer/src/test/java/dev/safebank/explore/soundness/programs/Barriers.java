package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Cyclic barriers: generations, breaking, interrupts, time limits. */
@SuppressWarnings({
  "all",
  "deprecation",
  "finally",
  "overrides",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class Barriers {

  private Barriers() {}

  @State
  @Expect(
      value = {"0, 1", "1, 0"},
      mustProve = true,
      because = "CyclicBarrier.await: the arrival index, zero for the last to arrive")
  public static class Indices {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one(II_Result r) throws Exception {
      r.r1 = b.await();
    }

    @Actor
    public void two(II_Result r) throws Exception {
      r.r2 = b.await();
    }
  }

  @State
  @Expect(
      value = {"1, 2"},
      mustProve = true,
      because = "CyclicBarrier: what is done before await happens before what follows its return")
  public static class Edge {
    final CyclicBarrier b = new CyclicBarrier(2);
    int x, y;

    @Actor
    public void one(II_Result r) throws Exception {
      x = 1;
      b.await();
      r.r2 = y;
    }

    @Actor
    public void two(II_Result r) throws Exception {
      y = 2;
      b.await();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"STUCK"},
      mustProve = true,
      because = "CyclicBarrier.await waits until all parties have arrived")
  public static class OneIsMissing {
    final CyclicBarrier b = new CyclicBarrier(3);

    @Actor
    public void one(I_Result r) throws Exception {
      r.r1 = b.await();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      b.await();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "CyclicBarrier can be used again once the waiting threads are released")
  public static class TwoRounds {
    final CyclicBarrier b = new CyclicBarrier(2);
    int x;

    @Actor
    public void one(I_Result r) throws Exception {
      x = 1;
      b.await();
      b.await();
      r.r1 = x;
    }

    @Actor
    public void two() throws Exception {
      b.await();
      x++;
      b.await();
    }
  }

  @State
  @Expect(
      value = {"1"},
      races = Expect.Races.SOME,
      because = "only what is before await is ordered")
  public static class ThreeRace {
    final CyclicBarrier b = new CyclicBarrier(2);
    int x;

    @Actor
    public void one() throws Exception {
      b.await();
      x = 1;
    }

    @Actor
    public void two() throws Exception {
      b.await();
      x = 1;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"timeout"},
      mustProve = true,
      because = "CyclicBarrier.await(timeout): TimeoutException, and the barrier is broken")
  public static class TimedAlone {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one(L_Result r) throws Exception {
      try {
        b.await(1, TimeUnit.MILLISECONDS);
        r.r1 = "passed";
      } catch (TimeoutException e) {
        r.r1 = b.isBroken() ? "timeout" : "whole";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"passed, passed", "timeout, broken"},
      mustProve = true,
      because = "CyclicBarrier.await(timeout): the others get a BrokenBarrierException")
  public static class TimedAgainstOther {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one(LL_Result r) throws Exception {
      try {
        b.await(1, TimeUnit.MILLISECONDS);
        r.r1 = "passed";
      } catch (TimeoutException e) {
        r.r1 = "timeout";
      }
    }

    @Actor
    public void two(LL_Result r) throws Exception {
      try {
        b.await();
        r.r2 = "passed";
      } catch (BrokenBarrierException e) {
        r.r2 = "broken";
      }
    }
  }

  @State
  @Expect(
      value = {"passed, passed", "timeout, broken"},
      mustProve = true,
      because = "CyclicBarrier.await(0): does not wait at all")
  public static class NoTime {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one(LL_Result r) throws Exception {
      try {
        b.await(0, TimeUnit.MILLISECONDS);
        r.r1 = "passed";
      } catch (TimeoutException e) {
        r.r1 = "timeout";
      }
    }

    @Actor
    public void two(LL_Result r) throws Exception {
      try {
        b.await();
        r.r2 = "passed";
      } catch (BrokenBarrierException e) {
        r.r2 = "broken";
      }
    }
  }

  @State
  @Expect(
      value = {"passed, passed", "interrupted, broken", "pending, passed"},
      mustProve = true,
      because =
          "CyclicBarrier.await: an interrupted thread breaks the barrier, unless it is passed already")
  public static class InterruptedAtBarrier {
    final CyclicBarrier b = new CyclicBarrier(2);
    volatile Thread t;

    @Actor
    public void one(LL_Result r) throws Exception {
      t = Thread.currentThread();
      try {
        b.await();
        r.r1 = Thread.interrupted() ? "pending" : "passed";
      } catch (InterruptedException e) {
        r.r1 = "interrupted";
      }
    }

    @Actor
    public void two(LL_Result r) throws Exception {
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
      try {
        b.await();
        r.r2 = "passed";
      } catch (BrokenBarrierException e) {
        r.r2 = "broken";
      }
    }
  }

  @State
  @Expect(
      value = {"broken", "STUCK"},
      mustProve = true,
      because = "CyclicBarrier.reset: those that wait get a BrokenBarrierException")
  public static class ResetBreaks {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one(L_Result r) throws Exception {
      try {
        b.await();
        r.r1 = "passed";
      } catch (BrokenBarrierException e) {
        r.r1 = "broken";
      }
    }

    @Actor
    public void two() {
      b.reset();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "CyclicBarrier.getNumberWaiting")
  public static class NumberWaiting {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one() throws Exception {
      try {
        b.await(1, TimeUnit.DAYS);
      } catch (TimeoutException e) {
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.getNumberWaiting();
    }
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "CyclicBarrier: a broken barrier stays broken until it is reset")
  public static class BrokenStays {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one(Z_Result r) throws Exception {
      try {
        b.await(0, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
      }
      try {
        b.await();
      } catch (BrokenBarrierException e) {
        r.r1 = true;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0"},
      mustProve = true,
      because = "CyclicBarrier(1): the first is the last")
  public static class OneParty {
    final CyclicBarrier b = new CyclicBarrier(1);

    @Actor
    public void one(I_Result r) throws Exception {
      r.r1 = b.await();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because =
          "CyclicBarrier(parties, action): the last to arrive runs the action before any returns")
  public static class WithAction {
    int x;
    final CyclicBarrier b = new CyclicBarrier(2, () -> x = 1);

    @Actor
    public void one() throws Exception {
      b.await();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      b.await();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "a subclass of CyclicBarrier that counts")
  public static class OfSubclass {
    static class Counting extends CyclicBarrier {
      final AtomicInteger n = new AtomicInteger();

      Counting() {
        super(2);
      }

      @Override
      public int await() throws InterruptedException, BrokenBarrierException {
        n.incrementAndGet();
        return super.await();
      }
    }

    final Counting b = new Counting();

    @Actor
    public void one() throws Exception {
      b.await();
    }

    @Actor
    public void two() throws Exception {
      b.await();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = b.n.get();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "1"},
      mustProve = true,
      because = "one waits at the barrier with the lock that the other needs to get there")
  public static class BarrierAndLock {
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one() throws Exception {
      synchronized (this) {
        b.await();
      }
    }

    @Actor
    public void two(I_Result r) throws Exception {
      synchronized (this) {
        r.r1 = 1;
      }
      b.await();
    }
  }
}
