package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Features of the language together: state of records, enums and interfaces, locks by value. */
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
public final class CombinedFeatures {

  private CombinedFeatures() {}

  record Numbered(int value) {
    static int made;

    Numbered {
      made++;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "JLS 8.10.3: a record's static field is a static field; 17.4.5")
  public static class RecordCountsItself {
    @Actor
    public void one() {
      new Numbered(1);
    }

    @Actor
    public void two() {
      new Numbered(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Numbered.made;
    }
  }

  enum Op {
    UP {
      @Override
      synchronized int next() {
        return ++n;
      }
    },
    DOWN {
      @Override
      synchronized int next() {
        return --n;
      }
    };
    int n;

    abstract int next();
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 8.9.1: each constant with a body is of a class of its own, and one object")
  public static class ConstantWithBody {
    @Actor
    public void one(II_Result r) {
      r.r1 = Op.UP.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Op.valueOf("UP").next();
    }
  }

  interface Counting {
    AtomicInteger N = new AtomicInteger(5);

    static int up() {
      return N.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"6, 7", "7, 6"},
      mustProve = true,
      because = "JLS 9.3: fields of interfaces are static, 12.4.1")
  public static class InterfaceCounts {
    @Actor
    public void one(II_Result r) {
      r.r1 = Counting.up();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counting.N.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 8.1.3: a local class keeps the value of what it captures, here a reference")
  public static class LocalClassCaptures {
    final int[] shared = new int[1];

    @Actor
    public void one(I_Result r) {
      int[] captured = shared;
      class Reader {
        int read() {
          return captured[0];
        }
      }
      r.r1 = new Reader().read();
    }

    @Actor
    public void two() {
      int[] captured = shared;
      Runnable writer = () -> captured[0] = 1;
      writer.run();
    }
  }

  abstract static class Tally {
    static final Tally IT = new Tally() {
      int n;

      @Override
      int up() {
        return ++n;
      }
    };

    abstract int up();
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1", "1, 1"},
      races = Expect.Races.SOME,
      because = "JLS 15.9.5: an anonymous class, made by a static initialiser; 17.4.5")
  public static class AnonymousSingleton {
    @Actor
    public void one(II_Result r) {
      r.r1 = Tally.IT.up();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Tally.IT.up();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 15.27.4: this in a lambda is the object around it; 17.1")
  public static class LambdaLocksThis {
    int x;
    final IntSupplier up = () -> {
      synchronized (this) {
        return ++x;
      }
    };

    @Actor
    public void one(II_Result r) {
      r.r1 = up.getAsInt();
    }

    @Actor
    public synchronized void two(II_Result r) {
      r.r2 = ++x;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "JLS 14.11: the selector of a switch is evaluated once")
  public static class StringSwitch {
    volatile String s = "Aa";

    @Actor
    public void one() {
      s = "BB";
    }

    @Actor
    public void two(I_Result r) {
      switch (s) {
        case "Aa":
          r.r1 = 1;
          break;
        case "BB":
          r.r1 = 2;
          break;
        default:
          r.r1 = 3;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mayAlso = {"10"},
      races = Expect.Races.SOME,
      because = "JLS 15.12.4.2: an array is passed to a method of variable arity as it is")
  public static class VarargsOfShared {
    final Integer[] a = {0, 0};

    static int sum(Integer... all) {
      int s = 0;
      for (int each : all) {
        s += each;
      }
      return s;
    }

    @Actor
    public void one() {
      a[0] = 1;
      a[1] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = sum(a);
    }
  }

  static class Weight implements Comparable<Weight> {
    volatile int v;

    @Override
    public int compareTo(Weight other) {
      return Integer.compare(v, other.v);
    }
  }

  @State
  @Expect(
      value = {"0", "-1"},
      mustProve = true,
      because = "JLS 15.12.4.5: a bridge method calls the one that is overridden")
  public static class BridgeReads {
    final Weight a = new Weight(), b = new Weight();

    @Actor
    public void one() {
      b.v = 1;
      a.v = 1;
    }

    @Actor
    public void two(I_Result r) {
      Comparable raw = a;
      r.r1 = raw.compareTo(b);
    }
  }

  record Held(Lock lock, List<String> log) implements AutoCloseable {
    Held {
      lock.lock();
    }

    @Override
    public void close() {
      log.add("closed");
      lock.unlock();
    }
  }

  @State
  @Expect(
      value = {"4"},
      mustProve = true,
      because = "JLS 14.20.3: a resource is closed whether or not the block throws")
  public static class ResourceUnlocks {
    final Lock lock = new ReentrantLock();
    final List<String> log = new ArrayList<>();
    int x;

    void work() {
      try (Held held = new Held(lock, log)) {
        x++;
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
      }
    }

    @Actor
    public void one() {
      work();
    }

    @Actor
    public void two() {
      work();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x + log.size();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 14.19: a monitor is unlocked when the block completes abruptly")
  public static class ThrowInNestedMonitors {
    final Object a = new Object(), b = new Object();
    int x;

    void work() {
      try {
        synchronized (a) {
          synchronized (b) {
            x++;
            int zero = 0;
            x = x / (zero + 1);
            Object[] o = new String[1];
            o[0] = 1;
          }
        }
      } catch (ArrayStoreException e) {
      }
    }

    @Actor
    public void one() {
      work();
    }

    @Actor
    public void two() {
      work();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "DEADLOCK|STUCK"},
      because = "JLS 17.2.1: wait releases the one monitor; it may wake up for no reason")
  public static class NestedMonitorLockout {
    final Object outer = new Object(), inner = new Object();
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (outer) {
        synchronized (inner) {
          if (!set) {
            inner.wait();
          }
          r.r1 = set ? 1 : 0;
        }
      }
    }

    @Actor
    public void two() {
      synchronized (outer) {
        synchronized (inner) {
          set = true;
          inner.notifyAll();
        }
      }
    }
  }

  @State
  @Expect(
      value = {"2", "DEADLOCK|STUCK"},
      because = "JLS 5.1.7: small numbers are boxed to the same objects")
  public static class BoxedLocks {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      Integer a = 1, b = 2;
      synchronized (a) {
        synchronized (b) {
          n.incrementAndGet();
        }
      }
    }

    @Actor
    public void two() {
      Object a = Integer.valueOf(1), b = Integer.valueOf("2");
      synchronized (b) {
        synchronized (a) {
          n.incrementAndGet();
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "String.intern: one object for equal strings, that of the literal (JLS 3.10.5)")
  public static class InternedLock {
    int x;

    @Actor
    public void one() {
      synchronized (new String(new char[] {'l', 'k'}).intern()) {
        x++;
      }
    }

    @Actor
    public void two() {
      synchronized ("lk") {
        x++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  static class Base {
    static int x;

    void up() {
      synchronized (getClass()) {
        x++;
      }
    }
  }

  static class Derived extends Base {}

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Object.getClass: two classes are two monitors; 17.4.5")
  public static class LockOfRuntimeClass {
    @Actor
    public void one() {
      new Base().up();
    }

    @Actor
    public void two() {
      new Derived().up();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Base.x;
    }
  }

  static class Parent {
    static final Object CHILD = new Child();

    static int touch() {
      return 1;
    }
  }

  static class Child extends Parent {
    static int reach() {
      return 2;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "DEADLOCK|STUCK"},
      because = "JLS 12.4.2: a class is initialised after its superclass, under its own lock")
  public static class ParentMakesChild {
    @Actor
    public void one(II_Result r) {
      r.r1 = Parent.touch();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Child.reach();
    }
  }

  static class Log {
    static int n;

    static synchronized int add(int by) {
      n += by;
      return n;
    }
  }

  interface WithDefault {
    int X = Log.add(1);

    default void m() {}
  }

  interface WithoutDefault {
    int X = Log.add(10);

    void k();
  }

  static class Both implements WithDefault, WithoutDefault {
    @Override
    public void k() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "JLS 12.4.1: only superinterfaces that declare default methods are initialised")
  public static class InterfaceInitialisation {
    @Actor
    public void one() {
      new Both();
    }

    @Actor
    public void two() {
      new Both();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Log.n;
    }
  }

  static class Broken {
    static final int X = fail();

    static int fail() {
      throw new IllegalStateException();
    }

    static int x() {
      return 1;
    }
  }

  @State
  @Expect(
      value = {"first, later", "later, first"},
      mustProve = true,
      because =
          "JLS 12.4.2 steps 5 and 10: ExceptionInInitializerError once, then NoClassDefFoundError")
  public static class InitialiserFailsOnce {
    static String use() {
      try {
        return "" + Broken.x();
      } catch (ExceptionInInitializerError e) {
        return "first";
      } catch (NoClassDefFoundError e) {
        return "later";
      }
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = use();
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = use();
    }
  }

  @State
  @Expect(
      value = {"00", "01", "11"},
      mustProve = true,
      because = "JLS 15.7.1: operands from left to right, each read")
  public static class ConcatReadsTwice {
    volatile int v;

    @Actor
    public void one() {
      v = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + v + v;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "10", "11"},
      mustProve = true,
      because = "JLS 15.26.2: the left operand is read first, then the right one")
  public static class CompoundAssignment {
    volatile int x, y;

    @Actor
    public void one() {
      y = 1;
      x = 10;
    }

    @Actor
    public void two() {
      x += y;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  static class Upper {
    volatile int x;

    int upper() {
      return x;
    }
  }

  static class Lower extends Upper {
    volatile int x;

    void set() {
      x = 1;
      super.x = 1;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0", "1, 1"},
      mustProve = true,
      because = "JLS 8.3: a field hides that of a superclass, and is another variable")
  public static class HiddenField {
    final Lower o = new Lower();

    @Actor
    public void one() {
      o.set();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = o.upper();
      r.r1 = o.x;
    }
  }

  static class Twice {
    private static volatile Twice it;
    final AtomicInteger made = new AtomicInteger(1);

    static Twice get() {
      Twice local = it;
      if (local == null) {
        synchronized (Twice.class) {
          local = it;
          if (local == null) {
            it = local = new Twice();
          }
        }
      }
      return local;
    }
  }

  @State
  @Expect(
      value = {"2, 3", "3, 2"},
      mustProve = true,
      because = "JLS 17.4.5: double-checked locking with a volatile field")
  public static class DoubleChecked {
    @Actor
    public void one(II_Result r) {
      r.r1 = Twice.get().made.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Twice.get().made.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 8.3.1.4: the elements of a volatile array are not volatile")
  public static class VolatileArray {
    volatile int[] a = new int[1];

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"over, over"},
      because = "JVMS 6.3: StackOverflowError is an Error like others")
  public static class RecursesTooDeep {
    static int deep(int n) {
      return deep(n + 1) + 1;
    }

    static String run() {
      try {
        return "" + deep(0);
      } catch (StackOverflowError e) {
        return "over";
      }
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = run();
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = run();
    }
  }

  @State
  @Expect(
      value = {"over"},
      mayAlso = {"1", "0"},
      races = Expect.Races.EITHER,
      because = "JVMS 6.3: also where each call locks and writes")
  public static class RecursesWithSteps {
    volatile int n;

    synchronized int deep() {
      n = 1;
      return deep() + 1;
    }

    @Actor
    public void one(L_Result r) {
      try {
        r.r1 = "" + deep();
      } catch (StackOverflowError e) {
        r.r1 = "over";
      }
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"memory, 1", "memory, 0"},
      because = "JVMS 6.3: OutOfMemoryError for an array that is too large")
  public static class TooLargeAnArray {
    volatile int n;

    @Actor
    public void one(LL_Result r) {
      try {
        r.r1 = "" + new long[Integer.MAX_VALUE].length;
      } catch (OutOfMemoryError e) {
        r.r1 = "memory";
      }
      r.r2 = "" + n;
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "JLS 15.20.2: the operand of instanceof is evaluated once")
  public static class PatternReadsOnce {
    volatile Object o = "a";

    @Actor
    public void one() {
      o = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o instanceof String s ? s.length() : 2;
    }
  }

  @State
  @Expect(
      value = {"0", "7"},
      mustProve = true,
      because = "JLS 14.20.2: finally runs, and its return replaces the exception")
  public static class FinallyReturns {
    volatile int x;

    int read() {
      try {
        throw new IllegalStateException();
      } finally {
        return x;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = read();
    }

    @Actor
    public void two() {
      x = 7;
    }
  }

  class Inner {
    int read() {
      return outer;
    }

    class Deeper {
      void write() {
        outer = 1;
      }
    }
  }

  int outer;

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 15.8.4: an inner class writes the field of the object around it")
  public static class InnerWritesOuter {
    final CombinedFeatures o = new CombinedFeatures();

    @Actor
    public void one() {
      o.new Inner().new Deeper().write();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o.new Inner().read();
    }
  }
}
