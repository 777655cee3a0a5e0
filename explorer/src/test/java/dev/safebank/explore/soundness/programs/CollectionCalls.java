package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Concurrent collections, and what collections and streams call back. */
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
public final class CollectionCalls {
  private CollectionCalls() {}

  // concurrent collections: per-key calls and combinations
  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "ConcurrentMap.merge is atomic in ConcurrentHashMap")
  public static class MergeCounts {
    final Map<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one(II_Result r) {
      r.r1 = m.merge("k", 1, Integer::sum);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = m.merge("k", 1, Integer::sum);
    }
  }

  @State
  @Expect(
      value = {"1, 1", "1, 2", "2, 1"},
      because =
          "ConcurrentSkipListMap.merge calls the function perhaps more than once, but is a compare-and-set")
  public static class SkipListMergeCalls {
    final Map<String, Integer> m = new ConcurrentSkipListMap<>();
    final AtomicInteger calls = new AtomicInteger();

    {
      m.put("k", 0);
    }

    @Actor
    public void one() {
      m.merge("k", 1, (a, b) -> {
        calls.incrementAndGet();
        return a + b;
      });
    }

    @Actor
    public void two() {
      m.merge("k", 1, (a, b) -> {
        calls.incrementAndGet();
        return a + b;
      });
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = 1;
      r.r2 = calls.get() > 2 ? 2 : 1;
    }
  }

  @State
  @Expect(
      value = {"true, 2", "false, 1"},
      because = "ConcurrentMap.replace(k, old, new)")
  public static class ReplaceOld {
    final ConcurrentMap<String, Integer> m = new ConcurrentHashMap<>(Map.of("k", 1));

    @Actor
    public void one(ZI_Result r) {
      r.r1 = m.replace("k", 1, 2);
    }

    @Actor
    public void two(ZI_Result r) {
      Integer v = m.put("k", 5);
      r.r2 = v;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "ConcurrentHashMap.size under concurrent change is transient; weakly consistent")
  public static class SizeWhilePut {
    final Map<Integer, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(1, 1);
      m.put(2, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2", "3"},
      because = "weakly consistent iteration")
  public static class SumWhilePut {
    final Map<Integer, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(1, 1);
      m.put(2, 2);
    }

    @Actor
    public void two(I_Result r) {
      for (int v : m.values()) r.r1 += v;
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]", "[1, 2]"},
      mayAlso = {"[2]"},
      because = "weakly consistent iteration")
  public static class SkipListToString {
    final Set<Integer> m = new ConcurrentSkipListSet<>();

    @Actor
    public void one() {
      m.add(1);
      m.add(2);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = m.toString();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "ConcurrentSkipListMap.firstKey")
  public static class FirstKey {
    final ConcurrentSkipListMap<Integer, Integer> m = new ConcurrentSkipListMap<>(Map.of(2, 2));

    @Actor
    public void one() {
      m.put(1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.firstKey();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "ConcurrentSkipListMap.pollFirstEntry removes atomically")
  public static class PollFirst {
    final ConcurrentSkipListMap<Integer, Integer> m =
        new ConcurrentSkipListMap<>(Map.of(1, 1, 2, 2));

    @Actor
    public void one(II_Result r) {
      r.r1 = m.pollFirstEntry().getKey();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = m.pollFirstEntry().getKey();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mayAlso = {},
      because = "LongAdder.sum is no snapshot")
  public static class AdderSum {
    final LongAdder a = new LongAdder();

    @Actor
    public void one() {
      a.increment();
      a.increment();
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = a.sum();
    }
  }

  @State
  @Expect(
      value = {"3"},
      because = "LongAccumulator: max")
  public static class AccumulatorMax {
    final LongAccumulator a = new LongAccumulator(Long::max, 0);

    @Actor
    public void one() {
      a.accumulate(1);
    }

    @Actor
    public void two() {
      a.accumulate(3);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = a.get();
    }
  }

  @State
  @Expect(
      value = {"[a, b]", "[b, a]"},
      because = "CopyOnWriteArrayList.addAllAbsent")
  public static class AddAllAbsent {
    final CopyOnWriteArrayList<String> l = new CopyOnWriteArrayList<>();

    @Actor
    public void one() {
      l.addAllAbsent(List.of("a"));
    }

    @Actor
    public void two() {
      l.addAllAbsent(List.of("b"));
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = l.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "cme"},
      mayAlso = {"ioobe"},
      because = "CopyOnWriteArrayList.subList: ConcurrentModificationException if the list changes")
  public static class CowSubList {
    final CopyOnWriteArrayList<String> l = new CopyOnWriteArrayList<>(List.of("a"));

    @Actor
    public void one() {
      l.add("b");
    }

    @Actor
    public void two(L_Result r) {
      List<String> s = l.subList(0, 1);
      try {
        r.r1 = s.indexOf("a") == 0 ? "0" : "1";
      } catch (ConcurrentModificationException e) {
        r.r1 = "cme";
      }
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      because = "CopyOnWriteArrayList.iterator: a snapshot")
  public static class CowIterator {
    final List<String> l = new CopyOnWriteArrayList<>(List.of("a"));

    @Actor
    public void one() {
      l.set(0, "b");
    }

    @Actor
    public void two(L_Result r) {
      Iterator<String> i = l.iterator();
      r.r1 = i.next();
    }
  }

  @State
  @Expect(
      value = {"1, 0", "1, 1", "0, 0"},
      because = "two element-wise atomic puts seen in any prefix")
  public static class TwoMaps {
    final Map<String, Integer> a = new ConcurrentHashMap<>(), b = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      a.put("k", 1);
      b.put("k", 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = b.getOrDefault("k", 0);
      r.r1 = a.getOrDefault("k", 0);
    }
  }

  @State
  @Expect(
      value = {"1, 0", "1, 1", "0, 0", "0, 1"},
      because = "no order between keys")
  public static class TwoKeys {
    final Map<String, Integer> a = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      a.put("x", 1);
      a.put("y", 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = a.getOrDefault("x", 0);
      r.r2 = a.getOrDefault("y", 0);
    }
  }

  static final class Half {
    final int n;

    Half(int n) {
      this.n = n;
    }

    public boolean equals(Object o) {
      return o instanceof Half h && h.n / 2 == n / 2;
    }

    public int hashCode() {
      return 0;
    }
  }

  @State
  @Expect(
      value = {"null, 1", "2, null"},
      because = "keys that are equal are one key")
  public static class EqualKeys {
    final Map<Half, Integer> a = new ConcurrentHashMap<>();

    @Actor
    public void one(LL_Result r) {
      r.r1 = a.put(new Half(2), 1);
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = a.put(new Half(3), 2);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a mutable key: its hash code is read when it is put")
  public static class MutableKey {
    static final class K {
      int n;

      public boolean equals(Object o) {
        return o instanceof K k && k.n == n;
      }

      public int hashCode() {
        return n;
      }
    }

    final K k = new K();
    final Map<K, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(k, 1);
    }

    @Actor
    public void two() {
      k.n = 5;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.containsKey(k) ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a lambda comparator reads a volatile")
  public static class ComparatorReadsVolatile {
    volatile int sign = 1;

    @Actor
    public void one(I_Result r) {
      List<Integer> l = new ArrayList<>(List.of(1, 2));
      l.sort((a, b) -> sign * (a - b));
      r.r1 = l.get(0);
    }

    @Actor
    public void two() {
      sign = -1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a comparator made by the JDK of a function that reads a volatile")
  public static class ComparatorOfKey {
    volatile int sign = 1;

    @Actor
    public void one(I_Result r) {
      List<Integer> l = new ArrayList<>(List.of(1, 2));
      l.sort(Comparator.comparing(a -> sign * a));
      r.r1 = l.get(0);
    }

    @Actor
    public void two() {
      sign = -1;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "removeIf's predicate reads a volatile, once for each element")
  public static class RemoveIfReads {
    volatile boolean gone;

    @Actor
    public void one(I_Result r) {
      List<Integer> l = new ArrayList<>(List.of(1, 2));
      l.removeIf(x -> gone);
      r.r1 = l.size();
    }

    @Actor
    public void two() {
      gone = true;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "a stream's filter reads a volatile, once for each element")
  public static class FilterReads {
    volatile boolean gone;

    @Actor
    public void one(J_Result r) {
      r.r1 = Stream.of(1, 2).filter(x -> !gone).count();
    }

    @Actor
    public void two() {
      gone = true;
    }
  }

  @State
  @Expect(
      value = {"0", "10", "11"},
      because = "Supplier in Optional.orElseGet reads a volatile")
  public static class OrElseGetReads {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      r.r1 = Optional.<Integer>empty().orElseGet(() -> n)
          + Objects.requireNonNullElseGet((Integer) null, () -> n * 10);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"00", "01", "11"},
      because = "String.format calls toString of each argument in turn")
  public static class FormatReads {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      Object o = new Object() {
        public String toString() {
          return "" + n;
        }
      };
      r.r1 = String.format("%s%s", o, o);
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"0-0", "0-1", "1-1"},
      because = "String.join calls toString of each element in turn")
  public static class JoinReads {
    volatile int n;

    final class T implements CharSequence {
      public char charAt(int i) {
        return toString().charAt(i);
      }

      public int length() {
        return 1;
      }

      public CharSequence subSequence(int a, int b) {
        return this;
      }

      public String toString() {
        return "" + n;
      }
    }

    @Actor
    public void one(L_Result r) {
      r.r1 = String.join("-", new T(), new T());
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"00", "01", "11"},
      because = "StringBuilder.append calls toString")
  public static class AppendReads {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      Object o = new Object() {
        public String toString() {
          return "" + n;
        }
      };
      r.r1 = new StringBuilder().append(o).append(o).toString();
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  record Pair(int[] a, List<Integer> l) {}

  @State
  @Expect(
      value = {"[1]", "[1, 2]"},
      races = Expect.Races.SOME,
      because = "a record's accessor hands out its component")
  public static class RecordComponent {
    final Pair p = new Pair(new int[1], new ArrayList<>(List.of(1)));

    @Actor
    public void one() {
      p.l().add(2);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = p.l().toString();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "a record's equals compares its components")
  public static class RecordEquals {
    final Pair p = new Pair(null, new ArrayList<>(List.of(1))),
        q = new Pair(null, new ArrayList<>(List.of(1)));

    @Actor
    public void one() {
      p.l().add(2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = p.equals(q);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "varargs: the array is the caller's")
  public static class Varargs {
    final Integer[] a = {1};

    static int first(Integer... x) {
      return x[0];
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = first(a);
    }

    @Actor
    public void two() {
      a[0] = 2;
    }
  }

  @State
  @Expect(
      value = {"[1]", "[2]"},
      races = Expect.Races.SOME,
      because = "Arrays.asList of a shared array is a view")
  public static class AsListView {
    final Integer[] a = {1};
    final List<Integer> l = Arrays.asList(a);

    @Actor
    public void one(L_Result r) {
      r.r1 = l.toString();
    }

    @Actor
    public void two() {
      a[0] = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "List.of of a shared array copies it")
  public static class ListOfArray {
    final Integer[] a = {1};

    @Actor
    public void one(I_Result r) {
      r.r1 = List.of(a).get(0);
    }

    @Actor
    public void two() {
      a[0] = 2;
    }
  }
  // subclasses
  static class Counting<E> extends ArrayList<E> {
    int adds;

    @Override
    public boolean add(E e) {
      adds++;
      return super.add(e);
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
      for (E e : c) add(e);
      return true;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "an overridden addAll calls add")
  public static class CountingAddAll {
    final Counting<Integer> l = new Counting<>();

    @Actor
    public synchronized void one() {
      l.addAll(List.of(1));
    }

    @Actor
    public synchronized void two() {
      List<Integer> m = l;
      m.add(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.adds;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "an overridden add writes a plain field")
  public static class CountingRace {
    final Counting<Integer> l = new Counting<>(),
        m =
            new Counting<>() {
              @Override
              public boolean add(Integer i) {
                l.adds++;
                return true;
              }
            };

    @Actor
    public void one() {
      m.add(1);
    }

    @Actor
    public void two() {
      m.addAll(List.of(1));
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.adds;
    }
  }

  static class Watched extends AbstractList<Integer> {
    final int[] a = {1, 2};
    volatile int reads;

    public Integer get(int i) {
      reads++;
      return a[i];
    }

    public int size() {
      return 2;
    }
  }

  @State
  @Expect(
      value = {"2", "3", "4"},
      because = "AbstractList.indexOf calls get")
  public static class SkeletonCalls {
    final Watched w = new Watched();

    @Actor
    public void one() {
      w.contains(2);
    }

    @Actor
    public void two() {
      w.contains(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = w.reads;
    }
  }

  interface Greets {
    default String greet() {
      return "hi " + name();
    }

    String name();
  }

  @State
  @Expect(
      value = {"hi a", "hi b"},
      because = "default methods call what implements them")
  public static class DefaultMethods implements Greets {
    volatile String n = "a";

    public String name() {
      return n;
    }

    @Actor
    public void one(L_Result r) {
      r.r1 = greet();
    }

    @Actor
    public void two() {
      n = "b";
    }
  }

  abstract static class Box<T extends Comparable<T>> implements Comparable<Box<T>> {
    volatile T t;

    public int compareTo(Box<T> o) {
      return t.compareTo(o.t);
    }
  }

  static class IntBox extends Box<Integer> {
    IntBox(int i) {
      t = i;
    }
  }

  @State
  @Expect(
      value = {"2", "5"},
      because = "Collections.max calls the inherited compareTo")
  public static class BridgeCompare {
    final IntBox a = new IntBox(1), b = new IntBox(2);

    @Actor
    public void one(I_Result r) {
      r.r1 = Collections.max(List.of(a, b)).t;
    }

    @Actor
    public void two() {
      a.t = 5;
    }
  }

  @State
  @Expect(
      value = {"null", "[x]"},
      races = Expect.Races.EITHER,
      because = "Throwable.getSuppressed: what was added")
  public static class Suppressed {
    final Exception e = new Exception();

    @Actor
    public void one() {
      e.addSuppressed(new RuntimeException("x"));
    }

    @Actor
    public void two(L_Result r) {
      Throwable[] t = e.getSuppressed();
      r.r1 = t.length == 0 ? "null" : "[" + t[0].getMessage() + "]";
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      races = Expect.Races.SOME,
      because = "BitSet is not safe for threads")
  public static class BitSets {
    final BitSet b = new BitSet();

    @Actor
    public void one() {
      b.set(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.cardinality();
    }
  }

  @State
  @Expect(
      value = {"7"},
      because = "BigInteger is immutable")
  public static class BigCaches {
    final BigInteger b = BigInteger.valueOf(7);

    @Actor
    public void one(L_Result r) {
      r.r1 = b.toString();
    }

    @Actor
    public void two() {
      b.bitCount();
      b.hashCode();
      b.toString(2);
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "AtomicInteger.getAndUpdate calls its function again after a failure")
  public static class UpdateReenters {
    final AtomicInteger a = new AtomicInteger(), calls = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      r.r1 = a.updateAndGet(x -> x + 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = a.updateAndGet(x -> x + 1);
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "AtomicInteger.updateAndGet: a function that itself updates is called again")
  public static class UpdateInUpdate {
    final AtomicInteger a = new AtomicInteger();
    boolean first = true;

    @Actor
    public void one() {
      a.updateAndGet(x -> {
        if (first) {
          first = false;
          a.incrementAndGet();
        }
        return x + 1;
      });
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a.get();
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "1, 0"},
      because = "AtomicReference of a mutable list: the element is shared")
  public static class ReferenceToList {
    final AtomicReference<List<String>> a = new AtomicReference<>(new CopyOnWriteArrayList<>());

    @Actor
    public void one(II_Result r) {
      r.r1 = a.get().size();
      a.get().add("x");
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = a.get().size();
      a.get().add("y");
    }
  }

  @State
  @Expect(
      value = {"6"},
      because = "Stream.reduce")
  public static class Reduce {
    @Actor
    public void one(I_Result r) {
      r.r1 = Stream.of(1, 2, 3).reduce(0, Integer::sum);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"6"},
      because = "parallel streams reduce associatively")
  public static class ParallelReduce {
    @Actor
    public void one(I_Result r) {
      r.r1 = IntStream.of(1, 2, 3).parallel().sum();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"6"},
      mayAlso = {"1", "2", "3", "4", "5"},
      races = Expect.Races.EITHER,
      because = "parallel streams run in several threads")
  public static class ParallelForEach {
    int n;

    @Actor
    public void one(I_Result r) {
      List.of(1, 2, 3).parallelStream().forEach(x -> n += x);
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }
}
