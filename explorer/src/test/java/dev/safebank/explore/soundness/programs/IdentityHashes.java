package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Identity hash codes: any order, any ties. */
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
public final class IdentityHashes {

  private IdentityHashes() {}

  @State
  @Expect(
      value = {"false, false", "true, false", "false, true"},
      mustProve = true,
      because = "Object.hashCode: distinct objects may have any hash codes, equal ones included")
  public static class ThreeHashes {
    final Object a = new Object();
    final Object b = new Object();
    final Object c = new Object();

    static int h(Object o) {
      return System.identityHashCode(o);
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = h(b) < h(a) && h(b) < h(c);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = h(b) > h(a) && h(b) > h(c);
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      mustProve = true,
      because = "Object.hashCode: not guaranteed to be distinct")
  public static class TwoHashes {
    final Object a = new Object();
    final Object b = new Object();
    volatile int n;

    @Actor
    public void one(I_Result r) {
      n = 1;
      r.r1 = Integer.compare(a.hashCode(), b.hashCode());
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"-1, -1", "-1, 0", "-1, 1", "0, -1", "0, 0", "0, 1", "1, -1", "1, 0", "1, 1"},
      mustProve = true,
      because = "Object.hashCode: any of the weak orders of four")
  public static class FourHashes {
    final Object a = new Object();
    final Object b = new Object();
    final Object c = new Object();
    final Object d = new Object();

    static int compare(Object x, Object y) {
      return Integer.compare(System.identityHashCode(x), System.identityHashCode(y));
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = compare(a, b);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = compare(c, d);
    }
  }

  @State
  @Expect(
      value = {"1", "2", "3"},
      mustProve = true,
      because = "Object.hashCode: three objects may have one, two or three")
  public static class DistinctOfThree {
    final Object a = new Object();
    final Object b = new Object();
    final Object c = new Object();

    @Actor
    public void one(I_Result r) {
      int x = System.identityHashCode(a);
      int y = System.identityHashCode(b);
      int z = System.identityHashCode(c);
      r.r1 = 1 + (y != x ? 1 : 0) + (z != x && z != y ? 1 : 0);
    }

    @Actor
    public void two() {}
  }

  private static class Account {
    long balance = 100;

    static int hash(Account a) {
      return System.identityHashCode(a);
    }
  }

  @State
  @Expect(
      value = {"200", "DEADLOCK"},
      mustProve = true,
      because = "Object.hashCode: equal ones leave the order to the arguments")
  public static class TieForgotten {
    final Account a = new Account();
    final Account b = new Account();

    void move(Account from, Account to) {
      boolean swap = Account.hash(from) > Account.hash(to);
      synchronized (swap ? to : from) {
        synchronized (swap ? from : to) {
          from.balance -= 1;
          to.balance += 1;
        }
      }
    }

    @Actor
    public void one() {
      move(a, b);
    }

    @Actor
    public void two() {
      move(b, a);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = a.balance + b.balance;
    }
  }

  @State
  @Expect(
      value = "200",
      mustProve = true,
      because = "Object.hashCode: a tie is broken by one more lock")
  public static class TieBroken {
    final Account a = new Account();
    final Account b = new Account();
    final Object tie = new Object();

    void both(Account x, Account y, Account from, Account to) {
      synchronized (x) {
        synchronized (y) {
          from.balance -= 1;
          to.balance += 1;
        }
      }
    }

    void move(Account from, Account to) {
      int f = Account.hash(from);
      int t = Account.hash(to);
      if (f < t) {
        both(from, to, from, to);
      } else if (f > t) {
        both(to, from, from, to);
      } else {
        synchronized (tie) {
          both(from, to, from, to);
        }
      }
    }

    @Actor
    public void one() {
      move(a, b);
    }

    @Actor
    public void two() {
      move(b, a);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = a.balance + b.balance;
    }
  }

  @State
  @Expect(
      value = "true, true",
      mustProve = true,
      because = "Object.hashCode: must return the same, whenever and by whomever it is asked")
  public static class HashIsStable {
    final Object a = new Object();
    volatile int seen;

    @Actor
    public void one(ZZ_Result r) {
      seen = a.hashCode();
      r.r1 = System.identityHashCode(a) == a.hashCode();
    }

    @Actor
    public void two(ZZ_Result r) {
      int s = seen;
      r.r2 = s == 0 || s == a.hashCode();
    }
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      mustProve = true,
      because = "JLS 15.12.4.4: super.hashCode() is Object's")
  public static class SuperHashCode {
    static class Key {
      @Override
      public int hashCode() {
        return super.hashCode();
      }

      @Override
      public boolean equals(Object o) {
        return this == o;
      }
    }

    final Key a = new Key();
    final Key b = new Key();

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.compare(a.hashCode(), b.hashCode());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      because = "Object.hashCode, of arrays")
  public static class HashesOfArrays {
    final int[] a = new int[1];
    final int[] b = new int[1];

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.compare(a.hashCode(), b.hashCode());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      because = "Enum.hashCode: Object's, and final")
  public static class HashesOfConstants {
    enum E {
      A,
      B
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.compare(E.A.hashCode(), E.B.hashCode());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Object.toString: contains the hash code, which need not differ")
  public static class HashInText {
    final Object a = new Object();
    final Object b = new Object();

    @Actor
    public void one(Z_Result r) {
      r.r1 = a.toString().equals(b.toString());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      because = "Comparator.comparingInt, with System::identityHashCode")
  public static class HashByReference {
    final Object a = new Object();
    final Object b = new Object();

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.signum(Comparator.comparingInt(System::identityHashCode).compare(a, b));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      because = "Record.hashCode, Objects.hash: made from those of the components")
  public static class HashOfRecord {
    record Holder(Object o) {}

    final Holder a = new Holder(new Object());
    final Holder b = new Holder(new Object());

    @Actor
    public void one(I_Result r) {
      r.r1 = Integer.compare(a.hashCode(), b.hashCode());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "IdentityHashMap: by identity hash code, in no particular order")
  public static class IdentityMapOrder {
    final Object a = new Object();
    final Object b = new Object();

    @Actor
    public void one(Z_Result r) {
      Map<Object, Integer> m = new IdentityHashMap<>();
      m.put(a, 1);
      m.put(b, 1);
      r.r1 = m.keySet().iterator().next() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Object.hashCode: five objects may be in any order")
  public static class LeastOfFive {
    final List<Object> five =
        List.of(new Object(), new Object(), new Object(), new Object(), new Object());

    @Actor
    public void one(Z_Result r) {
      int last = System.identityHashCode(five.get(4));
      r.r1 = true;
      for (int i = 0; i < 4; i++) {
        r.r1 &= last < System.identityHashCode(five.get(i));
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"-1", "0", "1"},
      mustProve = true,
      because = "Object.hashCode, of objects that the actors make themselves")
  public static class HashesOfNewObjects {
    volatile Object a;
    volatile Object b;

    @Actor
    public void one() {
      a = new Object();
      a.hashCode();
    }

    @Actor
    public void two() {
      b = new Object();
      b.hashCode();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Integer.compare(a.hashCode(), b.hashCode());
    }
  }
}
