package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** The JDK calls the program back: orders, equality, text, functions of streams and maps. */
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
public final class UserFunctions {

  private UserFunctions() {}

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "TreeMap: keys are compared by the comparator given, at each call")
  public static class ComparatorReadsVolatile {
    volatile boolean reversed;

    @Actor
    public void one() {
      reversed = true;
    }

    @Actor
    public void two(I_Result r) {
      TreeMap<Integer, Integer> m = new TreeMap<>((a, b) -> reversed ? b - a : a - b);
      m.put(1, 1);
      m.put(2, 2);
      r.r1 = m.firstKey();
    }
  }

  static class Key {
    static volatile boolean blind;

    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return !blind;
    }
  }

  @State
  @Expect(
      value = {"x", "null"},
      mustProve = true,
      because = "HashMap.get: keys are equal by their equals")
  public static class KeyReadsStatic {
    @Actor
    public void one() {
      Key.blind = true;
    }

    @Actor
    public void two(L_Result r) {
      Map<Key, String> m = new HashMap<>();
      m.put(new Key(), "x");
      r.r1 = "" + m.get(new Key());
    }
  }

  @State
  @Expect(
      value = {"threw 1", "threw 0"},
      mustProve = true,
      because = "PriorityQueue: an exception of compareTo reaches the caller")
  public static class CompareThrows {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      PriorityQueue<Integer> q = new PriorityQueue<>((a, b) -> {
        throw new IllegalStateException("" + n);
      });
      q.add(1);
      try {
        q.add(2);
        r.r1 = "added";
      } catch (IllegalStateException e) {
        r.r1 = "threw " + e.getMessage();
      }
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  static class Locked implements Comparable<Locked> {
    final Object lock;
    final int n;

    Locked(Object lock, int n) {
      this.lock = lock;
      this.n = n;
    }

    @Override
    public int compareTo(Locked other) {
      synchronized (lock) {
        return Integer.compare(n, other.n);
      }
    }
  }

  @State
  @Expect(
      value = {"2, 1"},
      mustProve = true,
      because = "TreeSet: compareTo may lock; each set is one actor's own")
  public static class CompareLocks {
    final Object lock = new Object();

    @Actor
    public void one(II_Result r) {
      TreeSet<Locked> s = new TreeSet<>();
      s.add(new Locked(lock, 1));
      s.add(new Locked(lock, 2));
      r.r1 = s.size();
    }

    @Actor
    public void two(II_Result r) {
      synchronized (lock) {
        TreeSet<Locked> s = new TreeSet<>();
        s.add(new Locked(lock, 1));
        s.add(new Locked(lock, 1));
        r.r2 = s.size();
      }
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "Optional.map applies the function once")
  public static class OptionalMaps {
    volatile int v;

    @Actor
    public void one() {
      v = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Optional.of(1).map(i -> i + v).filter(i -> i > 0).orElse(9);
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because =
          "Optional.orElseGet, or, ifPresentOrElse: the supplier is called when there is no value")
  public static class OptionalSupplies {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      r.r1 =
          Optional.<Integer>empty().or(() -> Optional.of(n.incrementAndGet())).get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Optional.<Integer>ofNullable(null).orElseGet(n::incrementAndGet);
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 1"},
      mayAlso = {"2, 1"},
      because = "Stream: lazy and short-circuiting; peek may be left out")
  public static class StreamIsLazy {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      r.r1 = n.get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Stream.of(1, 2, 3).peek(i -> n.incrementAndGet()).findFirst().get();
    }
  }

  @State
  @Expect(
      value = {"{0=[a, b]}", "{0=[a], 1=[b]}", "{1=[a, b]}"},
      because = "Collectors.groupingBy applies its function to each element in turn")
  public static class GroupingReads {
    volatile int v;

    @Actor
    public void one() {
      v = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Stream.of("a", "b")
          .collect(Collectors.groupingBy(s -> v, TreeMap::new, Collectors.toList()))
          .toString();
    }
  }

  @State
  @Expect(
      value = {"modified"},
      mustProve = true,
      because = "HashMap.computeIfAbsent: a function that modifies the map is detected")
  public static class ComputeModifies {
    @Actor
    public void one(L_Result r) {
      Map<Integer, Integer> m = new HashMap<>();
      try {
        m.computeIfAbsent(1, k -> {
          m.put(2, 2);
          return 1;
        });
        r.r1 = "" + m;
      } catch (ConcurrentModificationException e) {
        r.r1 = "modified";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      because = "ConcurrentHashMap.compute: the entire method invocation is performed atomically")
  public static class ComputeTwice {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.compute("a", (k, v) -> v == null ? 1 : v + 1);
    }

    @Actor
    public void two() {
      m.compute("a", (k, v) -> v == null ? 1 : v + 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  @State
  @Expect(
      value = {"null, 5", "1, null"},
      mustProve = true,
      because = "ConcurrentHashMap.merge: null of the function removes; atomic")
  public static class MergeRemoves {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>(Map.of("a", 1));
    volatile Integer before;

    @Actor
    public void one() {
      m.merge("a", 1, (x, y) -> null);
    }

    @Actor
    public void two() {
      before = m.put("a", 5);
    }

    @Arbiter
    public void end(LL_Result r) {
      r.r1 = "" + before;
      r.r2 = "" + m.get("a");
    }
  }

  @State
  @Expect(
      value = {"1, 1, 1"},
      because = "ConcurrentHashMap.computeIfAbsent: the function is applied at most once per key")
  public static class AbsentOnce {
    final ConcurrentMap<String, Integer> m = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();
    volatile int a, b;

    @Actor
    public void one() {
      a = m.computeIfAbsent("k", k -> calls.incrementAndGet());
    }

    @Actor
    public void two() {
      b = m.computeIfAbsent("k", k -> calls.incrementAndGet());
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = a + ", " + b + ", " + calls.get();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "ConcurrentHashMap: removeIf on a view is weakly consistent")
  public static class ViewRemovesIf {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 1));

    @Actor
    public void one() {
      m.keySet().removeIf(k -> k > 0);
    }

    @Actor
    public void two() {
      m.put(2, 2);
      m.put(3, 3);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"1", "3"},
      mustProve = true,
      because = "CopyOnWriteArrayList: an iterator sees the array as it was when it was made")
  public static class SnapshotWhileAdding {
    final CopyOnWriteArrayList<Integer> l = new CopyOnWriteArrayList<>(List.of(1));

    @Actor
    public void one() {
      l.add(2);
    }

    @Actor
    public void two(I_Result r) {
      int s = 0;
      for (int i : l) {
        s += i;
      }
      r.r1 = s;
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "CopyOnWriteArraySet.add is atomic")
  public static class SetAddsOnce {
    final CopyOnWriteArraySet<String> s = new CopyOnWriteArraySet<>();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = s.add("a");
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = s.add("a");
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "ConcurrentMap.replace(key, old, new): atomic")
  public static class ReplaceLoop {
    final ConcurrentMap<String, Integer> m = new ConcurrentHashMap<>(Map.of("a", 0));

    void up() {
      Integer v;
      do {
        v = m.get("a");
      } while (!m.replace("a", v, v + 1));
    }

    @Actor
    public void one() {
      up();
    }

    @Actor
    public void two() {
      up();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Collections.synchronizedMap: computeIfAbsent holds the mutex all the time")
  public static class SynchronizedCompute {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());
    int calls;

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> ++calls);
    }

    @Actor
    public void two() {
      m.computeIfAbsent("a", k -> ++calls);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls;
    }
  }

  class Named {
    volatile int v;

    @Override
    public String toString() {
      return "n" + v;
    }
  }

  @State
  @Expect(
      value = {"n0 n0", "n0 n1", "n1 n1"},
      because = "Formatter: %s calls toString; StringBuilder.append(Object) does as well")
  public static class TextReads {
    final Named o = new UserFunctions().new Named();

    @Actor
    public void one() {
      o.v = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new StringBuilder()
          .append(String.format("%s", o))
          .append(' ')
          .append(o)
          .toString();
    }
  }

  static class Same {
    final Same[] other = new Same[1];
    volatile boolean same;

    @Override
    public boolean equals(Object o) {
      return same;
    }
  }

  @State
  @Expect(
      value = {"false, false", "false, true", "true, true"},
      mustProve = true,
      because = "Objects.equals calls equals of the first")
  public static class ObjectsAsk {
    final Same o = new Same();

    @Actor
    public void one() {
      o.same = true;
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r1 = Objects.equals(o, "x");
      r.r2 = List.of("y", o).contains("z") || Objects.equals(o, 1);
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      mustProve = true,
      because = "Objects.requireNonNull: the supplier of the message is called if it is null")
  public static class MessageSupplied {
    volatile int v;

    @Actor
    public void one() {
      v = 1;
    }

    @Actor
    public void two(L_Result r) {
      try {
        Objects.requireNonNull((Object) null, () -> "" + v);
      } catch (NullPointerException e) {
        r.r1 = e.getMessage();
      }
    }
  }

  @State
  @Expect(
      value = {"[1, 2]", "[2, 1]"},
      mustProve = true,
      because = "Arrays.sort of two elements compares once")
  public static class SortAsksOnce {
    volatile int sign = 1;

    @Actor
    public void one() {
      sign = -1;
    }

    @Actor
    public void two(L_Result r) {
      Integer[] a = {2, 1};
      Arrays.sort(a, (x, y) -> sign * (x - y));
      r.r1 = "[" + a[0] + ", " + a[1] + "]";
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      mustProve = true,
      because = "Comparator.comparing: its key is asked for at each comparison")
  public static class ComparingReads {
    volatile int v;

    @Actor
    public void one() {
      v = 5;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Collections.max(
          List.of("a", "b"),
          Comparator.<String, Integer>comparing(s -> s.equals("a") ? v : 1).thenComparing(s -> s));
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "Function.andThen applies this one first, then the other")
  public static class ComposedFunctions {
    final AtomicInteger n = new AtomicInteger();
    final Function<Integer, Integer> up =
        ((Function<Integer, Integer>) i -> n.addAndGet(i)).andThen(i -> i);

    @Actor
    public void one(II_Result r) {
      r.r1 = up.apply(1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = up.compose((Integer i) -> i).apply(1);
    }
  }

  @State
  @Expect(
      value = {"3"},
      mustProve = true,
      because = "Map.Entry.setValue under a lock writes through to the map")
  public static class EntryWrites {
    final Map<String, Integer> m = new HashMap<>(Map.of("a", 1));

    void up() {
      synchronized (m) {
        for (Map.Entry<String, Integer> e : m.entrySet()) {
          e.setValue(e.getValue() + 1);
        }
      }
    }

    @Actor
    public void one() {
      up();
    }

    @Actor
    public void two() {
      up();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  enum Color {
    RED,
    BLUE
  }

  @State
  @Expect(
      value = {"null", "1"},
      races = Expect.Races.SOME,
      because = "EnumMap is not synchronized")
  public static class SharedEnumMap {
    final Map<Color, Integer> m = new EnumMap<>(Color.class);

    @Actor
    public void one() {
      m.put(Color.RED, 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + m.get(Color.RED);
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "BitSet under a lock")
  public static class LockedBitSet {
    final BitSet s = new BitSet();

    @Actor
    public void one() {
      synchronized (s) {
        s.set(1);
      }
    }

    @Actor
    public void two() {
      synchronized (s) {
        s.set(3);
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = s.cardinality();
    }
  }

  interface Work {
    int up();
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1", "1, 1"},
      races = Expect.Races.SOME,
      because = "Proxy: every call goes to the handler")
  public static class ProxyCallsHandler {
    int n;
    final Work work = (Work) Proxy.newProxyInstance(
        Work.class.getClassLoader(), new Class<?>[] {Work.class}, (InvocationHandler)
            (p, m, a) -> ++n);

    @Actor
    public void one(II_Result r) {
      r.r1 = work.up();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = work.up();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Proxy: also behind an interface of the JDK")
  public static class ProxyOfRunnable {
    int n;
    final Runnable work = (Runnable) Proxy.newProxyInstance(
        Work.class.getClassLoader(), new Class<?>[] {Runnable.class}, (p, m, a) -> {
          n++;
          return null;
        });

    @Actor
    public void one() {
      work.run();
    }

    @Actor
    public void two() {
      work.run();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  static class Range implements Iterable<Integer> {
    final AtomicInteger n = new AtomicInteger();

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return n.get() < 1;
        }

        @Override
        public Integer next() {
          return n.getAndIncrement();
        }
      };
    }
  }

  @State
  @Expect(
      value = {"0, -1", "-1, 0", "0, 1", "1, 0"},
      mustProve = true,
      because = "JLS 14.14.2: hasNext, then next; both are the program's")
  public static class OwnIterator {
    final Range range = new Range();

    int first() {
      Iterator<Integer> i = range.iterator();
      return i.hasNext() ? i.next() : -1;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = first();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = first();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "Iterable.forEach calls iterator, hasNext and next of the program")
  public static class ForEachOfOwn {
    final Range range = new Range();
    final AtomicInteger seen = new AtomicInteger();

    @Actor
    public void one() {
      range.forEach(i -> seen.incrementAndGet());
    }

    @Actor
    public void two(I_Result r) {
      range.n.set(0);
      r.r1 = seen.get();
    }
  }

  record Pair(Weighted a, int[] b) {}

  static class Weighted {
    volatile int v;

    @Override
    public int hashCode() {
      return v;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Weighted w && w.v == v;
    }
  }

  @State
  @Expect(
      value = {"true, true", "true, false", "false, true", "false, false"},
      because = "JLS 8.10.3: equals and hashCode of a record use those of its components")
  public static class RecordOfMutable {
    final Pair p = new Pair(new Weighted(), null), q = new Pair(new Weighted(), null);

    @Actor
    public void one() {
      p.a().v = 1;
      q.a().v = 1;
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r1 = p.equals(q);
      r.r2 = p.hashCode() == q.hashCode();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "List.replaceAll and removeIf under a lock call functions that lock it again")
  public static class FunctionsUnderLock {
    final List<Integer> l = new ArrayList<>(List.of(0));

    synchronized int up(int i) {
      return i + 1;
    }

    @Actor
    public void one() {
      synchronized (this) {
        l.replaceAll(this::up);
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        l.replaceAll(this::up);
        l.removeIf(i -> up(i) < 0);
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"7", "none"},
      mayAlso = {"null", "modified"},
      races = Expect.Races.SOME,
      because = "Hashtable.values: iterating is not synchronized; it must be done by hand")
  public static class ValuesOfHashtable {
    final Hashtable<Integer, Integer> t = new Hashtable<>(Map.of(1, 7));

    @Actor
    public void one(L_Result r) {
      try {
        r.r1 = "none";
        for (Integer v : t.values()) {
          r.r1 = "" + v;
        }
      } catch (ConcurrentModificationException e) {
        r.r1 = "modified";
      }
    }

    @Actor
    public void two() {
      t.remove(1);
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 0"},
      mustProve = true,
      because = "CopyOnWriteArraySet.clear is atomic")
  public static class CopiedSetCleared {
    final CopyOnWriteArraySet<Integer> s = new CopyOnWriteArraySet<>(List.of(1));
    volatile int seen;

    @Actor
    public void one() {
      s.clear();
    }

    @Actor
    public void two() {
      seen = s.size();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = seen;
      r.r2 = s.size();
    }
  }
}
