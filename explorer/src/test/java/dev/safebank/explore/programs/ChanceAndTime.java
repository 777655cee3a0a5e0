package dev.safebank.explore.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Clocks, identity hash codes, thread-locals, copies of arrays, and loops that come to an end. */
@SuppressWarnings({
  "ArrayHashCode",
  "EmptyCatch",
  "IdentityHashMapUsage",
  "InheritableThreadLocal",
  "JdkObsolete",
  "LockNotBeforeTry",
  "ThreadLocalUsage",
  "ThreadPriorityCheck",
  "UnnecessaryLambda",
  "UnusedVariable"
})
public final class ChanceAndTime {

  private ChanceAndTime() {}

  /** Waits until a deadline; somebody may come in time. */
  @State
  public static class Deadline {
    private volatile boolean set;

    @Actor
    public void one(L_Result r) {
      long deadline = System.currentTimeMillis() + 100;
      while (!set) {
        if (System.currentTimeMillis() > deadline) {
          r.r1 = "timeout";
          return;
        }
        Thread.yield();
      }
      r.r1 = "set";
    }

    @Actor
    public void two() {
      set = true;
    }
  }

  /** Two deadlines, one after the other; nobody comes. */
  @State
  public static class TwoDeadlines {
    private volatile boolean never;

    private boolean waited() {
      long start = System.nanoTime();
      while (System.nanoTime() - start < 1_000_000) {
        if (never) {
          return true;
        }
        Thread.onSpinWait();
      }
      return never;
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = waited();
      r.r2 = waited();
    }

    @Actor
    public void two() {
      never = false;
    }
  }

  /** Time never goes back, whoever reads it (System.nanoTime). */
  @State
  public static class Monotonic {
    private volatile long seen;

    @Actor
    public void one() {
      seen = System.nanoTime();
    }

    @Actor
    public void two(ZZ_Result r) {
      long before = seen;
      long now = System.nanoTime();
      r.r1 = before == 0 || now - before >= 0;
      r.r2 = System.nanoTime() - now >= 0;
    }
  }

  /** Which of two objects has the greater identity hash code, asked by two actors. */
  @State
  public static class AskedByTwo {
    private final Object a = new Object();
    private final Object b = new Object();

    private int order() {
      return Integer.compare(System.identityHashCode(a), b.hashCode());
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = order();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = order();
    }
  }

  /** Weak orders of three objects: thirteen. */
  @State
  public static class ThreeObjects {
    final Object[] all = {new Object(), new Object(), new Object()};

    @Actor
    public void one(L_Result r) {
      int[] codes = new int[all.length];
      for (int i = 0; i < all.length; i++) {
        codes[i] = System.identityHashCode(all[i]);
      }
      int[] sorted = Arrays.stream(codes).sorted().distinct().toArray();
      StringBuilder ranks = new StringBuilder();
      for (int code : codes) {
        ranks.append(Arrays.binarySearch(sorted, code));
      }
      r.r1 = ranks.toString();
    }

    @Actor
    public void two() {}
  }

  /** Asked for in the constructor of the state and in the arbiter, a code stays the same. */
  @State
  public static class AskedOutside {
    private final Object a = new Object();
    private final Object b = new Object();
    private final int before = Integer.compare(a.hashCode(), b.hashCode());

    @Actor
    public void one() {}

    @Actor
    public void two() {}

    @Arbiter
    public void end(II_Result r) {
      r.r1 = before;
      r.r2 = Integer.compare(System.identityHashCode(a), System.identityHashCode(b));
    }
  }

  /** More objects than are tried in every order. */
  @State
  public static class FiveObjects {
    @Actor
    public void one(I_Result r) {
      int greater = 0;
      Object first = new Object();
      for (int i = 0; i < 4; i++) {
        greater += System.identityHashCode(new Object()) > System.identityHashCode(first) ? 1 : 0;
      }
      r.r1 = greater;
    }

    @Actor
    public void two() {}
  }

  /** A race that is there under one order of identity hash codes only. */
  @State
  public static class RaceUnderOneOrder {
    private final Object a = new Object();
    private final Object b = new Object();
    private int x;

