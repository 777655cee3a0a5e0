package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Observable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Code of the program's own that the JDK calls back takes steps. */
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
public final class Callbacks {

  private Callbacks() {}

  private static class Value {
    volatile int n;

    @Override
    public String toString() {
      return "v" + n;
    }

    @Override
    public int hashCode() {
      return n;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Value && ((Value) o).n == n;
    }
  }

  private static class Plain {
    int n;

    @Override
    public String toString() {
      return "v" + n;
    }

    @Override
    public int hashCode() {
      return n;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Plain && ((Plain) o).n == n;
    }
  }

  @State
  @Expect(
      value = {"v0", "v1"},
      because = "String.valueOf calls toString")
  public static class ValueOf {
    final Value v = new Value();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(v);
    }
  }

  @State
  @Expect(
      value = {"v0", "v1"},
      races = Expect.Races.SOME,
      because = "JLS 15.18.1: concatenation calls toString, which reads a plain field")
  public static class Concat {
    final Plain v = new Plain();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + v;
    }
  }

  @State
  @Expect(
      value = {"v0", "v1"},
      races = Expect.Races.SOME,
      because = "String.format calls toString, which reads a plain field")
  public static class Format {
    final Plain v = new Plain();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.format("%s", v);
    }
  }

  @State
  @Expect(
      value = {"v0", "v1"},
      because = "StringBuilder.append(Object) calls toString")
  public static class Append {
    final Value v = new Value();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new StringBuilder().append(v).toString();
    }
  }

  @State
  @Expect(
      value = {"v0", "v1"},
      because = "Objects.toString calls toString")
  public static class ObjectsToString {
    final Value v = new Value();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Objects.toString(v);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Objects.equals calls equals")
  public static class ObjectsEquals {
    final Value v = new Value();
    final Value w = new Value();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Objects.equals(v, w);
    }
  }

  @State
  @Expect(
      value = {"31", "32"},
      races = Expect.Races.SOME,
      because = "Objects.hash calls hashCode, which reads a plain field")
  public static class ObjectsHash {
    final Plain v = new Plain();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Objects.hash(v);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Objects.requireNonNullElseGet calls the supplier")
  public static class RequireElseGet {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Objects.requireNonNullElseGet((Integer) null, () -> n);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Optional.map, orElseGet call the functions")
  public static class OptionalMap {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Optional.of(5).filter(i -> i == 6).map(i -> i + n).orElseGet(() -> n);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "List.contains calls equals")
  public static class ListContains {
    final Value v = new Value();
    final List<Value> l = List.of(new Value());

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = l.contains(v);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "HashMap.get calls hashCode and equals of a key that it shares with nobody")
  public static class MapGet {
    final Value v = new Value();

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      Map<Value, Integer> m = new HashMap<>();
      m.put(new Value(), 1);
      r.r1 = m.containsKey(v);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "List.forEach calls the action, which counts without a lock")
  public static class ForEachAction {
    final List<Integer> l = List.of(1);
    int n;

    @Actor
    public void one() {
      l.forEach(i -> n++);
    }

    @Actor
    public void two() {
      l.forEach(i -> n++);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "List.sort calls the comparator, which counts without a lock")
  public static class ComparatorCounts {
    int n;

    void sort() {
      List<Integer> l = new ArrayList<>(List.of(2, 1));
      l.sort((a, b) -> {
        n++;
        return a - b;
      });
    }

    @Actor
    public void one() {
      sort();
    }

    @Actor
    public void two() {
      sort();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Stream.map calls the function, which counts without a lock")
  public static class StreamMap {
    int n;

    void count() {
      Stream.of(1).map(i -> ++n).forEach(i -> {});
    }

    @Actor
    public void one() {
      count();
    }

    @Actor
    public void two() {
      count();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "Stream.collect, with functions that read a shared volatile")
  public static class StreamCollect {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = List.of(1, 2).stream().map(i -> n).collect(Collectors.summingInt(i -> i));
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "HashMap.computeIfAbsent calls the function, which counts without a lock")
  public static class ComputeIfAbsent {
    int n;

    void compute() {
      new HashMap<String, Integer>().computeIfAbsent("a", k -> ++n);
    }

    @Actor
    public void one() {
      compute();
    }

    @Actor
    public void two() {
      compute();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collection.removeIf calls the predicate, which counts without a lock")
  public static class RemoveIf {
    int n;

    void remove() {
      new ArrayList<>(List.of(1)).removeIf(i -> ++n > 5);
    }

    @Actor
    public void one() {
      remove();
    }

    @Actor
    public void two() {
      remove();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "List.replaceAll calls the operator, which counts without a lock")
  public static class ReplaceAll {
    int n;

    void replace() {
      new ArrayList<>(List.of(1)).replaceAll(i -> ++n);
    }

    @Actor
    public void one() {
      replace();
    }

    @Actor
    public void two() {
      replace();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 1"},
      because = "Map.forEach, computeIfPresent, merge: two callbacks, two steps")
  public static class MapFunctions {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(II_Result r) {
      Map<String, Integer> m = new HashMap<>(Map.of("a", 0));
      m.computeIfPresent("a", (k, v) -> v + n);
      r.r1 = m.get("a");
      m.merge("b", 0, (v, w) -> v);
      m.merge("b", 0, (v, w) -> n);
      r.r2 = m.get("b");
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Record.equals calls equals of the components")
  public static class RecordEquals {
    record Holder(Value v) {}

    final Value v = new Value();
    final Holder h = new Holder(v);
    final Holder i = new Holder(new Value());

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = h.equals(i);
    }
  }

  @State
  @Expect(
      value = {"v0", "v1"},
      because = "AtomicReference.toString calls toString of the value")
  public static class ReferenceToString {
    final Value v = new Value();
    final AtomicReference<Value> ref = new AtomicReference<>(v);

    @Actor
    public void one() {
      v.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = ref.toString();
    }
  }

  @State
  @Expect(
      value = {"[0, 0]", "[1, 0]", "[1, 1]"},
      torn = "[0, 1]",
      because = "AtomicIntegerArray.toString: the current values, one after the other")
  public static class AtomicArrayToString {
    final AtomicIntegerArray a = new AtomicIntegerArray(2);

    @Actor
    public void one() {
      a.set(0, 1);
      a.set(1, 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = a.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "ThreadLocal.withInitial calls the supplier when first asked")
  public static class LocalSupplier {
    volatile int n;
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> n);

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = local.get();
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      because = "Collections.max calls compareTo of the elements")
  public static class CompareTo {
    static class Rank implements Comparable<Rank> {
      volatile int n;

      @Override
      public int compareTo(Rank o) {
        return Integer.compare(n, o.n);
      }
    }

    final Rank a = new Rank();
    final Rank b = new Rank();

    public CompareTo() {
      b.n = 1;
    }

    @Actor
    public void one() {
      a.n = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Collections.max(List.of(a, b)) == a ? 1 : -1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "an iterator of the program's own, called by ArrayList's addAll and by for-each")
  public static class OwnIterable {
    int n;
    final Iterable<Integer> counting = () -> {
      n++;
      return List.of(1).iterator();
    };

    @Actor
    public void one() {
      for (int i : counting) {}
    }

    @Actor
    public void two() {
      counting.forEach(i -> {});
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "AbstractList: its inherited methods call get and size of the program's own")
  public static class OwnAbstractList {
    int n;
    final List<Integer> l = new AbstractList<>() {
      @Override
      public Integer get(int i) {
        n++;
        return 1;
      }

      @Override
      public int size() {
        return 1;
      }
    };

    @Actor
    public void one() {
      l.indexOf(1);
    }

    @Actor
    public void two() {
      l.get(0);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "PropertyChangeSupport calls the listeners")
  public static class PropertyChange {
    int n;
    final java.beans.PropertyChangeSupport s = new java.beans.PropertyChangeSupport(this);

    public PropertyChange() {
      s.addPropertyChangeListener(e -> n = 1);
    }

    @Actor
    public void one() {
      s.firePropertyChange("a", 1, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Observable.notifyObservers calls the observers")
  public static class AnObservable {
    int n;

    static class Source extends Observable {
      void fire() {
        setChanged();
        notifyObservers();
      }
    }

    final Source s = new Source();

    public AnObservable() {
      s.addObserver((o, x) -> n = 1);
    }

    @Actor
    public void one() {
      s.fire();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "AutoCloseable: close is called by the language (JLS 14.20.3)")
  public static class CloseIsCalled {
    int n;

    class Resource implements AutoCloseable {
      @Override
      public void close() {
        n++;
      }
    }

    void use() {
      try (Resource x = new Resource()) {}
    }

    @Actor
    public void one() {
      use();
    }

    @Actor
    public void two() {
      use();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }
}
