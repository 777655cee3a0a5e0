package dev.safebank.explore.programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Programs that would keep something in static fields from one execution to the next. */
@SuppressWarnings({
  "SameNameButDifferent",
  "NonAtomicVolatileUpdate",
  "LockOnNonEnclosingClassLiteral",
  "ImmutableEnumChecker",
  "EnumOrdinal",
  "MutablePublicArray"
}) // The programs are about that.
public final class StaticFields {

  private StaticFields() {}

  /** A static field without an initialiser, in a class without one (JLS 4.12.5). */
  @State
  public static class WithoutInitializer {
    static volatile int n;

    @Actor
    public void one() {
      n++;
    }

    @Actor
    public void two() {
      n++;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  /** One field with an initialiser, one without. */
  @State
  public static class HalfInitialized {
    static final AtomicInteger A = new AtomicInteger(10);
    static AtomicInteger b;

    @Actor
    public synchronized void one(II_Result r) {
      b = b == null ? new AtomicInteger() : b;
      r.r1 = A.incrementAndGet() + b.incrementAndGet();
    }

    @Actor
    public synchronized void two(II_Result r) {
      b = b == null ? new AtomicInteger() : b;
      r.r2 = A.incrementAndGet() + b.incrementAndGet();
    }
  }

  /** The deadlock is possible only while the flag is not set. */
  @State
  public static class OnlyTheFirstTime {
    static boolean warm;
    static final Object A = new Object();
    static final Object B = new Object();

    @Actor
    public void one() {
      synchronized (A) {
        if (!warm) {
          synchronized (B) {
            warm = true;
          }
        }
      }
    }

    @Actor
    public void two() {
      synchronized (B) {
        if (!warm) {
          synchronized (A) {
            warm = true;
          }
        }
      }
    }
  }

  /** Statics of the classes around it, and of its superclass. */
  @State
  public static class Elsewhere extends Base {
    static class Nested {
      static int[] array = {0, 0};
      private static final List<Integer> LIST = new ArrayList<>();
      private static final Map<String, Integer> MAP = new HashMap<>();
    }

    private synchronized int next() {
      Nested.LIST.add(1);
      Nested.array[1]++;
      inherited += Nested.LIST.size() + Nested.MAP.size();
      Nested.MAP.put("a" + Nested.array[1], 1);
      return Nested.array[1] * 100 + inherited;
    }

    @Actor
    public void one(II_Result r) {
      synchronized (Base.class) {
        r.r1 = next();
      }
    }

    @Actor
    public void two(II_Result r) {
      synchronized (Base.class) {
        r.r2 = next();
      }
    }
  }

  /** A superclass with a static field. */
  public static class Base {
    static int inherited;
  }

  /** A lock that one execution leaves locked must be free in the next. */
  @State
  public static class LockLeftLocked {
    static final ReentrantLock LOCK = new ReentrantLock();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = LOCK.tryLock();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = LOCK.tryLock();
    }
  }

  /** A static field through a VarHandle, and an instance field through a static updater. */
  @State
  public static class Handles {
    private static final VarHandle N;
    private static final AtomicIntegerFieldUpdater<Handles> M =
        AtomicIntegerFieldUpdater.newUpdater(Handles.class, "m");

    static {
      try {
        N = MethodHandles.lookup().findStaticVarHandle(Counter.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    static class Counter {
      static volatile int n = 5;
    }

    volatile int m;

    @Actor
    public void one(II_Result r) {
      r.r1 = (int) N.getAndAdd(1) + M.getAndIncrement(this);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = (int) N.getAndAdd(1) + M.getAndIncrement(this);
    }
  }

  /** A non-capturing lambda, of which there is one for ever, works on static state. */
  @State
  public static class Lambda {
    static int n;
    static final Runnable INCREMENT = () -> n++;

    @Actor
    public synchronized void one(II_Result r) {
      INCREMENT.run();
      r.r1 = n;
    }

    @Actor
    public synchronized void two(II_Result r) {
      INCREMENT.run();
      r.r2 = n;
    }
  }

  /** A thread-local kept in a static field. */
  @State
  public static class StaticThreadLocal {
    static final ThreadLocal<int[]> LOCAL = ThreadLocal.withInitial(() -> new int[1]);

    @Actor
    public void one(II_Result r) {
      r.r1 = ++LOCAL.get()[0];
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = ++LOCAL.get()[0];
    }
  }

  /** An enum's constant with a state of its own. */
  @State
  public static class EnumWithState {
    enum Counter {
      INSTANCE;

      private final AtomicInteger n = new AtomicInteger();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Counter.INSTANCE.n.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.INSTANCE.n.incrementAndGet();
    }
  }

  /** All ways to the constants of an enum lead to the same objects (JLS 8.9.3). */
  @State
  public static class EnumConstants {
    enum Slot {
      LEFT {
        @Override
        int weight() {
          return 1;
        }
      },
      RIGHT {
        @Override
        int weight() {
          return 10;
        }
      };

      int n;

      abstract int weight();
    }

    private int all(Slot slot) {
      Map<Slot, Integer> map = new EnumMap<>(Slot.class);
      for (Slot each : EnumSet.allOf(Slot.class)) {
        map.put(each, each.n);
      }
      boolean same = Slot.valueOf(slot.name()) == slot
          && Enum.valueOf(Slot.class, slot.name()) == slot
          && Slot.values()[slot.ordinal()] == slot
          && map.keySet().contains(slot);
      int weight = switch (slot) {
        case LEFT -> slot.weight();
        case RIGHT -> slot.weight();
      };
      return same ? weight * ++slot.n : -1;
    }

    @Actor
    public synchronized void one(II_Result r) {
      r.r1 = all(Slot.LEFT) + all(Slot.RIGHT);
    }

    @Actor
    public synchronized void two(II_Result r) {
      r.r2 = all(Slot.LEFT) + all(Slot.RIGHT);
    }
  }

  /** An interface's constant is an object with a state. */
  @State
  public static class InterfaceConstant {
    interface Counting {
      AtomicInteger N = new AtomicInteger();
      int[] BOX = {7};

      static int next() {
        return N.incrementAndGet() + BOX[0];
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Counting.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counting.N.incrementAndGet() + Counting.BOX[0];
    }
  }

  /** Records, and classes that only hold constants: nothing of that is a step. */
  @State
  public static class Constants {
    enum Direction {
      THERE("t"),
      BACK("b") {
        @Override
        Direction other() {
          return THERE;
        }
      };

      private final String letter;

      Direction(String letter) {
        this.letter = letter;
      }

      Direction other() {
        return BACK;
      }
    }

    record Point(int x, int y) {
      static final Point ORIGIN = new Point(0, 1);
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Direction.THERE.other().letter.length() + Point.ORIGIN.y();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = switch (Direction.valueOf("BACK").other()) {
        case THERE -> 3;
        case BACK -> 4;
      };
    }
  }
}