    @Actor
    public void one() {
      if (System.identityHashCode(a) < System.identityHashCode(b)) {
        x = 1;
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  /** Thread-locals: null is a value; an override of initialValue and remove count. */
  @State
  public static class Locals {
    private final ThreadLocal<Integer> local = new ThreadLocal<>() {
      @Override
      protected Integer initialValue() {
        return 7;
      }
    };

    @Actor
    public void one(L_Result r) {
      Integer first = local.get();
      local.set(null);
      Integer second = local.get();
      local.remove();
      r.r1 = first + " " + second + " " + local.get();
    }

    @Actor
    public void two() {
      local.set(8);
    }
  }

  /** A thread inherits when it is created, by childValue, unless its constructor says no. */
  @State
  public static class Heirs {
    private final InheritableThreadLocal<Integer> local = new InheritableThreadLocal<>() {
      @Override
      protected Integer childValue(Integer parent) {
        return parent + 1;
      }
    };

    @Actor
    public void one(L_Result r) throws InterruptedException {
      StringBuffer seen = new StringBuffer();
      Runnable look = () -> seen.append(local.get()).append(' ');
      local.set(5);
      Thread heir = new Thread(look);
      Thread disinherited = new Thread(null, look, "disinherited", 0, false);
      local.set(9);
      heir.start();
      heir.join();
      disinherited.start();
      disinherited.join();
      r.r1 = seen.append(local.get()).toString();
    }

    @Actor
    public void two() {
      local.set(1);
    }
  }

  /** System.arraycopy: what fails before the copy leaves the destination as it is. */
  @State
  public static class RefusedCopies {
    private final Object[] to = {"", ""};

    @Actor
    public void one(I_Result r) {
      Object[] from = {"a", "b", "c"};
      r.r1 += refused(() -> System.arraycopy(from, 0, to, 0, 3));
      r.r1 += refused(() -> System.arraycopy(from, 2, to, 0, 2));
      r.r1 += refused(() -> System.arraycopy(from, 0, to, -1, 1));
      r.r1 += refused(() -> System.arraycopy(from, 0, to, 0, -1));
      r.r1 += refused(() -> System.arraycopy(from, Integer.MAX_VALUE, to, 0, 2));
      r.r1 += refused(() -> System.arraycopy(null, 0, to, 0, 1));
      r.r1 += refused(() -> System.arraycopy("no array", 0, to, 0, 1));
      r.r1 += refused(() -> System.arraycopy(new int[1], 0, to, 0, 1));
      r.r1 += refused(() -> System.arraycopy(new int[1], 0, new long[1], 0, 1));
      System.arraycopy(from, 3, to, 2, 0);
      r.r1 += to[0].equals("") && to[1].equals("") ? 1000 : 0;
    }

    @Actor
    public void two() {}

    private static int refused(Runnable copy) {
      try {
        copy.run();
        return 0;
      } catch (IndexOutOfBoundsException e) {
        return 1;
      } catch (NullPointerException e) {
        return 10;
      } catch (ArrayStoreException e) {
        return 100;
      }
    }
  }

  /** An element that cannot be stored: those before it are copied (System.arraycopy). */
  @State
  public static class HalfACopy {
    private final Integer[] to = {0, 0, 0};

    @Actor
    public void one() {
      try {
        System.arraycopy(new Object[] {1, 2, "three"}, 0, to, 0, 3);
      } catch (ArrayStoreException e) {
      }
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(L_Result r) {
      r.r1 = to[0] + " " + to[1] + " " + to[2];
    }
  }

  /** A copy onto itself, as if by way of a third array. */
  @State
  public static class Overlap {
    @Actor
    public void one(I_Result r) {
      int[] array = {1, 2, 3, 4};
      System.arraycopy(array, 0, array, 1, 3);
      r.r1 = array[0] * 1000 + array[1] * 100 + array[2] * 10 + array[3];
    }

    @Actor
    public void two() {}
  }

  /** for-each over a shared list, under a lock. */
  @State
  public static class ForEach {
    private final Lock lock = new ReentrantLock();
    private final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

    private int sum() {
      int sum = 0;
      lock.lock();
      try {
        for (int each : list) {
          sum += each;
        }
      } finally {
        lock.unlock();
      }
      return sum;
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = sum();
    }

    @Actor
    public void two() {
      lock.lock();
      list.add(10);
      lock.unlock();
    }
  }

  /** A loop that reads the same variable a fixed number of times. */
  @State
  public static class ThreeReads {
    private volatile int x;

    @Actor
    public void one(I_Result r) {
      int sum = 0;
      for (int i = 0; i < 3; i++) {
        sum += x;
      }
      r.r1 = sum;
    }

    @Actor
    public void two() {
      x = 1;
    }
  }

  /** A loop over an iterator of elements that are locked one by one. */
  @State
  public static class OneByOne {
    private final List<AtomicInteger> all = List.of(new AtomicInteger(1), new AtomicInteger(2));

    @Actor
    public void one(I_Result r) {
      Iterator<AtomicInteger> each = all.iterator();
      int sum = 0;
      while (each.hasNext()) {
        AtomicInteger number = each.next();
        synchronized (number) {
          sum += number.get();
        }
      }
      r.r1 = sum;
    }

    @Actor
    public void two() {
      synchronized (all.get(1)) {
        all.get(1).set(12);
      }
    }
  }

  /** Tries a lock three times, then gives up. */
  @State
  public static class ThreeTries {
    private final Lock lock = new ReentrantLock();
    private volatile int n;

    @Actor
    public void one(I_Result r) {
      for (int attempt = 1; attempt <= 3; attempt++) {
        if (lock.tryLock()) {
          lock.unlock();
          r.r1 = attempt;
          return;
        }
        Thread.onSpinWait();
      }
    }

    @Actor
    public void two() {
      lock.lock();
      n = 1;
      lock.unlock();
    }
  }

  /** Spins with a variable that changes, and comes back to what it was. */
  @State
  public static class Toggling {
    private volatile boolean set;

    @Actor
    public void one(I_Result r) {
      boolean odd = false;
      while (!set) {
        odd = !odd;
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      set = true;
    }
  }

  /** Waits to be interrupted. */
  @State
  public static class Polling {
    private volatile Thread polling;

    @Actor
    public void one(I_Result r) {
      polling = Thread.currentThread();
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      while (polling == null) {
        Thread.onSpinWait();
      }
      polling.interrupt();
    }
  }
}
