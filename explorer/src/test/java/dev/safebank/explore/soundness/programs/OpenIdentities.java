package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Identity that the specification leaves open. */
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
public final class OpenIdentities {
  private OpenIdentities() {}

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4: a lambda evaluates to a new object or to an existing one")
  public static class LambdaTwice {
    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = make() == make();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.13.3: a method reference evaluates to a new object or to an existing one")
  public static class ReferenceTwice {
    int n;

    void go() {}

    Runnable make() {
      return this::go;
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = make() == make();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4: a lambda evaluates to a new object or to an existing one")
  public static class CapturingTwice {
    static Supplier<Integer> make(int n) {
      return () -> n;
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = make(1) == make(1);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4: lambdas with identical bodies need not be different objects")
  public static class TwoLambdas {
    @Actor
    public void one(Z_Result r) {
      Runnable a = () -> {};
      Runnable b = () -> {};
      r.r1 = a == b;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: other values than -128 to 127 may be cached")
  public static class BigBoxes {
    static Integer box(int n) {
      return n;
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = box(1000) == box(1000);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "Integer.valueOf: caches -128 to 127")
  public static class SmallBoxes {
    static Integer box(int n) {
      return n;
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = box(127) == box(127);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Long.valueOf: may cache")
  public static class BigLongs {
    static Long box(long n) {
      return n;
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = box(128) != box(128);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Double.valueOf: may cache")
  public static class Doubles {
    static Double box(double n) {
      return n;
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = box(1) == box(1);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Optional.empty: no guarantee that it is a singleton")
  public static class EmptyOptionals {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Optional.empty() == Optional.empty();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "List.of: no assumptions about the identity of the returned instances")
  public static class EmptyLists {
    @Actor
    public void one(Z_Result r) {
      r.r1 = (Object) List.of() == List.of();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "List.of: no assumptions about the identity of the returned instances")
  public static class EqualLists {
    @Actor
    public void one(Z_Result r) {
      r.r1 = (Object) List.of(1, 2) == List.of(1, 2);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "List.copyOf: generally makes no copy of an unmodifiable list")
  public static class CopiedList {
    @Actor
    public void one(Z_Result r) {
      List<Integer> a = List.of(1, 2);
      r.r1 = List.copyOf(a) == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "java.time: value-based")
  public static class ZeroDurations {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Duration.ofSeconds(0) == Duration.ZERO;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "java.time: value-based")
  public static class SameDate {
    @Actor
    public void one(Z_Result r) {
      LocalDate d = LocalDate.of(2020, 1, 1);
      r.r1 = d.plusDays(0) == d;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "BigInteger.valueOf: reuse of frequently used numbers")
  public static class BigIntegers {
    @Actor
    public void one(Z_Result r) {
      r.r1 = BigInteger.valueOf(1) == BigInteger.ONE;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "BigInteger.valueOf: reuse of frequently used numbers")
  public static class GreatBigIntegers {
    @Actor
    public void one(Z_Result r) {
      r.r1 = BigInteger.valueOf(100) == BigInteger.valueOf(100);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because =
          "Integer.valueOf: other values than -128 to 127 may be cached; AtomicReference.compareAndSet compares by ==")
  public static class CompareAndSetBox {
    final AtomicReference<Integer> a = new AtomicReference<>(1000);

    @Actor
    public void one(Z_Result r) {
      r.r1 = a.compareAndSet(1000, 1001);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1002"},
      mustProve = true,
      because = "AtomicReference.compareAndSet: the object that was read is the one that is there")
  public static class CompareAndSetLoop {
    final AtomicReference<Integer> a = new AtomicReference<>(1000);

    void inc() {
      while (true) {
        Integer old = a.get();
        if (a.compareAndSet(old, old + 1)) return;
      }
    }

    @Actor
    public void one() {
      inc();
    }

    @Actor
    public void two() {
      inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a.get();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "Integer.valueOf: caches -128 to 127")
  public static class CompareAndSetSmall {
    final AtomicReference<Integer> a = new AtomicReference<>(0);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = a.compareAndSet(0, 1);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = a.compareAndSet(0, 2);
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "JLS 3.10.5: equal constants are one object")
  public static class CompareAndSetText {
    final AtomicReference<String> a = new AtomicReference<>("idle");

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = a.compareAndSet("idle", "one");
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = a.compareAndSet("idle", "two");
    }
  }

  @State
  @Expect(
      value = {"[a, b]", "[b, a]"},
      mustProve = true,
      because = "AtomicReference.compareAndSet: the object that was read is the one that is there")
  public static class CopyOnWrite {
    final AtomicReference<List<String>> a = new AtomicReference<>(List.of());

    void add(String s) {
      while (true) {
        List<String> old = a.get();
        List<String> n = new ArrayList<>(old);
        n.add(s);
        if (a.compareAndSet(old, List.copyOf(n))) return;
      }
    }

    @Actor
    public void one() {
      add("a");
    }

    @Actor
    public void two() {
      add("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = a.get().toString();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: other values may be cached; field updaters compare by ==")
  public static class UpdaterBox {
    volatile Integer v = 1000;
    static final AtomicReferenceFieldUpdater<UpdaterBox, Integer> U =
        AtomicReferenceFieldUpdater.newUpdater(UpdaterBox.class, Integer.class, "v");

    @Actor
    public void one(Z_Result r) {
      r.r1 = U.compareAndSet(this, 1000, 1001);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: other values may be cached; arrays of references compare by ==")
  public static class ArrayBox {
    final AtomicReferenceArray<Integer> v = new AtomicReferenceArray<>(new Integer[] {1000});

    @Actor
    public void one(Z_Result r) {
      r.r1 = v.compareAndSet(0, 1000, 1001);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: other values may be cached; VarHandle compares by ==")
  public static class HandleBox {
    Object v = 1000;
    static final VarHandle U;

    static {
      try {
        U = MethodHandles.lookup().findVarHandle(HandleBox.class, "v", Object.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = U.compareAndSet(this, (Object) 1000, (Object) 1001);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: other values may be cached; pairs compare references by ==")
  public static class MarkableBox {
    final AtomicMarkableReference<Integer> v = new AtomicMarkableReference<>(1000, false);

    @Actor
    public void one(Z_Result r) {
      r.r1 = v.compareAndSet(1000, 1001, false, true);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: other values may be cached; pairs compare references by ==")
  public static class StampedBox {
    final AtomicStampedReference<Long> v = new AtomicStampedReference<>(1000L, 0);

    @Actor
    public void one(Z_Result r) {
      r.r1 = v.compareAndSet(1000L, 1001L, 0, 1);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.EITHER,
      because = "Integer.valueOf: other values may be cached; monitors are by identity")
  public static class LockedBox {
    int n;

    @Actor
    public void one() {
      Integer k = Integer.valueOf(1000);
      synchronized (k) {
        n++;
      }
    }

    @Actor
    public void two() {
      Integer k = Integer.valueOf(1000);
      synchronized (k) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.EITHER,
      because = "JLS 15.27.4: a lambda evaluates to a new object or to an existing one")
  public static class LockedLambda {
    int n;

    static Runnable lock() {
      return () -> {};
    }

    @Actor
    public void one() {
      synchronized (lock()) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (lock()) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.EITHER,
      because = "Optional: value-based, unpredictable when locked")
  public static class LockedOptional {
    int n;

    @Actor
    public void one() {
      synchronized (Optional.empty()) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (Optional.empty()) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 3.10.5: equal constants are one object")
  public static class LockedConstant {
    int n;

    @Actor
    public void one() {
      synchronized ("lock") {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized ("lock") {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "String.intern: one object for equal strings")
  public static class LockedInterned {
    int n;

    @Actor
    public void one() {
      int k = 7;
      synchronized (("lock" + k).intern()) {
        n++;
      }
    }

    @Actor
    public void two() {
      int k = 7;
      synchronized (("lock" + k).intern()) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.EITHER,
      because = "Integer.toString: new or not is not specified")
  public static class LockedText {
    int n;

    @Actor
    public void one() {
      synchronized (Integer.toString(7)) {
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (Integer.toString(7)) {
        n++;
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "IdentityHashMap: keys by ==; Integer.valueOf: other values may be cached")
  public static class IdentityKeys {
    @Actor
    public void one(I_Result r) {
      Map<Object, Integer> m = new IdentityHashMap<>();
      m.put(1000, 1);
      m.put(1000, 2);
      r.r1 = m.size();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "IdentityHashMap: keys by ==; JLS 15.27.4")
  public static class IdentityLambdas {
    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one(I_Result r) {
      Set<Runnable> m = Collections.newSetFromMap(new IdentityHashMap<>());
      m.add(make());
      m.add(make());
      r.r1 = m.size();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "IdentityHashMap: keys by ==; Integer.valueOf: other values may be cached")
  public static class IdentityPutAll {
    @Actor
    public void one(I_Result r) {
      Map<Object, Integer> h = new HashMap<>();
      h.put(1000, 2);
      Map<Object, Integer> m = new IdentityHashMap<>();
      m.put(1000, 1);
      m.putAll(h);
      r.r1 = m.size();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "IdentityHashMap: keys by ==; JLS 15.9.4: new makes a new object")
  public static class IdentityOfNew {
    @Actor
    public void one(I_Result r) {
      Map<Object, Integer> m = new IdentityHashMap<>();
      m.put(new Object(), 1);
      m.put(new Object(), 2);
      r.r1 = m.size();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "System.identityHashCode of a box: JLS 5.1.7")
  public static class HashOfBoxes {
    @Actor
    public void one(Z_Result r) {
      r.r1 = System.identityHashCode(Integer.valueOf(1000))
          == System.identityHashCode(Integer.valueOf(1000));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4 and Object.hashCode")
  public static class HashOfLambdas {
    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = make().hashCode() == make().hashCode();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.13.3 and Object.equals")
  public static class RemovedListener {
    final List<Runnable> l = new ArrayList<>();

    void on() {}

    @Actor
    public void one(Z_Result r) {
      l.add(this::on);
      r.r1 = l.remove((Object) (Runnable) this::on);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4 and Object.equals")
  public static class EqualLambdas {
    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = make().equals(make());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4 and Object.equals")
  public static class ObjectsEqualLambdas {
    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = Objects.equals(make(), make());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "JLS 15.27.4 and Object.equals")
  public static class ListsOfLambdas {
    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = new ArrayList<>(List.of(make())).equals(new ArrayList<>(List.of(make())));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "JLS 15.27.4 and Object.equals")
  public static class SetOfLambdas {
    final Set<Runnable> s = new CopyOnWriteArraySet<>();

    static Runnable make() {
      return () -> {};
    }

    @Actor
    public void one() {
      s.add(make());
    }

    @Actor
    public void two() {
      s.add(make());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = s.size();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Object.equals: one object equals itself")
  public static class OneListener {
    final Runnable l = () -> {};
    final Set<Runnable> s = new CopyOnWriteArraySet<>();

    @Actor
    public void one() {
      s.add(l);
    }

    @Actor
    public void two() {
      s.add(l);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = s.size();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "AtomicReference.compareAndSet: one object is itself")
  public static class OneLambda {
    final Runnable idle = () -> {};
    final AtomicReference<Runnable> a = new AtomicReference<>(idle);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = a.compareAndSet(idle, null);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = a.compareAndSet(idle, null);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "String: whether substring makes a new string is not specified")
  public static class SubstringOfText {
    @Actor
    public void one(Z_Result r) {
      String s = "text";
      r.r1 = s.substring(1) == s.substring(1);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "JLS 15.21.3")
  public static class Same {
    final Object o = new Object();
    volatile Object p = o;
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = p == o && p != this;
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Map.entry: value-based")
  public static class Entries {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Map.entry(1, 2) == Map.entry(1, 2);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Function.identity: a function, new or not")
  public static class IdentityFunctions {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Function.identity() == Function.identity();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Collections.emptyList: need not create a separate list for each call")
  public static class EmptyCollections {
    @Actor
    public void one(Z_Result r) {
      r.r1 = (Object) Collections.emptyList() == Collections.emptyList();
    }

    @Actor
    public void two() {}
  }

  enum E {
    A,
    B
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "JLS 8.9: one object for each enum constant")
  public static class Enums {
    volatile E e = E.A;

    @Actor
    public void one(Z_Result r) {
      r.r1 = e == E.valueOf("A") && E.A.getDeclaringClass() == E.class;
    }

    @Actor
    public void two() {
      e = E.A;
    }
  }
}
