package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Instances, lambdas and subclasses that leak from an initialiser; cycles, failures, threads that
 * it starts.
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
public final class MoreInitialisers {

  private MoreInitialisers() {}

  static class Reg {
    static volatile Leaks s;
    static final CountDownLatch seen = new CountDownLatch(1);
  }

  static class Leaks {
    static int v;

    static {
      Reg.s = new Leaks();
      v = 7;
    }

    int get() {
      return v;
    }

    static int sget() {
      return v;
    }
  }

  @State
  @Expect(
      value = {"-1", "7"},
      because =
          "JLS 12.4.1, 12.4.2: the use of a static field waits for the initialisation by another thread")
  public static class LeakedInstanceReadsStatic {
    @Actor
    public void one() {
      new Leaks();
    }

    @Actor
    public void two(I_Result r) {
      Leaks l = Reg.s;
      r.r1 = l == null ? -1 : l.get();
    }
  }

  static class Reg2 {
    static volatile Supplier<Integer> s;
  }

  static class Leaks2 {
    static int v;

    static {
      Reg2.s = () -> v;
      v = 7;
    }
  }

  @State
  @Expect(
      value = {"-1", "7"},
      because = "JLS 12.4.1: a lambda of the class reads its static field")
  public static class LeakedLambdaReadsStatic {
    @Actor
    public void one() {
      new Leaks2();
    }

    @Actor
    public void two(I_Result r) {
      Supplier<Integer> l = Reg2.s;
      r.r1 = l == null ? -1 : l.get();
    }
  }

  static class Reg3 {
    static volatile Base3 s;
    static final Semaphore q = new Semaphore(0);
  }

  static class Base3 {
    static int b;

    int get() {
      return b;
    }

    static {
      b = 5;
    }
  }

  static class Sub3 extends Base3 {
    static int v;

    static {
      Reg3.s = new Sub3();
      v = 7;
    }

    int get() {
      return v + b;
    }
  }

  @State
  @Expect(
      value = {"-1", "12"},
      because = "JLS 12.4.1")
  public static class LeakedSubReadsStatic {
    @Actor
    public void one() {
      new Sub3();
    }

    @Actor
    public void two(I_Result r) {
      Base3 l = Reg3.s;
      r.r1 = l == null ? -1 : l.get();
    }
  }

  static class Reg4 {
    static volatile Leaks4 s;
    static final Semaphore go = new Semaphore(0);
  }

  static class Leaks4 {
    static int v;

    static {
      Reg4.s = new Leaks4();
      Reg4.go.acquireUninterruptibly();
      v = 7;
    }

    int get() {
      return v;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "-1"},
      because = "JLS 12.4.2: two waits for the initialisation, which waits for two")
  public static class LeakedInstanceDeadlock {
    @Actor
    public void one() {
      Reg4.go.release(0);
      new Leaks4();
    }

    @Actor
    public void two(I_Result r) {
      Leaks4 l = Reg4.s;
      if (l == null) {
        r.r1 = -1;
        Reg4.go.release();
        return;
      }
      r.r1 = l.get();
      Reg4.go.release();
    }
  }

  static class LeakStaticMethod {
    static int v;

    static {
      Reg5.s = LeakStaticMethod::get;
      v = 7;
    }

    static int get() {
      return v;
    }
  }

  static class Reg5 {
    static volatile Supplier<Integer> s;
  }

  @State
  @Expect(
      value = {"-1", "7"},
      because = "JLS 12.4.1: a static method is invoked")
  public static class LeakedMethodReference {
    @Actor
    public void one() {
      new LeakStaticMethod();
    }

    @Actor
    public void two(I_Result r) {
      Supplier<Integer> l = Reg5.s;
      r.r1 = l == null ? -1 : l.get();
    }
  }

  static class RefInit {
    static {
      Log.n.incrementAndGet();
    }

    static int f() {
      return 1;
    }

    RefInit() {}
  }

  static class Log {
    static final AtomicInteger n = new AtomicInteger();
  }

  @State
  @Expect(
      value = "0",
      because = "JLS 15.13.3: the evaluation of a method reference initialises nothing")
  public static class MethodReferenceDoesNotInit {
    @Actor
    public void one(I_Result r) {
      Supplier<Integer> s = RefInit::f;
      Supplier<RefInit> q = RefInit::new;
      r.r1 = Log.n.get();
    }
  }

  static class ThrowsInit {
    static int v;

    static {
      if (true) throw new IllegalStateException("x");
    }

    static void f() {}
  }

  @State
  @Expect(
      value = {"EIIE, NCDFE", "NCDFE, EIIE"},
      because = "JLS 12.4.2")
  public static class FailingTwice {
    String go() {
      try {
        ThrowsInit.f();
        return "ok";
      } catch (ExceptionInInitializerError e) {
        return "EIIE";
      } catch (NoClassDefFoundError e) {
        return "NCDFE";
      }
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = go();
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = go();
    }
  }

  static class SubOfFails extends SuperFails {
    static int v;

    static int n() {
      return v;
    }
  }

  static class SuperFails {
    static {
      if (true) throw new Error("no");
    }
  }

