package dev.safebank.explore.programs;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Programs in which it can be told when, in which order and by whom classes are initialised. */
@SuppressWarnings({"SameNameButDifferent", "ClassInitializationDeadlock", "ImmutableEnumChecker"
}) // What it is about.
public final class Initializers {

  private Initializers() {}

  /** JLS 12.4.1: initialised when first used, by whoever that is. */
  @State
  public static class ByFirstUse {
    static final AtomicInteger ORDER = new AtomicInteger();

    static class First {
      static final int N = ORDER.incrementAndGet();
    }

    static class Second {
      static final int N = ORDER.incrementAndGet();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = First.N;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Second.N;
    }
  }

  /** What an initialiser reads depends on when it runs. */
  @State
  public static class ReadsSetting {
    static volatile int setting;

    static class Holder {
      static final int VALUE = setting;
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Holder.VALUE;
    }
  }

  /** Between two steps of an initialiser others may come. */
  @State
  public static class InSteps {
    static volatile int progress;

    static class Slow {
      static {
        progress = 1;
        progress = 2;
      }

      static void touch() {}
    }

    @Actor
    public void one() {
      Slow.touch();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = progress;
    }
  }

  /** JLS 12.4.2: who comes second waits, and sees all that the initialiser did: no race. */
  @State
  public static class SecondWaits {
    static int plain;

    static class Holder {
      static int n;

      static {
        plain = 7;
        n = 1;
        n = 2;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Holder.n + plain;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Holder.n + plain;
    }
  }

  /** JLS 12.4.1: neither constants, nor arrays, nor literals, nor instanceof initialise a class. */
  @State
  public static class NoUse {
    static int n;

    static class Never {
      static final int CONSTANT = 3;

      static {
        n = 1;
      }
    }

    @Actor
    public void one(L_Result r) throws ClassNotFoundException {
      Object array = new Never[Never.CONSTANT];
      Class<?> type =
          Class.forName(Never.class.getName(), false, Initializers.class.getClassLoader());
      r.r1 = n + " " + (array instanceof Never) + " " + (type == Never.class);
    }

    @Actor
    public void two() {}
  }

  /** JLS 12.4.1: a class is initialised by {@code Class.forName}, once. */
  @State
  public static class ForName {
    static int n;

    static class Named {
      static {
        n++;
      }
    }

