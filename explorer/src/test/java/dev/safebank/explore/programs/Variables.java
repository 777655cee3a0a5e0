package dev.safebank.explore.programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A program for each way to share a variable that the explorer knows. */
public final class Variables {

  private Variables() {}

  /** Two atomic increments. */
  @State
  public static class Increments {
    private final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      n.incrementAndGet();
    }

    @Actor
    public void two() {
      n.updateAndGet(before -> before + 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  /** A method reference to an atomic. */
  @State
  public static class MethodReferences {
    private final AtomicInteger n = new AtomicInteger();

    private static int call(IntSupplier supplier) {
      return supplier.getAsInt();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = call(n::incrementAndGet);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = call(n::incrementAndGet);
    }
  }

  /** An element of an atomic array, and one that is another location. */
  @State
  public static class Elements {
    private final AtomicIntegerArray n = new AtomicIntegerArray(2);

    @Actor
    public void one(II_Result r) {
      n.set(0, n.get(0) + 1);
      n.set(1, 1);
    }

    @Actor
    public void two(II_Result r) {
      n.set(0, n.get(0) + 1);
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = n.get(0);
      r.r2 = n.get(1);
    }
  }

  /** One field, reached in three ways: they are the same location. */
  @State
  public static class ThreeWays {
    private static final VarHandle HANDLE;
    private static final AtomicIntegerFieldUpdater<ThreeWays> UPDATER =
        AtomicIntegerFieldUpdater.newUpdater(ThreeWays.class, "n");

    static {
      try {
        HANDLE = MethodHandles.lookup().findVarHandle(ThreeWays.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private volatile int n;

    @Actor
    public void byHandle() {
      HANDLE.setVolatile(this, (int) HANDLE.getVolatile(this) + 1);
    }

    @Actor
    public void byUpdater() {
      UPDATER.incrementAndGet(this);
    }

    @Actor
    public void directly() {
      n = 10;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  /** Released and acquired: no race, but not sequentially consistent either. */
  @State
  public static class ReleaseAcquire {
    private static final VarHandle FLAG;

    static {
      try {
        FLAG = MethodHandles.lookup().findVarHandle(ReleaseAcquire.class, "flag", boolean.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @SuppressWarnings("UnusedVariable") // through its handle
    private boolean flag;

    private int data;

    @Actor
    public void send() {
      data = 1;
      FLAG.setRelease(this, true);
    }

    @Actor
    public void receive(I_Result r) {
      r.r1 = (boolean) FLAG.getAcquire(this) ? data : -1;
    }
  }

  /** Opaque accesses are atomic, but race. */
  @State
  public static class Opaque {
    private static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findVarHandle(Opaque.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @SuppressWarnings("UnusedVariable") // through its handle
    private int n;

    @Actor
    public void write() {
      N.setOpaque(this, 1);
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = (int) N.getOpaque(this);
    }
  }

  /** One weak compare-and-set, which may fail for no reason. */
  @State
  public static class Weak {
    private final AtomicBoolean flag = new AtomicBoolean();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = flag.weakCompareAndSetVolatile(false, true);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = flag.get();
    }
  }

  /** Static fields start afresh in every execution. */
  @State
  public static class Statics {
    private static final List<Integer> NUMBERS = new ArrayList<>();
    private static int n = 5;

    @Actor
    public void one(II_Result r) {
      synchronized (Statics.class) {
        n++;
        NUMBERS.add(n);
      }
    }

    @Actor
    public void two(II_Result r) {
      synchronized (Statics.class) {
        n++;
        NUMBERS.add(n);
      }
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = n;
      r.r2 = NUMBERS.size();
    }
  }

  /** A plain list, added to without a lock. */
  @State
  public static class RacingList {
    private final List<Integer> list = new ArrayList<>();

    @Actor
    public void one() {
      list.add(1);
    }

    @Actor
    public void two() {
      list.add(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = list.size();
    }
  }

  /** A concurrent map, asked and then told. */
  @State
  public static class CheckThenPut {
    private final ConcurrentMap<String, Integer> map = new ConcurrentHashMap<>();

    @Actor
    public void one(II_Result r) {
      r.r1 = put(1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = put(2);
    }

    private int put(int value) {
      if (map.containsKey("key")) {
        return 0;
      }
      map.put("key", value);
      return value;
    }
  }

  /** An adder is not read in one step. */
  @State
  public static class Adder {
    private final LongAdder adder = new LongAdder();

    @Actor
    public void one() {
      adder.increment();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = adder.intValue();
    }
  }

  /** Thread-locals belong to actors. */
  @State
  public static class Locals {
    private static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> 1);

    @Actor
    public void one(II_Result r) {
      LOCAL.set(LOCAL.get() + 1);
      r.r1 = LOCAL.get();
    }

    @Actor
    public void two(II_Result r) {
      LOCAL.set(LOCAL.get() + 2);
      r.r2 = LOCAL.get();
    }
  }

  /** Which of two objects has the greater identity hash code. */
  @State
  public static class Hashes {
    private final Object a = new Object();
    private final Object b = new Object();

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.compare(System.identityHashCode(a), System.identityHashCode(b));
    }

    @Actor
    public void two(I_Result r) {
      Thread.onSpinWait();
    }
  }

  /** A data race only where the second of two objects has the smaller identity hash code. */
  @State
  public static class RaceByHash {
    private final Object a = new Object();
    private final Object b = new Object();
    private int n;

    @Actor
    public void one(I_Result r) {
      if (System.identityHashCode(a) > System.identityHashCode(b)) {
        n = 1;
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  /** Records, interfaces with code of their own, and inheritance. */
  @State
  public static class Inherited extends Base implements Named {

    @Actor
    public void one(II_Result r) {
      r.r1 = bump(new Pair(1, 2));
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = bump(new Pair(3, 4));
    }
  }

  /** What is inherited: a field. */
  private static class Base {
    volatile int n;
  }

  /** What is inherited: code. */
  private interface Named {

    default int bump(Pair pair) {
      synchronized (this) {
        Base base = (Base) this;
        int before = base.n;
        base.n = before + pair.first() + pair.second();
        return base.n;
      }
    }
  }

  private record Pair(int first, int second) {}

  /** Chance that nobody controls. */
  @State
  public static class Chance {
    private static final Random RANDOM = new Random();
    private volatile int n;

    @Actor
    public void one(I_Result r) {
      if (RANDOM.nextBoolean()) {
        n = 1;
      }
      n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  /** A thread pool, which the explorer cannot control. */
  @State
  public static class Pool {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @Actor
    public void one(I_Result r) {
      pool.shutdown();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = 1;
    }
  }

  /** An actor that throws. */
  @State
  public static class Throwing {

    @Actor
    public void one(I_Result r) {
      throw new IllegalStateException("as the test wants");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = 1;
    }
  }

  /** A reader that spins until it is told. */
  @State
  public static class Spinner {
    private volatile boolean ready;

    @Actor
    public void reader(I_Result r) {
      while (!ready) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void writer() {
      ready = true;
    }
  }

  /** An actor that tries again until a weak compare-and-set, which may fail once, succeeds. */
  @State
  public static class WeakSpinner {
    private final AtomicBoolean flag = new AtomicBoolean();

    @Actor
    public void setter(I_Result r) {
      while (!flag.weakCompareAndSetVolatile(false, true)) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void reader() {
      flag.get();
    }
  }

  /** A reader that gives up after some rounds, counted in a local variable. */
  @State
  public static class CountingSpinner {
    private volatile boolean ready;

    @Actor
    public void reader(I_Result r) {
      int rounds = 0;
      while (!ready && rounds < 3) {
        rounds++;
      }
      r.r1 = rounds;
    }

    @Actor
    public void writer() {
      ready = true;
    }
  }

  /** A reader that gives up after some rounds, counted where no variable of the program is. */
  @State
  public static class SecretlyCountingSpinner {
    private volatile boolean ready;

    @Actor
    public void reader(I_Result r) {
      StringBuilder rounds = new StringBuilder();
      while (!ready && rounds.length() < 3) {
        rounds.append('.');
      }
      r.r1 = rounds.length();
    }

    @Actor
    public void writer() {
      ready = true;
    }
  }

  /** A reader that counts, in a field of its own, how often it has read the same. */
  @State
  public static class Scanner {
    private final AtomicIntegerArray n = new AtomicIntegerArray(new int[] {1, 1, 1});
    private int next;
    private int sum;

    @Actor
    public void reader(I_Result r) {
      while (next < 3) {
        sum += n.get(1);
        next++;
      }
      r.r1 = sum;
    }

    @Actor
    public void writer() {
      n.set(1, 2);
    }
  }

  /** A reader that goes through a list; how far it is, only the iterator knows. */
  @State
  public static class Walker {
    private final List<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2, 3));

    @Actor
    public void reader(I_Result r) {
      Iterator<Integer> numbers = list.iterator();
      while (numbers.next() < 3) {
        Thread.onSpinWait();
      }
      r.r1 = numbers.hasNext() ? numbers.next() : 0;
    }

    @Actor
    public void writer() {
      list.add(10);
    }
  }

  /** A number taken out by an exchange and put back by a release: whoever wants it spins. */
  @State
  public static class Handover {
    private final AtomicInteger n = new AtomicInteger(1);
    private int data;

    @Actor
    public void one(II_Result r) {
      int taken = take();
      r.r1 = ++data;
      n.setRelease(taken + 1);
    }

    @Actor
    public void two(II_Result r) {
      int taken = take();
      r.r2 = ++data;
      n.setRelease(taken + 1);
    }

    private int take() {
      int taken;
      while ((taken = n.getAndSet(0)) == 0) {
        Thread.onSpinWait();
      }
      return taken;
    }
  }

  /** As {@link Handover}, but one does not wait: it makes something of what it found missing. */
  @State
  public static class Peek {
    private final AtomicInteger n = new AtomicInteger(1);

    @Actor
    public void one() {
      n.setRelease(n.getAndSet(0) + 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n.get();
    }
  }

  /** As {@link Handover}, but what was taken is handed back by one who has not taken it. */
  @State
  public static class StrangersHandover {
    private final AtomicInteger n = new AtomicInteger(1);

    @Actor
    public void one(I_Result r) {
      while (n.getAndSet(0) == 0) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      n.setRelease(2);
    }
  }

  /** A reader that spins though nobody will tell it. */
  @State
  public static class Forsaken {
    private volatile boolean ready;

    @Actor
    public void reader(I_Result r) {
      while (!ready) {
        Thread.onSpinWait();
      }
    }

    @Actor
    public void writer() {
      ready = false;
    }
  }
}
