package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Subclasses of collections, and what calls into the JDK call back or hand out. */
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
public final class InheritedCalls {
  private InheritedCalls() {}

  static class Audit<K, V> extends ConcurrentHashMap<K, V> {
    final AtomicInteger puts = new AtomicInteger();

    @Override
    public V put(K k, V v) {
      puts.incrementAndGet();
      return super.put(k, v);
    }
  }

  @State
  @Expect(
      value = {"0, 0", "0, 1", "0, 2", "1, 1", "1, 2"},
      because = "an overridden put of a concurrent map is two steps")
  public static class SubclassedMap {
    final Audit<String, Integer> m = new Audit<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = m.containsKey("a") ? 1 : 0;
      r.r2 = m.puts.get();
    }

    @Actor
    public void three() {
      Map<String, Integer> n = m;
      n.put("b", 1);
    }
  }

  @State
  @Expect(
      value = {"2, 2"},
      because = "putAll of a subclass of HashMap does not call put (OpenJDK)")
  public static class SubclassedPutAll {
    final Map<String, Integer> m = new HashMap<>() {
      @Override
      public Integer put(String k, Integer v) {
        return super.put(k, 2);
      }
    };

    @Actor
    public synchronized void one() {
      m.put("a", 1);
    }

    @Actor
    public synchronized void two() {
      m.putIfAbsent("b", 2);
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = m.get("a");
      r.r2 = m.get("b");
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "an ArrayList whose size is overridden")
  public static class SubclassedSize {
    int n = 1;
    final List<Integer> l = new ArrayList<>() {
      @Override
      public int size() {
        return n;
      }
    };

    @Actor
    public void one(I_Result r) {
      r.r1 = l.size();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  static class Stackish extends ArrayDeque<Integer> {
    volatile int pushes;

    @Override
    public void addFirst(Integer i) {
      pushes++;
      super.addFirst(i);
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      races = Expect.Races.SOME,
      because = "ArrayDeque.push calls addFirst; a deque is not safe for threads")
  public static class SubclassedDeque {
    final Stackish d = new Stackish();

    @Actor
    public void one() {
      d.push(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = d.pushes;
      d.peek();
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "TreeMap with the program's comparator under one lock")
  public static class ComparatorUnderLock {
    volatile int calls;
    final TreeMap<Integer, Integer> m = new TreeMap<>((a, b) -> {
      calls++;
      return a - b;
    });

    @Actor
    public synchronized void one() {
      m.put(1, 1);
    }

    @Actor
    public synchronized void two() {
      m.put(2, 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      races = Expect.Races.SOME,
      because = "TreeMap with the program's comparator, which steps, without a lock")
  public static class ComparatorWithoutLock {
    volatile int calls;
    final TreeMap<Integer, Integer> m = new TreeMap<>((a, b) -> {
      calls++;
      return a - b;
    });

    @Actor
    public void one() {
      try {
        m.put(1, 1);
      } catch (RuntimeException e) {
      }
    }

    @Actor
    public void two() {
      try {
        m.put(2, 1);
      } catch (RuntimeException e) {
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size() > 1 ? 2 : 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because = "equals takes a lock inside a list's contains")
  public static class EqualsLocks {
    final Object lock = new Object();
    int n;

    final class K {
      @Override
      public boolean equals(Object o) {
        synchronized (lock) {
          n++;
        }
        return false;
      }

      @Override
      public int hashCode() {
        return 1;
      }
    }

    final List<Object> l = List.of(new K());

    @Actor
    public void one() {
      l.contains(new K());
    }

    @Actor
    public void two(I_Result r) {
      synchronized (lock) {
        n++;
        r.r1 = n;
      }
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "done"},
      races = Expect.Races.NONE,
      because = "toString takes locks in the other order")
  public static class ToStringDeadlock {
    final Object a = new Object(), b = new Object();
    volatile int n;
    final Object o = new Object() {
      @Override
      public String toString() {
        synchronized (b) {
          n++;
          return "x";
        }
      }
    };

    @Actor
    public void one(L_Result r) {
      synchronized (a) {
        String s = "" + o;
      }
      r.r1 = "done";
    }

    @Actor
    public void two() {
      synchronized (b) {
        synchronized (a) {
          n++;
        }
      }
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "done"},
      races = Expect.Races.NONE,
      because = "synchronized collections compared with each other lock in either order")
  public static class SyncEqualsDeadlock {
    final List<Integer> a = Collections.synchronizedList(new ArrayList<>(List.of(1))),
        b = Collections.synchronizedList(new ArrayList<>(List.of(1)));

    @Actor
    public void one(L_Result r) {
      a.equals(b);
      r.r1 = "done";
    }

    @Actor
    public void two() {
      b.equals(a);
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "done"},
      races = Expect.Races.NONE,
      because = "containsAll of each other locks in either order")
  public static class VectorsContainEachOther {
    final Vector<Integer> a = new Vector<>(List.of(1)), b = new Vector<>(List.of(1));

    @Actor
    public void one(L_Result r) {
      a.containsAll(b);
      b.isEmpty();
      r.r1 = "done";
    }

    @Actor
    public void two() {
      b.equals(a);
      a.equals(b);
    }
  }

  @State
  @Expect(
      value = {"1", "2", "3"},
      races = Expect.Races.EITHER,
      because = "Iterator over a shared list of mutable objects")
  public static class MutableElements {
    static final class A {
      volatile int n = 1;
    }

    final List<A> l = List.of(new A(), new A());

    @Actor
    public void one(I_Result r) {
      int s = 0;
      for (A a : l) s += a.n;
      r.r1 = s - 1;
    }

    @Actor
    public void two() {
      for (A a : l) a.n = 2;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "a stream over mutable objects updates each once")
  public static class StreamUpdates {
    final List<AtomicInteger> l = List.of(new AtomicInteger(), new AtomicInteger());

    @Actor
    public void one() {
      l.stream().forEach(AtomicInteger::incrementAndGet);
    }

    @Actor
    public void two() {
      l.forEach(AtomicInteger::incrementAndGet);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.get(1).get();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2", "3"},
      because = "sum of atomics in a stream is no snapshot")
  public static class StreamSums {
    final List<AtomicInteger> l = List.of(new AtomicInteger(), new AtomicInteger());

    @Actor
    public void one() {
      l.get(0).set(1);
      l.get(1).set(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.stream().mapToInt(AtomicInteger::get).sum();
    }
  }

  @State
  @Expect(
      value = {"b, a", "a, b"},
      races = Expect.Races.NONE,
      because = "sort by a key that is an atomic; each key is read as often as sort likes")
  public static class SortByAtomic {
    static final class A {
      final String s;
      final AtomicInteger k;

      A(String s, int k) {
        this.s = s;
        this.k = new AtomicInteger(k);
      }
    }

    final A a = new A("a", 1), b = new A("b", 2);

    @Actor
    public void one(LL_Result r) {
      List<A> l = new ArrayList<>(List.of(a, b));
      l.sort(Comparator.comparingInt(x -> x.k.get()));
      r.r1 = l.get(0).s;
      r.r2 = l.get(1).s;
    }

    @Actor
    public void two() {
      a.k.set(5);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because = "groupingBy asks a function that reads a volatile for each element")
  public static class Grouping {
    volatile int k;

    @Actor
    public void one(I_Result r) {
      r.r1 = Stream.of(1, 2).collect(Collectors.groupingBy(x -> k)).size();
    }

    @Actor
    public void two() {
      k = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because = "toMap's merge function reads a volatile")
  public static class ToMapMerge {
    volatile int k = 1;

    @Actor
    public void one(I_Result r) {
      r.r1 =
          Stream.of(1, 1).collect(Collectors.toMap(x -> x, x -> x, (a, b) -> k)).get(1);
    }

    @Actor
    public void two() {
      k = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because = "HashMap.computeIfAbsent's function reads a volatile")
  public static class ComputeReads {
    volatile int k = 1;

    @Actor
    public void one(I_Result r) {
      r.r1 = new HashMap<Integer, Integer>().computeIfAbsent(1, x -> k);
    }

    @Actor
    public void two() {
      k = 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because = "Map.getOrDefault of a program's map")
  public static class DefaultOfInterface {
    volatile int k = 1;

    final class M extends AbstractMap<String, Integer> implements ConcurrentMap<String, Integer> {
      public Set<Map.Entry<String, Integer>> entrySet() {
        return Set.of(Map.entry("k", k));
      }

      public Integer putIfAbsent(String a, Integer b) {
        return null;
      }

      public boolean remove(Object a, Object b) {
        return false;
      }

      public boolean replace(String a, Integer b, Integer c) {
        return false;
      }

      public Integer replace(String a, Integer b) {
        return null;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = new M().getOrDefault("k", 0);
    }

    @Actor
    public void two() {
      k = 2;
    }
  }

  @State
  @Expect(
      value = {"11", "12", "22"},
      races = Expect.Races.NONE,
      because = "StringBuilder.insert and append call toString one after the other")
  public static class TwoTexts {
    volatile int k = 1;
    final Object o = new Object() {
      @Override
      public String toString() {
        return "" + k;
      }
    };

    @Actor
    public void one(L_Result r) {
      r.r1 = new StringBuilder().append(o).append(o).toString();
    }

    @Actor
    public void two() {
      k = 2;
    }
  }

  @State
  @Expect(
      value = {"11", "12", "22"},
      races = Expect.Races.NONE,
      because = "Arrays.toString and Objects.toString ask each element")
  public static class ArrayTexts {
    volatile int k = 1;
    final Object o = new Object() {
      @Override
      public String toString() {
        return "" + k;
      }
    };

    @Actor
    public void one(L_Result r) {
      r.r1 = Arrays.toString(new Object[] {o, o}).replaceAll("[^0-9]", "");
    }

    @Actor
    public void two() {
      k = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Objects.equals, Arrays.equals and List.equals call equals")
  public static class EqualsReads {
    volatile boolean same;

    final class E {
      @Override
      public boolean equals(Object o) {
        return same;
      }

      @Override
      public int hashCode() {
        return 0;
      }
    }

    @Actor
    public void one(Z_Result r) {
      r.r1 = Arrays.equals(new Object[] {new E()}, new Object[] {new E()});
    }

    @Actor
    public void two() {
      same = true;
    }
  }

  @State
  @Expect(
      value = {"31", "32", "33"},
      mayAlso = {"62"},
      races = Expect.Races.NONE,
      because = "Objects.hash calls hashCode in turn")
  public static class HashReads {
    volatile int k;

    final class E {
      @Override
      public int hashCode() {
        return k;
      }

      @Override
      public boolean equals(Object o) {
        return true;
      }
    }

    @Actor
    public void one(I_Result r) {
      int h = Objects.hash(new E(), new E());
      r.r1 = h == 961 ? 31 : h == 962 ? 32 : h == 993 ? 33 : 62;
    }

    @Actor
    public void two() {
      k = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.unmodifiableCollection(map.values()) of a shared map")
  public static class ViewOfView {
    final Map<String, Integer> m = new HashMap<>();
    final Collection<Integer> v = Collections.unmodifiableCollection(m.values());

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = v.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "an entry kept by one thread is part of the map")
  public static class KeptEntry {
    final Map<String, Integer> m = new HashMap<>(Map.of("a", 1));
    final Map.Entry<String, Integer> e = m.entrySet().iterator().next();

    @Actor
    public void one() {
      m.put("a", 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = e.getValue();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "an entry handed to a function and kept is part of the map")
  public static class KeptByFunction {
    final Map<String, Integer> m = new HashMap<>(Map.of("a", 1));
    Map.Entry<String, Integer> e;

    {
      m.entrySet().forEach(x -> e = x);
    }

    @Actor
    public void one() {
      m.put("a", 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = e.getValue();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "an iterator made before is over the shared list")
  public static class KeptIterator {
    final List<Integer> m = new LinkedList<>(List.of(1));
    final ListIterator<Integer> i = m.listIterator();

    @Actor
    public void one() {
      m.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = i.next();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a spliterator made before is over the shared list")
  public static class KeptSpliterator {
    final List<Integer> m = new ArrayList<>(List.of(1));
    final Spliterator<Integer> i = m.spliterator();

    @Actor
    public void one() {
      m.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      i.tryAdvance(x -> r.r1 = x);
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      races = Expect.Races.SOME,
      because = "two threads share one iterator")
  public static class SharedIterator {
    final Iterator<Integer> i = List.of(1, 2).iterator();

    @Actor
    public void one(II_Result r) {
      r.r1 = i.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = i.next();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      races = Expect.Races.EITHER,
      because = "two threads share an iterator of a concurrent queue")
  public static class SharedQueueIterator {
    final Iterator<Integer> i = new ConcurrentLinkedQueue<>(List.of(1, 2)).iterator();

    @Actor
    public void one(II_Result r) {
      r.r1 = i.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = i.next();
    }
  }
}
