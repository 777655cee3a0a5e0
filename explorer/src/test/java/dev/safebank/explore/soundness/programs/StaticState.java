package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Static state: every execution begins as a fresh JVM would (JLS 12.4). */
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
public final class StaticState {

  private StaticState() {}

  @State
  @Expect(
      value = {"1", "DEADLOCK"},
      mustProve = true,
      because = "JLS 12.4.1: warm is false when an execution begins; 17.1: opposite orders")
  public static class DeadlockOnce {
    static boolean warm;
    static final Object A = new Object();
    static final Object B = new Object();
    volatile int n;

    @Actor
    public void one() {
      synchronized (A) {
        n = 1;
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
        n = 2;
        if (!warm) {
          synchronized (A) {
            warm = true;
          }
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = warm ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: instance is read and written without order")
  public static class LazySingletonPlain {
    static class Service {
      static Service instance;

      static Service get() {
        if (instance == null) {
          instance = new Service();
        }
        return instance;
      }
    }

    Service a;
    Service b;

    @Actor
    public void one() {
      a = Service.get();
    }

    @Actor
    public void two() {
      b = Service.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a == b ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.2: INSTANCE is made anew by each JVM")
  public static class MutableSingleton {
    static final class Counter {
      static final Counter INSTANCE = new Counter();
      private int n;

      synchronized int next() {
        return ++n;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Counter.INSTANCE.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.INSTANCE.next();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "JLS 8.9.3: the constant is made when the enum is initialised")
  public static class EnumOnce {
    enum Once {
      INSTANCE;
      final AtomicBoolean done = new AtomicBoolean();
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = Once.INSTANCE.done.compareAndSet(false, true);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = Once.INSTANCE.done.compareAndSet(false, true);
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 17.1: created once, under the monitor of the class")
  public static class LazySingletonSynchronized {
    static class Service {
      static Service instance;
      static int created;

      static synchronized Service get() {
        if (instance == null) {
          instance = new Service();
          created++;
        }
        return instance;
      }
    }

    @Actor
    public void one() {
      Service.get();
    }

    @Actor
    public void two() {
      Service.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Service.created;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because =
          "JLS 4.12.5: instance is null at first, though the class has an initialiser for others")
  public static class LazyHalfInit {
    static class Service {
      static final Object LOCK = new Object();
      static Service instance;
      static int created = 0;

      static Service get() {
        synchronized (LOCK) {
          if (instance == null) {
            instance = new Service();
            created++;
          }
          return instance;
        }
      }
    }

    @Actor
    public void one() {
      Service.get();
    }

    @Actor
    public void two() {
      Service.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Service.created;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 4.12.5: zero at first, in a class without an initialiser")
  public static class StaticNoInit {
    static int n;

    static synchronized int next() {
      return ++n;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"1, 12", "2, 11"},
      mustProve = true,
      because = "JLS 4.12.5: m is zero at first, n ten")
  public static class StaticHalfInit {
    static int n = 10;
    static int m;

    @Actor
    public void one(II_Result r) {
      synchronized (StaticHalfInit.class) {
        r.r1 = ++m;
        n++;
      }
    }

    @Actor
    public void two(II_Result r) {
      synchronized (StaticHalfInit.class) {
        ++m;
        r.r2 = n + 1;
        n++;
      }
    }
  }

  @State
  @Expect(
      value = {"1, 1"},
      mustProve = true,
      because = "JLS 4.12.5: memo is null at first, so it is computed in every execution")
  public static class StaticMemo {
    static Integer memo;
    static int computed;

    static synchronized int memo() {
      if (memo == null) {
        computed++;
        memo = 7;
      }
      return memo;
    }

    @Actor
    public void one() {
      memo();
    }

    @Actor
    public void two() {
      memo();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = computed;
      r.r2 = memo == null ? 0 : 1;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 8.9.3: the constant's own fields begin anew")
  public static class EnumSingleton {
    enum Counter {
      INSTANCE;
      private int n;

      synchronized int next() {
        return ++n;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Counter.INSTANCE.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.INSTANCE.next();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 9.3: a constant of an interface is a static field as any")
  public static class InterfaceConstant {
    interface Shared {
      AtomicInteger COUNT = new AtomicInteger();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Shared.COUNT.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Shared.COUNT.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.2: the array is made anew")
  public static class StaticArray {
    static final int[] COUNTS = new int[1];

    static int next() {
      synchronized (COUNTS) {
        return ++COUNTS[0];
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.2: the list is made anew")
  public static class StaticList {
    static final List<Integer> SEEN = new ArrayList<>();

    static int next() {
      synchronized (SEEN) {
        SEEN.add(1);
        return SEEN.size();
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = "2",
      torn = {"1", "FAILED*"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "ArrayList is not synchronized; JLS 12.4.2: the list is made anew")
  public static class StaticListRacy {
    static List<Integer> seen = new ArrayList<>();

    @Actor
    public void one() {
      seen.add(1);
    }

    @Actor
    public void two() {
      seen.add(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = seen.size();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "ConcurrentMap.putIfAbsent is atomic; JLS 12.4.2: the map is made anew")
  public static class StaticMapCache {
    static final Map<String, Integer> CACHE = new ConcurrentHashMap<>();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = CACHE.putIfAbsent("a", 1) == null;
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = CACHE.putIfAbsent("a", 2) == null;
    }
  }

  static int ofTheOuterClass;

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 4.12.5: the outer class's field is zero at first")
  public static class OuterStatic {
    static synchronized int next() {
      return ++ofTheOuterClass;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 8.3.1.1: one field, by whichever class's name it is reached")
  public static class SuperclassStatic {
    static class Base {
      static int n;
    }

    static class Left extends Base {}

    static class Right extends Base {}

    @Actor
    public void one(II_Result r) {
      synchronized (Base.class) {
        r.r1 = ++Left.n;
      }
    }

    @Actor
    public void two(II_Result r) {
      synchronized (Base.class) {
        r.r2 = ++Right.n;
      }
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.2: the atomic is made anew")
  public static class StaticAtomic {
    static final AtomicInteger COUNT = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      r.r1 = COUNT.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = COUNT.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "JLS 12.4.2: the lock is made anew, and free, though it is never given back")
  public static class StaticLockKept {
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

  @State
  @Expect(
      value = {"1, 0", "0, 1"},
      mustProve = true,
      because = "JLS 12.4.2: the semaphore is made anew, with one permit")
  public static class StaticSemaphore {
    static final Semaphore PERMITS = new Semaphore(1);

    @Actor
    public void one(II_Result r) {
      r.r1 = PERMITS.tryAcquire() ? 1 : 0;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = PERMITS.tryAcquire() ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 12.4.2: the latch is made anew, with a count of one")
  public static class StaticLatch {
    static final CountDownLatch READY = new CountDownLatch(1);
    int x;

    @Actor
    public void one() {
      x = 1;
      READY.countDown();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      READY.await();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = "1, 1",
      mustProve = true,
      because = "ThreadLocal: each thread has its own, made anew")
  public static class StaticThreadLocal {
    static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

    @Actor
    public void one(II_Result r) {
      r.r1 = ++COUNT.get()[0];
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = ++COUNT.get()[0];
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 15.15.1: boxed, added, boxed again, under the monitor")
  public static class StaticBoxed {
    static Integer n = 0;

    static synchronized int next() {
      return ++n;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"ab", "ba"},
      mustProve = true,
      because = "JLS 12.4.2: the text is empty at first")
  public static class StaticString {
    static String log = "";

    static synchronized void log(String s) {
      log = log.concat(s);
    }

    @Actor
    public void one() {
      log("a");
    }

    @Actor
    public void two() {
      log("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = log;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 15.27.4: the lambda's body uses the field, which is zero at first")
  public static class LambdaOnStatic {
    static int n;
    static final IntSupplier NEXT = () -> {
      synchronized (LambdaOnStatic.class) {
        return ++n;
      }
    };

    @Actor
    public void one(II_Result r) {
      r.r1 = NEXT.getAsInt();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = NEXT.getAsInt();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 8.10.3: a record may have static fields as any class")
  public static class RecordStatic {
    record Id(int n) {
      static int last;

      static synchronized Id fresh() {
        return new Id(++last);
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Id.fresh().n();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Id.fresh().n();
    }
  }

  @State
  @Expect(
      value = {"10", "20"},
      mustProve = true,
      because = "JLS 14.11: a switch over an enum, with its table in a class of its own")
  public static class EnumSwitch {
    enum Light {
      RED,
      GREEN
    }

    volatile Light light = Light.RED;

    @Actor
    public void one() {
      light = Light.GREEN;
    }

    @Actor
    public void two(I_Result r) {
      switch (light) {
        case RED:
          r.r1 = 10;
          break;
        case GREEN:
          r.r1 = 20;
          break;
        default:
          r.r1 = 30;
      }
    }
  }

  @State
  @Expect(
      value = {"1, 1", "1, 2", "2, 1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: nothing orders the accesses to the constant's field")
  public static class EnumFieldRacy {
    enum Counter {
      INSTANCE;
      int n;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Counter.INSTANCE.n + 1;
      Counter.INSTANCE.n = r.r1;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.INSTANCE.n + 1;
      Counter.INSTANCE.n = r.r2;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 8.9.1: a constant with a body is a class of its own")
  public static class EnumConstantBody {
    enum Op {
      ADD {
        int n;

        @Override
        synchronized int next() {
          return ++n;
        }
      };

      abstract int next();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Op.ADD.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Op.ADD.next();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "JLS 9.3: the interface's map is made anew")
  public static class InterfaceMap {
    interface Cache {
      Map<String, Integer> MAP = new ConcurrentHashMap<>();

      default boolean first() {
        return MAP.putIfAbsent("a", 1) == null;
      }
    }

    static class Impl implements Cache {}

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = new Impl().first();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = new Impl().first();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 0"},
      mustProve = true,
      because = "VarHandle.getAndAdd is atomic; JLS 4.12.5: zero at first")
  public static class StaticByVarHandle {
    static volatile int n;
    static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findStaticVarHandle(StaticByVarHandle.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = (int) N.getAndAdd(1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = (int) N.getAndAdd(1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Field.setInt writes the field; JLS 4.12.5: zero at first")
  public static class StaticByReflection {
    static int n;

    @Actor
    public void one() throws ReflectiveOperationException {
      StaticByReflection.class.getDeclaredField("n").setInt(null, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 17.4.5: double-checked, with a volatile field")
  public static class DoubleCheckedVolatile {
    static class Service {
      static volatile Service instance;
      static final AtomicInteger CREATED = new AtomicInteger();

      static Service get() {
        Service s = instance;
        if (s == null) {
          synchronized (Service.class) {
            s = instance;
            if (s == null) {
              CREATED.incrementAndGet();
              instance = s = new Service();
            }
          }
        }
        return s;
      }
    }

    @Actor
    public void one() {
      Service.get();
    }

    @Actor
    public void two() {
      Service.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Service.CREATED.get();
    }
  }

  @State
  @Expect(
      value = "7, 7",
      mayAlso = {"0, 7", "7, 0"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.4.5: double-checked, with a plain field")
  public static class DoubleCheckedPlain {
    static class Service {
      int n;
      static Service instance;

      Service() {
        n = 7;
      }

      static Service get() {
        Service s = instance;
        if (s == null) {
          synchronized (Service.class) {
            s = instance;
            if (s == null) {
              instance = s = new Service();
            }
          }
        }
        return s;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Service.get().n;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Service.get().n;
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 12.4.2: a final primitive is computed anew, from a counter that begins anew")
  public static class FinalPrimitiveComputed {
    static final AtomicInteger COUNT = new AtomicInteger();
    static final int ID = COUNT.incrementAndGet();
    volatile int n;

    @Actor
    public void one(I_Result r) {
      n = 1;
      r.r1 = ID;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 4.12.5: a private static of a nested class")
  public static class PrivateStatic {
    private static class Counter {
      private static int n;
    }

    @Actor
    public void one(II_Result r) {
      synchronized (this) {
        r.r1 = ++Counter.n;
      }
    }

    @Actor
    public void two(II_Result r) {
      synchronized (this) {
        r.r2 = ++Counter.n;
      }
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.2: all elements of the array are made anew")
  public static class StaticArrayOfObjects {
    static class Cell {
      int n;
    }

    static final Cell[] CELLS = {new Cell()};

    static int next() {
      synchronized (CELLS[0]) {
        return ++CELLS[0].n;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 4.12.5: a static that only the arbiter resets, or nobody, is zero at first")
  public static class StaticLongAndVolatile {
    static volatile long n;
    static final Object LOCK = new Object();

    static long next() {
      synchronized (LOCK) {
        n = n + 1;
        return n;
      }
    }

    @Actor
    public void one(JJ_Result r) {
      r.r1 = next();
    }

    @Actor
    public void two(JJ_Result r) {
      r.r2 = next();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 12.4.2: a static linked list of the program's own is made anew")
  public static class StaticRegistry {
    static class Node {
      final Node next;

      Node(Node next) {
        this.next = next;
      }
    }

    static Node head;

    static synchronized int add() {
      head = new Node(head);
      int n = 0;
      for (Node at = head; at != null; at = at.next) {
        n++;
      }
      return n;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = add();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = add();
    }
  }
}