    @Actor
    public void one(I_Result r) throws ClassNotFoundException {
      Class.forName(Initializers.class.getName() + "$ForName$Named");
      Class.forName(Named.class.getName());
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  /** JLS 12.4.1: superclasses first; a field of a superclass does not initialise the subclass. */
  @State
  public static class Superclasses {
    static String trace = "";

    static class Base {
      static int field = note("base ");

      static int note(String what) {
        trace += what;
        return 1;
      }
    }

    static class Sub extends Base {
      static {
        note("sub ");
      }
    }

    static class Late extends Sub {
      static {
        note("late ");
      }
    }

    @Actor
    public void one(L_Result r) {
      int field = Late.field;
      String before = trace;
      new Late();
      r.r1 = field + before + "| " + trace;
    }

    @Actor
    public void two() {}
  }

  /** JLS 12.4.1: of the superinterfaces, only those with default methods are initialised. */
  @State
  public static class Superinterfaces {
    static String trace = "";

    static int note(String what) {
      trace += what;
      return 1;
    }

    interface Abstract {
      int N = note("abstract ");

      int method();
    }

    interface WithDefault extends Abstract {
      int N = note("default ");

      @Override
      default int method() {
        return 1;
      }
    }

    static class Implementation implements WithDefault {
      static {
        note("class ");
      }
    }

    @Actor
    public void one(L_Result r) {
      new Implementation();
      int later = Abstract.N;
      r.r1 = trace + later;
    }

    @Actor
    public void two() {}
  }

  /** JVMS 6.5: {@code new} initialises before the arguments, {@code putstatic} after the value. */
  @State
  public static class BeforeArguments {
    static String trace = "";

    static int note(String what) {
      trace += what;
      return 1;
    }

    static class Created {
      static {
        note("created ");
      }

      Created(int argument) {}
    }

    static class Written {
      static int field;

      static {
        note("written ");
      }
    }

    @Actor
    public void one(L_Result r) {
      new Created(note("argument "));
      Written.field = note("value ");
      r.r1 = trace.trim();
    }

    @Actor
    public void two() {}
  }

  /** A method reference initialises a class when it is called, not when it is created. */
  @State
  public static class References {
    static String trace = "";

    static class Made {
      static {
        trace += "made ";
      }
    }

    static class Called {
      static {
        trace += "called ";
      }

      static Object call() {
        return "";
      }
    }

    @Actor
    public void one(L_Result r) {
      Supplier<Object> call = Called::call;
      Supplier<Object> make = Made::new;
      trace += "references ";
      Object made = make.get();
      Object called = call.get();
      r.r1 = made == called ? "same" : trace.trim();
    }

    @Actor
    public void two() {}
  }

  /** JLS 12.4.2, step 3: a cycle in one thread goes on with default values. */
  @State
  public static class CycleInOneThread {
    static class A {
      static final int X = Integer.parseInt("1") + B.Y;
    }

    static class B {
      static final int Y = Integer.parseInt("10") + A.X;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = A.X;
      r.r2 = B.Y;
    }

    @Actor
    public void two() {}
  }

  /** JLS 12.4.2, step 2: two initialisers that need each other's class. */
  @State
  public static class CycleInTwoThreads {
    static class A {
      static final int X = Integer.parseInt("1") + B.Y;
    }

    static class B {
      static final int Y = Integer.parseInt("10") + A.X;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = A.X;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = B.Y;
    }
  }

  /** A superclass whose constant is of the subclass: even constants may need each other. */
  @State
  public static class ConstantOfSubclass {
    static class Base {
      static final Base DEFAULT = new Sub();

      static int touch() {
        return 1;
      }
    }

    static class Sub extends Base {
      static int touchSub() {
        return 1;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Base.touch();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Sub.touchSub();
    }
  }

  /** An initialiser that takes a lock, whose holder needs the class. */
  @State
  public static class NeedsLock {
    static final Object LOCK = new Object();

    static class Holder {
      static final int N;

      static {
        synchronized (LOCK) {
          N = 1;
        }
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Holder.N;
    }

    @Actor
    public void two(II_Result r) {
      synchronized (LOCK) {
        r.r2 = Holder.N;
      }
    }
  }

  /** JLS 12.4.2, steps 5, 10 and 11: the first gets the cause, all others an error. */
  @State
  public static class Fails {
    static class Bad {
      static final int N = Integer.parseInt("no number");
    }

    private static String use() {
      try {
        return String.valueOf(Bad.N);
      } catch (ExceptionInInitializerError first) {
        return first.getCause().getClass().getSimpleName();
      } catch (NoClassDefFoundError later) {
        return later.getMessage().replaceAll(".*[$]", "");
      }
    }

    private String one;
    private String two;

    @Actor
    public void one() {
      one = use() + " " + use();
    }

    @Actor
    public void two() {
      two = use() + " " + use();
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = one + "; " + two;
    }
  }

  /** JLS 12.4.2, step 10: an error is thrown as it is; a failing superclass fails its subclass. */
  @State
  public static class FailsWithError {
    static class Bad {
      static final int N = fail();

      private static int fail() {
        throw new AssertionError("as the test wants");
      }
    }

    static class Sub extends Bad {}

    @Actor
    public void one(L_Result r) {
      String trace = "";
      for (int i = 0; i < 2; i++) {
        try {
          new Sub();
        } catch (AssertionError error) {
          trace += error.getMessage();
        } catch (NoClassDefFoundError later) {
          trace += ", later " + later.getMessage().replaceAll(".*[$]", "");
        }
      }
      r.r1 = trace;
    }

    @Actor
    public void two() {}
  }

  /** It fails in some executions only. */
  @State
  public static class FailsSometimes {
    static volatile boolean ready;

    static class Needy {
      static {
        if (!ready) {
          throw new IllegalStateException("not ready");
        }
      }

      static void touch() {}
    }

    @Actor
    public void one() {
      ready = true;
    }

    @Actor
    public void two(I_Result r) {
      try {
        Needy.touch();
        r.r1 = 1;
      } catch (ExceptionInInitializerError error) {
        r.r1 = 2;
      }
    }
  }

  /** An initialiser asks for identity hash codes, which makes the search start afresh. */
  @State
  public static class AsksForHashCode {
    static class Holder {
      static final int HASH = new Object().hashCode();
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = Holder.HASH == new Object().hashCode() ? 1 : 2;
    }

    @Actor
    public void two() {}
  }

  /** The state's constructor asks for an identity hash code. */
  @State
  public static class ConstructorAsksForHashCode {
    private final Object first = new Object();
    private final Object second = new Object();
    private final boolean less = first.hashCode() < second.hashCode();

    @Actor
    public void one(I_Result r) {
      r.r1 = less ? 1 : 2;
    }

    @Actor
    public void two() {}
  }

  /** The state's constructor is the first to use an enum with a state, through the JDK. */
  @State
  public static class ConstructorListsEnum {
    enum Counter {
      ONE;

      private int n;
    }

    private final List<Counter> counters = List.copyOf(EnumSet.allOf(Counter.class));

    @Actor
    public synchronized void one(II_Result r) {
      r.r1 = ++counters.get(0).n;
    }

    @Actor
    public synchronized void two(II_Result r) {
      r.r2 = ++Counter.ONE.n;
    }
  }

  /** The lazy holder idiom: one instance, and no race. */
  @State
  public static class LazyHolder {
    static class Service {
      private static int instances;
      private int n;

      Service() {
        n = ++instances;
      }

      static Service get() {
        return Holder.INSTANCE;
      }

      private static class Holder {
        private static final Service INSTANCE = new Service();
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

  /** A static method holds the monitor of its class only once the class is initialised. */
  @State
  public static class StaticSynchronized {
    static class Guarded {
      static int n = 1;

      static synchronized int next() {
        return n++;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Guarded.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Guarded.next();
    }
  }
}