  @State
  @Expect(
      value = {"Error NCDFE"},
      because = "JLS 12.4.2: superclass fails, the class is erroneous")
  public static class SuperclassFails {
    String go() {
      try {
        SubOfFails.n();
        return "ok";
      } catch (NoClassDefFoundError e) {
        return "NCDFE";
      } catch (Error e) {
        return "Error";
      }
    }

    @Actor
    public void one(L_Result r) {
      r.r1 = go() + " " + go();
    }
  }

  static class Impl implements I1, I2 {
    static {
      Log2.hit("Impl");
    }
  }

  interface I1 {
    int X = Log2.hit("I1");

    default void m() {}
  }

  static class Log2 {
    static String s = "";

    static int hit(String a) {
      s += a;
      return 1;
    }
  }

  interface I2 {
    int Y = Log2.hit("I2");
  }

  @State
  @Expect(value = "I1Impl", because = "JLS 12.4.1: superinterfaces with default methods only")
  public static class DefaultInterfaceInit {
    @Actor
    public void one(L_Result r) {
      new Impl();
      r.r1 = Log2.s;
    }
  }

  static class Cyc1 {
    static int a = Cyc2.b + 1;
  }

  static class Cyc2 {
    static int b = Cyc1.a + 1;
  }

  @State
  @Expect(
      value = {"2, 1", "1, 2", "DEADLOCK|STUCK"},
      because = "JLS 12.4.2: cycle by two threads")
  public static class CycleByTwo {
    @Actor
    public void one(II_Result r) {
      int x = Cyc1.a;
    }

    @Actor
    public void two(II_Result r) {
      int x = Cyc2.b;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = Cyc1.a;
      r.r2 = Cyc2.b;
    }
  }

  static class Array1 {
    static {
      Log3.n++;
    }
  }

  static class Log3 {
    static int n;
  }

  @State
  @Expect(value = "0", because = "JLS 12.4.1: arrays do not initialise")
  public static class ArraysNoInit {
    @Actor
    public void one(I_Result r) {
      Array1[] a = new Array1[2];
      Array1[][] b = new Array1[2][2];
      Class<?> c = Array1.class;
      Object o = a;
      if (o instanceof Array1[]) r.r1 = Log3.n;
      Array1 x = (Array1) null;
    }
  }

  static class StartsInInit {
    static volatile int v;

    static {
      Thread t = new Thread(() -> v = 1);
      t.start();
    }

    static int w = 2;
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "JLS 12.4.2: the lambda waits for the initialisation")
  public static class InitStarts {
    @Actor
    public void one(I_Result r) {
      int x = StartsInInit.w;
      r.r1 = StartsInInit.v;
    }
  }

  static class JoinsInInit {
    static volatile int v;

    static {
      Thread t = new Thread(() -> v = 1);
      t.start();
      try {
        t.join();
      } catch (InterruptedException e) {
      }
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "JLS 12.4.2: the lambda waits for the initialisation which joins it")
  public static class InitJoins {
    @Actor
    public void one(I_Result r) {
      r.r1 = JoinsInInit.v;
    }
  }

  static class WaitsInInit {
    static final Object o = new Object();
    static int v;

    static {
      synchronized (o) {
        try {
          o.wait(1);
        } catch (InterruptedException e) {
        }
      }
      v = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Object.wait with a time limit")
  public static class InitWaits {
    @Actor
    public void one(I_Result r) {
      r.r1 = WaitsInInit.v;
    }

    @Actor
    public void two() {
      int x = WaitsInInit.v;
    }
  }

  static class Leaf1 extends AbstractBase {}

  abstract static class AbstractBase {
    static int count;
    final int id;

    AbstractBase() {
      id = ++count;
    }
  }

  static class Leaf2 extends AbstractBase {}

  @State
  @Expect(
      value = {"1, 2", "2, 1", "1, 1"},
      because = "JLS 17.4.5",
      races = Expect.Races.SOME)
  public static class AbstractBaseCounts {
    @Actor
    public void one(II_Result r) {
      r.r1 = new Leaf1().id;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = new Leaf2().id;
    }
  }

  record Rec(int a) {
    static int made;

    Rec {
      made++;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "JLS 17.4.5",
      races = Expect.Races.SOME)
  public static class RecordCounts {
    @Actor
    public void one() {
      new Rec(1);
    }

    @Actor
    public void two() {
      new Rec(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Rec.made;
    }
  }

  static class OnlyArbiter {
    static int n = 5;

    static int next() {
      return n++;
    }
  }

  @State
  @Expect(value = "5", because = "JLS 12.4.1")
  public static class StaticsInArbiter {
    volatile int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Actor
    public void two() {
      x = 2;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = OnlyArbiter.next();
    }
  }

  static class EndlessInit {
    static int v;

    static {
      while (true) {
        if (v == 1) break;
      }
    }
  }

  @State
  @Expect(value = "DEADLOCK|STUCK", because = "JLS 12.4.2: the initialiser never ends")
  public static class EndlessInitialiser {
    @Actor
    public void one(I_Result r) {
      r.r1 = EndlessInit.v;
    }
  }
}
