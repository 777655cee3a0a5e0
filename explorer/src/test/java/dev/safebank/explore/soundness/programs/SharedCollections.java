package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Collections that are not thread-safe, reached by calls of every kind: receiver, argument, view.
 */
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
public final class SharedCollections {

  private SharedCollections() {}

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "BitSet is not safe for multithreaded use")
  public static class ABitSet {
    final BitSet b = new BitSet();

    @Actor
    public void one() {
      b.set(0);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.cardinality();
    }
  }

  @State
  @Expect(
      value = "2",
      torn = {"1", "FAILED*"},
      races = Expect.Races.SOME,
      because = "BitSet: two bits of one word")
  public static class NeighbouringBits {
    final BitSet b = new BitSet(64);

    @Actor
    public void one() {
      b.set(0);
    }

    @Actor
    public void two() {
      b.set(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = b.cardinality();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "ArrayDeque is not thread-safe")
  public static class AnArrayDeque {
    final Deque<Integer> d = new ArrayDeque<>();

    @Actor
    public void one() {
      d.push(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(d.poll());
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "PriorityQueue is not synchronized")
  public static class APriorityQueue {
    final Queue<Integer> q = new PriorityQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(q.peek());
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      races = Expect.Races.SOME,
      because = "EnumMap is not synchronized")
  public static class AnEnumMap {
    enum E {
      A
    }

    final Map<E, Integer> m = new EnumMap<>(E.class);

    @Actor
    public void one() {
      m.put(E.A, 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(m.get(E.A));
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      races = Expect.Races.SOME,
      because = "EnumSet is not synchronized")
  public static class AnEnumSet {
    enum E {
      A
    }

    final Set<E> s = EnumSet.noneOf(E.class);

    @Actor
    public void one() {
      s.add(E.A);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.contains(E.A);
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "IdentityHashMap is not synchronized")
  public static class AnIdentityHashMap {
    final Object key = new Object();
    final Map<Object, Integer> m = new IdentityHashMap<>();

    @Actor
    public void one() {
      m.put(key, 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(m.get(key));
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "WeakHashMap is not synchronized")
  public static class AWeakHashMap {
    final Object key = new Object();
    final Map<Object, Integer> m = new WeakHashMap<>();

    @Actor
    public void one() {
      m.put(key, 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(m.get(key));
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "TreeMap is not synchronized")
  public static class ATreeMap {
    final TreeMap<String, Integer> m = new TreeMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(L_Result r) {
      Map.Entry<String, Integer> e = m.firstEntry();
      r.r1 = e == null ? "null" : String.valueOf(e.getValue());
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "LinkedList is not synchronized")
  public static class ALinkedList {
    final LinkedList<Integer> l = new LinkedList<>();

    @Actor
    public void one() {
      l.addFirst(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      because = "Properties: safe for use by multiple threads")
  public static class OwnProperties {
    final Properties p = new Properties();

    @Actor
    public void one() {
      p.setProperty("a", "1");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(p.getProperty("a"));
    }
  }

  @State
  @Expect(
      value = {"", "a"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "String.join reads its argument")
  public static class StringJoin {
    final List<String> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add("a");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.join(",", l);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Map.copyOf reads its argument")
  public static class MapCopyOf {
    final Map<String, Integer> m = new HashMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Map.copyOf(m).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Set.copyOf reads its argument")
  public static class SetCopyOf {
    final Set<String> s = new HashSet<>();

    @Actor
    public void one() {
      s.add("a");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Set.copyOf(s).size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collections.sort writes its argument")
  public static class CollectionsSort {
    final List<Integer> l = new ArrayList<>(List.of(2, 1));

    @Actor
    public void one() {
      Collections.sort(l);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collections.reverse writes its argument")
  public static class CollectionsReverse {
    final List<Integer> l = new ArrayList<>(List.of(1, 2));

    @Actor
    public void one() {
      Collections.reverse(l);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "2"},
      torn = {"1", "FAILED*"},
      races = Expect.Races.SOME,
      because = "Collections.addAll writes its argument")
  public static class CollectionsAddAll {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      Collections.addAll(l, 1, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collections.frequency reads its argument")
  public static class CollectionsFrequency {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Collections.frequency(l, 1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Collections.nCopies: immutable, what it holds is not")
  public static class NCopies {
    final List<AtomicInteger> l = Collections.nCopies(2, new AtomicInteger());

    @Actor
    public void one() {
      l.get(0).set(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(1).get();
    }
  }

  @State
  @Expect(
      value = {"[1]", "[2]"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "an unmodifiable map's values, wrapped twice, are a view")
  public static class ViewOfView {
    final Map<String, Integer> m = new HashMap<>(Map.of("a", 1));
    final Collection<Integer> v = Collections.unmodifiableMap(m).values();

    @Actor
    public void one() {
      m.put("a", 2);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = v.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "List.subList is a view")
  public static class SubList {
    final List<Integer> l = new ArrayList<>(List.of(0, 0));
    final List<Integer> v = l.subList(0, 1);

    @Actor
    public void one() {
      l.set(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = v.get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ListIterator.set writes through")
  public static class ListIteratorSet {
    final List<Integer> l = new ArrayList<>(List.of(0));

    @Actor
    public void one() {
      ListIterator<Integer> i = l.listIterator();
      i.next();
      i.set(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Iterator.remove writes through")
  public static class IteratorRemove {
    final List<Integer> l = new ArrayList<>(List.of(7));

    @Actor
    public void one() {
      Iterator<Integer> i = l.iterator();
      i.next();
      i.remove();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Map.keySet().remove writes through")
  public static class KeySetRemove {
    final Map<String, Integer> m = new HashMap<>(Map.of("a", 1));
    final Set<String> keys = m.keySet();

    @Actor
    public void one() {
      keys.remove("a");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "TreeMap.headMap is a view")
  public static class HeadMap {
    final TreeMap<Integer, Integer> m = new TreeMap<>();
    final SortedMap<Integer, Integer> head = m.headMap(5);

    @Actor
    public void one() {
      head.put(1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.containsKey(1) ? 1 : 0;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.newSetFromMap is a view")
  public static class SetFromMap {
    final Map<String, Boolean> m = new HashMap<>();
    final Set<String> s = Collections.newSetFromMap(m);

    @Actor
    public void one() {
      s.add("a");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collection.toArray reads the list")
  public static class ToArray {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.toArray().length;
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "List.equals reads both lists")
  public static class ListEquals {
    final List<Integer> l = new ArrayList<>();
    final List<Integer> m = List.of(1);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.equals(l);
    }
  }

  @State
  @Expect(
      value = {"1", "32"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "List.hashCode reads the list")
  public static class ListHashCode {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.hashCode();
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Collection.containsAll reads its argument")
  public static class ContainsAll {
    final List<Integer> l = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      l.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = List.of(1).containsAll(l);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Map.putAll reads its argument")
  public static class PutAllArgument {
    final Map<String, Integer> m = new HashMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      Map<String, Integer> mine = new TreeMap<>();
      mine.putAll(m);
      r.r1 = mine.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "a concurrent collection's constructor reads its argument, which is not")
  public static class ConcurrentCopy {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new CopyOnWriteArrayList<>(l).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "ConcurrentHashMap.putAll reads its argument, which is not concurrent")
  public static class ConcurrentPutAll {
    final Map<String, Integer> m = new HashMap<>();
    final Map<String, Integer> all = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      all.putAll(m);
      r.r1 = all.size();
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]"},
      torn = {"FAILED*", "[null]"},
      races = Expect.Races.SOME,
      because = "Optional.toString reads what it holds")
  public static class OptionalToString {
    final List<Integer> l = new ArrayList<>();
    final Optional<List<Integer>> o = Optional.of(l);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(L_Result r) {
      String s = o.toString();
      r.r1 = s.substring("Optional[".length(), s.length() - 1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Optional.get: what it holds is not immutable")
  public static class OptionalHoldsArray {
    final Optional<int[]> o = Optional.of(new int[1]);

    @Actor
    public void one() {
      o.get()[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o.get()[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "List.of: what it holds is not immutable")
  public static class ImmutableOfMutable {
    final List<StringBuilder> l = List.of(new StringBuilder());

    @Actor
    public void one() {
      l.get(0).append("a");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0).length();
    }
  }

  @State
  @Expect(
      value = {"Holder[l=[]]", "Holder[l=[1]]"},
      torn = {"FAILED*", "Holder[l=[null]]"},
      races = Expect.Races.SOME,
      because = "Record.toString reads the components")
  public static class RecordOfMutable {
    record Holder(List<Integer> l) {}

    final Holder h = new Holder(new ArrayList<>());

    @Actor
    public void one() {
      h.l().add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = h.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "reached as an Iterable, the list is what it is")
  public static class ThroughInterface {
    final Iterable<Integer> i;
    final Collection<Integer> c;

    public ThroughInterface() {
      List<Integer> l = new ArrayList<>();
      i = l;
      c = l;
    }

    @Actor
    public void one() {
      c.add(1);
    }

    @Actor
    public void two(I_Result r) {
      for (Integer each : i) {
        r.r1 += each;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "a list kept as an Object, and found by a cast")
  public static class ThroughObject {
    final Object o = new ArrayList<>(List.of(0));

    @Actor
    public void one() {
      ((List<Integer>) o).set(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = ((ArrayList<Integer>) o).get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 15.13.3: a method reference to the list's own method")
  public static class ByMethodReference {
    final List<Integer> l = new ArrayList<>();
    final Consumer<Integer> add = l::add;
    final IntSupplier size = l::size;

    @Actor
    public void one() {
      add.accept(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = size.getAsInt();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "JLS 15.13.3: a reference to an unbound method of a collection")
  public static class ByUnboundReference {
    final List<Integer> l = new ArrayList<>();
    final BiConsumer<List<Integer>, Integer> add = List::add;
    final ToIntFunction<List<Integer>> size = List::size;

    @Actor
    public void one() {
      add.accept(l, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = size.applyAsInt(l);
    }
  }
}
