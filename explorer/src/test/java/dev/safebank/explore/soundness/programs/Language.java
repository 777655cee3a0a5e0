package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** All that the language has: none of it may be lost, or break, when it is instrumented. */
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
public final class Language {

  private Language() {}

  @State
  @Expect(
      value = {"0", "3"},
      mustProve = true,
      because = "JLS 14.20.2: finally, return in try")
  public static class TryFinally {
    volatile int n;

    int get() {
      try {
        return n;
      } finally {
        n = n == 0 ? 0 : n;
      }
    }

    @Actor
    public void one() {
      n = 3;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "JLS 14.20: multi-catch, rethrow, nested try")
  public static class Exceptions {
    volatile int n;

    int get() {
      try {
        try {
          if (n == 1) {
            throw new IllegalStateException("one");
          }
          return 1;
        } catch (IllegalStateException | IllegalArgumentException e) {
          throw new UnsupportedOperationException(e);
        }
      } catch (UnsupportedOperationException e) {
        return 2;
      }
    }

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = get();
    }
  }

  @State
  @Expect(
      value = {"1, 1", "1, 2", "2, 1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 15.26.2: compound assignment to an element of long")
  public static class CompoundLong {
    final long[] a = new long[3];

    @Actor
    public void one(JJ_Result r) {
      r.r1 = a[1] += 1;
    }

    @Actor
    public void two(JJ_Result r) {
      r.r2 = ++a[1];
    }
  }

  @State
  @Expect(
      value = {"false, 0, a", "true, 0, a", "true, 1, a", "true, 1, b"},
      mayAlso = "*",
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 10.2: elements of boolean, byte, char")
  public static class SmallElements {
    final boolean[] z = new boolean[1];
    final byte[] b = new byte[1];
    final char[] c = {'a'};

    @Actor
    public void one() {
      z[0] = true;
      b[0] = 1;
      c[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      char x = c[0];
      byte y = b[0];
      boolean w = z[0];
      r.r1 = w + ", " + y + ", " + x;
    }
  }

  @State
  @Expect(
      value = {"0.0, 0.0", "1.0, 0.0", "1.0, 2.0"},
      races = Expect.Races.SOME,
      mayAlso = "*",
      mustProve = true,
      because = "JLS 10.2: elements of float and double")
  public static class FloatElements {
    final float[] f = new float[1];
    final double[] d = new double[1];

    @Actor
    public void one() {
      f[0] = 1;
      d[0] = 2;
    }

    @Actor
    public void two(L_Result r) {
      double y = d[0];
      float x = f[0];
      r.r1 = x + ", " + y;
    }
  }

  @State
  @Expect(
      value = {"0", "7"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 15.10.3: an array of arrays")
  public static class Grid {
    final int[][] g = new int[2][2];

    @Actor
    public void one() {
      g[1][0] = 7;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = g[1][0];
    }
  }

  @State
  @Expect(
      value = {"0", "4"},
      mustProve = true,
      because = "JLS 12.5, 8.8.7: arguments of super(...) with a branch, before this is there")
  public static class SuperArguments {
    static class Base {
      final int n;

      Base(int n) {
        this.n = n;
      }
    }

    static class Sub extends Base {
      Sub(boolean b, int[] a) {
        super(b ? a[0] + 1 : Math.max(a[0], 3));
      }
    }

    volatile Sub s;

    @Actor
    public void one() {
      s = new Sub(true, new int[] {3});
    }

    @Actor
    public void two(I_Result r) {
      Sub t = s;
      r.r1 = t == null ? 0 : t.n;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      mustProve = true,
      because = "JLS 15.9.3: an inner class's captured variables and outer object")
  public static class Captures {
    volatile int n;

    @Actor
    public void one() {
      int five = 5;
      class Local {
        void set() {
          n = five;
        }
      }
      new Local().set();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "6"},
      mustProve = true,
      because =
          "JLS 15.12.4.5: bridge methods of generics, default methods, private methods of interfaces")
  public static class Bridges {
    interface Cell<T> {
      T get();

      void set(T t);

      default void twice(T t) {
        put(t);
        put(t);
      }

      private void put(T t) {
        set(t);
      }
    }

    static class IntCell implements Cell<Integer> {
      volatile int n;

      @Override
      public Integer get() {
        return n;
      }

      @Override
      public void set(Integer i) {
        n = i;
      }
    }

    final Cell<Integer> c = new IntCell();

    @Actor
    public void one() {
      c.twice(6);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = c.get();
    }
  }

  @State
  @Expect(
      value = {"0", "3"},
      mustProve = true,
      because = "JLS 15.12.4.2: variable arity, boxing")
  public static class VarArgs {
    volatile int n;

    static int sum(Integer... all) {
      int s = 0;
      for (int i : all) {
        s += i;
      }
      return s;
    }

    @Actor
    public void one() {
      n = sum(1, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"none", "some"},
      mustProve = true,
      because = "JLS 14.11: a switch over text")
  public static class TextSwitch {
    volatile String s = "a";

    @Actor
    public void one() {
      s = "b";
    }

    @Actor
    public void two(L_Result r) {
      switch (s) {
        case "a":
          r.r1 = "none";
          break;
        default:
          r.r1 = "some";
      }
    }
  }

  @State
  @Expect(
      value = {"0", "9"},
      mustProve = true,
      because = "JLS 15.28, 14.30: switch expressions, patterns")
  public static class Patterns {
    volatile Object o = "text";

    @Actor
    public void one() {
      o = 9;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o instanceof Integer i ? i : 0;
    }
  }

  @State
  @Expect(
      value = {"1", "2", "3"},
      mustProve = true,
      because = "JLS 14.15, 14.16: labelled break and continue")
  public static class Labels {
    volatile int n = 1;

    @Actor
    public void one() {
      n = 2;
      n = 3;
    }

    @Actor
    public void two(I_Result r) {
      outer:
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          if (j == 1) {
            continue outer;
          }
          r.r1 = n;
          if (r.r1 > 0) {
            break outer;
          }
        }
      }
    }
  }

  @State
  @Expect(
      value = {"0", "2"},
      mustProve = true,
      because = "JLS 14.10: assert, on or off")
  public static class Asserts {
    volatile int n;

    @Actor
    public void one() {
      assert n == 0;
      n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 0", "1, 1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "JLS 17.7: a long that is not volatile may be torn; SC executions do not show it")
  public static class LongTorn {
    long n;
    int m;

    @Actor
    public void one() {
      n = 1;
      m = 1;
    }

    @Actor
    public void two(JJ_Result r) {
      r.r2 = n;
      r.r1 = m;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 8.10.4: a record's compact constructor")
  public static class Records {
    record Range(int from, int to) {
      Range {
        if (from > to) {
          throw new IllegalArgumentException("from " + from + " to " + to);
        }
      }
    }

    volatile Range x = new Range(0, 0);

    @Actor
    public void one() {
      x = new Range(1, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x.from();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 4.12.3, 15.25: long and double on the stack, around a step")
  public static class WideOnStack {
    volatile long l;
    volatile double d;

    @Actor
    public void one() {
      l = 1;
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = l + (long) (d * l) + (l > 1 ? 1L : 0L);
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mustProve = true,
      because = "JLS 15.27, 15.13: lambdas that make lambdas, references bound and unbound")
  public static class Lambdas {
    volatile int n;

    int get() {
      return n;
    }

    @Actor
    public void one() {
      Supplier<Supplier<Runnable>> s = () -> () -> () -> n = n + 1;
      s.get().get().run();
      s.get().get().run();
    }

    @Actor
    public void two(I_Result r) {
      ToIntFunction<Lambdas> f = Lambdas::get;
      IntSupplier g = this::get;
      r.r1 = Math.min(f.applyAsInt(this), g.getAsInt());
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because =
          "JLS 15.12.4.3: protected and package-private members of a superclass in another class")
  public static class Members {
    static class Base {
      protected volatile int n;

      int get() {
        return n;
      }
    }

    static class Sub extends Base {
      void set() {
        super.n = 1;
      }

      @Override
      int get() {
        return super.get();
      }
    }

    final Sub s = new Sub();

    @Actor
    public void one() {
      s.set();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = ((Base) s).get();
    }
  }
}
