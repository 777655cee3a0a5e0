package dev.safebank.explore.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Programs that do not come to an end, or not to their next step; explorations of them do. */
@SuppressWarnings({
  "InfiniteRecursion",
  "ModifiedButNotUsed",
  "NonAtomicVolatileUpdate",
  "ThreadPriorityCheck",
  "UnusedVariable"
})
public final class Runaways {

  private Runaways() {}

  /** Code that is not instrumented, if explorations leave it out. */
  public static final class Foreign {

    private static volatile boolean released;

    private Foreign() {}

    /** Never returns. */
    public static boolean spin() {
      while (!released) {
        Thread.onSpinWait();
      }
      return released;
    }

    /** Blocks for real. */
    public static boolean park() {
      while (!released) {
        LockSupport.park();
      }
      return released;
    }

    /** Blocks for real until it is interrupted, and then returns. */
    public static boolean sleep() {
      LockSupport.park();
      return Thread.interrupted();
    }
  }

  /** One actor never returns from a call that is not instrumented. */
  @State
  public static class Spinning {
    private volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n == 1 && Foreign.spin() ? -1 : n;
    }
  }

  /** One actor blocks where the explorer has no part in it. */
  @State
  public static class Parking {
    private volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n == 1 && Foreign.park() ? -1 : n;
    }
  }

  /** One actor blocks, and when it is woken up after the exploration takes steps as if nothing. */
  @State
  public static class Waking {
    private volatile int n;

    @Actor
    public void one() {
      while (true) {
        try {
          n += Foreign.sleep() ? 1 : 2;
        } catch (Throwable endOfExecution) {
          n--;
        }
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = 1;
    }
  }

  /** A loop that does nothing, for ever. */
  @State
  public static class EmptyLoop {
    private volatile int n;

    @Actor
    public void one(I_Result r) {
      n = 1;
      while (r != null) {
        Thread.onSpinWait();
      }
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  /** A loop that only counts, for ever. */
  @State
  public static class CountingLoop {
    private volatile int n;

    @Actor
    public void one(L_Result r) {
      long rounds = 0;
      while (rounds >= 0) {
        rounds = rounds + 1 & Integer.MAX_VALUE;
      }
      r.r1 = rounds + n;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  /** A loop with many rounds and no step comes to its end. */
  @State
  public static class LongLoop {
    private volatile int n;

    @Actor
    public void one(I_Result r) {
      int sum = 0;
      for (int i = 0; i < 3_000_000; i++) {
        sum += i & 1;
      }
      r.r1 = sum + n;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  /** Recursion without an end, and without steps. */
  @State
  public static class Recursion {
    private volatile int n;

    private int depth(int at) {
      return depth(at + 1) + 1;
    }

    @Actor
    public void one(I_Result r) {
      n = 1;
      try {
        r.r1 = depth(0);
      } catch (StackOverflowError e) {
        r.r1 = -1;
      }
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  /** Recursion without an end; each call is a step that another actor can feel. */
  @State
  public static class SteppingRecursion {
    private volatile int n;

    private int depth() {
      n++;
      return depth() + 1;
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = depth();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  /** Takes all of the heap. */
  @State
  public static class Greedy {
    private volatile int n;

    @Actor
    public void one(I_Result r) {
      List<byte[]> all = new ArrayList<>();
      try {
        while (n < 2) {
          all.add(new byte[1 << 28]);
        }
      } catch (OutOfMemoryError e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  /** Swallows whatever would end it. */
  @State
  public static class Swallower {
    private volatile int n;

    @Actor
    public void one() {
      while (true) {
        try {
          n++;
          synchronized (this) {
            n--;
          }
        } catch (Throwable anything) {
          n = 7;
        }
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  /** Too many interleavings for the time that there is. */
  @State
  public static class Endless {
    private volatile int n;

    private void count() {
      for (int i = 0; i < 12; i++) {
        n++;
      }
    }

    @Actor
    public void one() {
      count();
    }

    @Actor
    public void two() {
      count();
    }

    @Actor
    public void three() {
      count();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n > 0 ? 1 : 0;
    }
  }

  /** Starts one thread after the other. */
  @State
  public static class ManyThreads {
    @Actor
    public void one(I_Result r) {
      for (int i = 0; i < 40; i++) {
        new Thread(() -> {}).start();
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  /** Starts a thread in the constructor of its state. */
  @State
  public static class StartsEarly {
    private volatile int n;

    public StartsEarly() {
      new Thread(() -> n = 1).start();
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  /** An arbiter that loops. */
  @State
  public static class LoopingArbiter {
    private volatile int n;

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
      while (n > 0) {
        Thread.onSpinWait();
      }
      r.r1 = n;
    }
  }

  /** Comes to its end. */
  @State
  public static class Healthy {
    private volatile int n;

    @Actor
    public void one(I_Result r) {
      r.r1 = n;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }
}
