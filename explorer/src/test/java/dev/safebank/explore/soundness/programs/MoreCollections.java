package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Views, elements and callbacks of collections, in other guises than those of the other groups. */
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
public final class MoreCollections {

  private MoreCollections() {}

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "TreeSet.headSet: the view is backed by the set, and TreeSet is not synchronized")
  public static class TreeSetHeadSet {
    final TreeSet<Integer> s = new TreeSet<>(List.of(5));

    @Actor
    public void one() {
      s.headSet(3).add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = s.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "TreeSet.descendingSet: changes to the view are reflected in the set")
  public static class TreeSetDescendingClear {
    final TreeSet<Integer> s = new TreeSet<>(List.of(5));

    @Actor
    public void one() {
      s.descendingSet().clear();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = s.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "TreeMap.tailMap: a view")
  public static class TreeMapTailMapPut {
    final TreeMap<Integer, Integer> s = new TreeMap<>(Map.of(1, 1));

    @Actor
    public void one() {
      s.tailMap(1).put(7, 7);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = s.size();
    }
  }

  @State
  @Expect(
      value = {"false, true", "true, false", "true, true"},
      because = "ConcurrentSkipListSet.subSet: a view, each call on a key of its own")
  public static class SkipListSubSet {
    final ConcurrentSkipListSet<Integer> s = new ConcurrentSkipListSet<>();

    @Actor
    public void one(ZZ_Result r) {
      s.headSet(9).add(1);
      r.r1 = s.contains(2);
    }

    @Actor
    public void two(ZZ_Result r) {
      s.add(2);
      r.r2 = s.headSet(9).contains(1);
    }
  }

  @State
  @Expect(
      value = {"false, false", "false, true", "true, false", "true, true"},
      because = "ConcurrentHashMap.keySet: backed by the map; keys are removed one by one")
  public static class KeySetRemove {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 1, 2, 2));

    @Actor
    public void one() {
      var keys = m.keySet();
      keys.remove(1);
      keys.remove(2);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r1 = m.containsKey(1);
      r.r2 = m.containsKey(2);
    }
  }

  @State
  @Expect(
      value = {"[1, 2]", "[1]", "[2]", "[]"},
      because = "Collection.removeAll asks the argument for each element: no atomic whole")
  public static class VectorRemoveAllOfVector {
    final Vector<Integer> v = new Vector<>();
    final List<Integer> l = new ArrayList<>(List.of(1, 2));

    @Actor
    public void one() {
      l.removeAll(v);
    }

    @Actor
    public void two() {
      v.add(1);
      v.add(2);
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = l.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because =
          "Collections.synchronizedList: the user must synchronize iteration, as HashSet(Collection) iterates")
  public static class HashSetOfSynchronizedList {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new HashSet<>(l).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because =
          "HashMap(Map) iterates the entry set; a synchronizedMap must be locked by the user for that")
  public static class HashMapOfSynchronizedMap {
    final Map<Integer, Integer> m = Collections.synchronizedMap(new HashMap<>());

    @Actor
    public void one() {
      m.put(1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new HashMap<>(m).size();
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "Collections.addAll adds element by element")
  public static class AddAllToSynchronizedList {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

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
      value = {"0", "1", "2"},
      because = "Collections.addAll adds element by element")
  public static class AddAllToVector {
    final Vector<Integer> l = new Vector<>();

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
      value = {"a", "ab"},
      torn = "*",
      races = Expect.Races.SOME,
      because = "StringBuffer.append(StringBuffer) does not synchronize on its argument")
  public static class StringBufferAppendsBuffer {
    final StringBuffer from = new StringBuffer("a");

    @Actor
    public void one() {
      from.append("b");
    }

    @Actor
    public void two(L_Result r) {
      StringBuffer to = new StringBuffer();
      to.append(from);
      r.r1 = to.toString();
    }
  }

  @State
  @Expect(
      value = {"a", "ab"},
      torn = "*",
      races = Expect.Races.SOME,
      because = "StringBuilder(CharSequence): not synchronized on a StringBuffer")
  public static class BuilderFromBuffer {
    final StringBuffer from = new StringBuffer("a");

    @Actor
    public void one() {
      from.append("b");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new StringBuilder(from).toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "StringBuffer.compareTo synchronizes on this, and not on the other buffer")
  public static class BufferComparesWithBuffer {
    final StringBuffer a = new StringBuffer("x"), b = new StringBuffer("x");

    @Actor
    public void one() {
      a.setLength(0);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.compareTo(a);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because =
          "Arrays.equals(Object[], Object[]) calls equals of the elements: ArrayList is not synchronized")
  public static class ListsInArrayEqual {
    final List<Integer> l = new ArrayList<>();
    final Object[] a = {l}, b = {List.of()};

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Arrays.equals(a, b);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "List.contains calls equals, which reads the elements of the list that is inside")
  public static class ListContainsList {
    final List<Integer> l = new ArrayList<>();
    final List<List<Integer>> all = List.of(l);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = all.contains(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"0", "-1"},
      races = Expect.Races.SOME,
      because = "List.indexOf calls equals")
  public static class IndexOfList {
    final List<Integer> l = new ArrayList<>();
    final List<List<Integer>> all = new ArrayList<>(List.of(l));

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = all.indexOf(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Map.containsValue calls equals of the values")
  public static class MapContainsValueList {
    final List<Integer> l = new ArrayList<>();
    final Map<String, List<Integer>> all = Map.of("a", l);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = all.containsValue(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "List.sort(null) compares the elements: Date is mutable")
  public static class SortDates {
    final Date a = new Date(1), b = new Date(2);
    final List<Date> l = new ArrayList<>(List.of(a, b));

    @Actor
    public void one() {
      a.setTime(3);
    }

    @Actor
    public void two(I_Result r) {
      l.sort(null);
      r.r1 = l.get(0) == a ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "PriorityQueue.add compares with the elements that are there")
  public static class PollsDates {
    final Date a = new Date(1), b = new Date(2);
    final PriorityQueue<Date> q = new PriorityQueue<>(List.of(a));

    @Actor
    public void one() {
      a.setTime(3);
    }

    @Actor
    public void two(I_Result r) {
      q.add(b);
      r.r1 = q.peek() == a ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Stream.flatMap reads what the function returns: ArrayList is not synchronized")
  public static class FlatMapOfShared {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = (int) Stream.of(0).flatMap(i -> l.stream()).count();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "Stream.flatMap with a method reference reads the lists")
  public static class FlatMapReference {
    final List<Integer> l = new ArrayList<>();
    final List<List<Integer>> ls = List.of(l);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = (int) ls.stream().flatMap(List::stream).count();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because =
          "Iterable.forEach, a default method, goes through the iterator that the lambda returns")
  public static class ForEachOfIterableLambda {
    final List<Integer> l = new ArrayList<>();
    final Iterable<Integer> it = () -> l.iterator();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      int[] n = {0};
      it.forEach(i -> n[0] += i);
      r.r1 = n[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "AbstractCollection.addAll iterates; the iterator is that of a shared list")
  public static class BagIsCopied {
    static class Bag implements Iterable<Integer> {
      final List<Integer> l = new ArrayList<>();

      public Iterator<Integer> iterator() {
        return l.iterator();
      }
    }

    final Bag bag = new Bag();

    @Actor
    public void one() {
      bag.l.add(1);
    }

    @Actor
    public void two(L_Result r) {
      int[] n = {0};
      bag.spliterator().forEachRemaining(i -> n[0] += i);
      r.r1 = n[0];
    }
  }

  @State
  @Expect(
      value = {"", "a"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "String.join iterates over what iterator() returns")
  public static class JoinBag {
    static class Bag implements Iterable<String> {
      final List<String> l = new ArrayList<>();

      public Iterator<String> iterator() {
        return l.iterator();
      }
    }

    final Bag bag = new Bag();

    @Actor
    public void one() {
      bag.l.add("a");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.join(",", bag);
    }
  }

  @State
  @Expect(
      value = "2",
      torn = {"1", "*"},
      races = Expect.Races.SOME,
      because =
          "Collectors.toCollection fills the list that the supplier returns: ArrayList is not synchronized")
  public static class CollectsIntoShared {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two() {
      Stream.of(2).collect(Collectors.toCollection(() -> l));
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = "2",
      torn = {"1", "*"},
      races = Expect.Races.SOME,
      because = "Collectors.groupingBy puts into the map that the supplier returns")
  public static class GroupsIntoShared {
    final Map<Integer, List<Integer>> m = new HashMap<>();

    @Actor
    public void one() {
      m.put(1, List.of());
    }

    @Actor
    public void two() {
      Stream.of(2).collect(Collectors.groupingBy(i -> i, () -> m, Collectors.toList()));
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "2"},
      races = Expect.Races.SOME,
      because = "Stream.toArray fills the array that the generator returns")
  public static class ToArrayIntoShared {
    final Integer[] a = {0};

    @Actor
    public void one(I_Result r) {
      r.r1 = a[0];
    }

    @Actor
    public void two() {
      Stream.of(2).toArray(n -> a);
    }
  }

  @State
  @Expect(
      value = {"-8, -6", "-6, -8"},
      torn = "-8, -8",
      mayAlso = {"-8, -6", "-6, -8", "-6, -6"},
      because =
          "ConcurrentLinkedDeque: what OpenJDK shows besides is known (peekFirst and pollLast both find the same element)")
  public static class LinkedDequeEnds {
    final ConcurrentLinkedDeque<Integer> d = new ConcurrentLinkedDeque<>();

    @Actor
    public void one(II_Result r) {
      d.addLast(-6);
      Integer i = d.peekFirst();
      r.r1 = i == null ? 0 : i;
    }

    @Actor
    public void two(II_Result r) {
      d.addFirst(-8);
      Integer i = d.pollLast();
      r.r2 = i == null ? 0 : i;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Map.Entry as an element of a list is an object of its own")
  public static class ElementIsAnEntry {
    final Map.Entry<String, Integer> e = new java.util.AbstractMap.SimpleEntry<>("a", 1);
    final List<Map.Entry<String, Integer>> l = List.of(e);

    @Actor
    public void one() {
      e.setValue(2);
    }

    @Actor
    public void two(I_Result r) {
      for (Map.Entry<String, Integer> x : l) {
        r.r1 = x.getValue();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Hashtable.values is synchronized on the table")
  public static class ValuesOfHashtable {
    final Hashtable<Integer, Integer> t = new Hashtable<>();

    @Actor
    public void one() {
      t.put(1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = t.values().size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Vector.subList is synchronized on the vector")
  public static class SubListOfVector {
    final Vector<Integer> v = new Vector<>(List.of(1));

    @Actor
    public void one() {
      synchronized (v) {
        v.set(0, 2);
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = v.subList(0, 1).get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.SOME,
      because = "Throwable.getMessage is not synchronized: no edge from a monitor")
  public static class MessageOfException {
    final Exception e = new Exception("m");
    int x;

    @Actor
    public void one() {
      synchronized (e) {
        x = 5;
      }
    }

    @Actor
    public void two(I_Result r) {
      e.getMessage();
      r.r1 = x;
    }
  }

  @State
  @Expect(value = "m", because = "Throwable.getMessage is not synchronized, and waits for nobody")
  public static class MessageUnderMonitor {
    final Exception e = new Exception("m");
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one() throws InterruptedException {
      synchronized (e) {
        l.await();
      }
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = e.getMessage();
      l.countDown();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Optional.map hands out the list itself")
  public static class OptionalOfList {
    final Optional<List<Integer>> o = Optional.of(new ArrayList<>());

    @Actor
    public void one() {
      o.get().add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = o.map(List::size).orElse(-1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "HashSet.spliterator is late-binding: bound when it is traversed")
  public static class SpliteratorOfSet {
    final Set<Integer> s = new HashSet<>();

    @Actor
    public void one() {
      s.add(1);
    }

    @Actor
    public void two(I_Result r) {
      int[] n = {0};
      var it = s.spliterator();
      it.forEachRemaining(i -> n[0]++);
      r.r1 = n[0];
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      races = Expect.Races.SOME,
      because = "EnumMap is not synchronized")
  public static class EnumMapShared {
    enum Key {
      A,
      B
    }

    final EnumMap<Key, Integer> m = new EnumMap<>(Key.class);

    @Actor
    public void one() {
      m.put(Key.A, 1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.containsKey(Key.A);
    }
  }

  @State
  @Expect(
      value = "2",
      torn = "1",
      races = Expect.Races.SOME,
      because = "BitSet is not safe for multithreaded use: both bits are in one word")
  public static class BitSetWords {
    final BitSet b = new BitSet(64);

    @Actor
    public void one() {
      b.set(1);
    }

    @Actor
    public void two() {
      b.set(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = b.cardinality();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "IdentityHashMap is not synchronized")
  public static class IdentityMapShared {
    final Map<Object, Integer> m = new IdentityHashMap<>();
    final Object k = new Object();

    @Actor
    public void one() {
      m.put(k, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "ListIterator.set writes through to the list")
  public static class ListIteratorSets {
    final List<Integer> l = new LinkedList<>(List.of(1));

    @Actor
    public void one() {
      ListIterator<Integer> it = l.listIterator();
      it.next();
      it.set(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Map.Entry.setValue writes through to the map")
  public static class EntrySetValueThroughIterator {
    final Map<String, Integer> m = new TreeMap<>(Map.of("a", 1));

    @Actor
    public void one() {
      m.entrySet().iterator().next().setValue(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.asLifoQueue is a view of the deque")
  public static class DequeAsLifo {
    final Deque<Integer> d = new ArrayDeque<>();
    final Queue<Integer> q = Collections.asLifoQueue(d);

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = d.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.checkedList is a view")
  public static class CheckedView {
    final List<String> l = new ArrayList<>();
    final List<String> v = Collections.checkedList(l, String.class);

    @Actor
    public void one() {
      v.add("a");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(value = "true", because = "Thread.getId: unique, and no more is said")
  public static class ThreadNumber {
    final Thread a = new Thread(() -> {});

    @Actor
    public void one(Z_Result r) {
      r.r1 = a.getId() > 0;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "Thread.getId: which of two actors has the larger one is not specified")
  public static class LeaderById {
    volatile long first;

    @Actor
    public void one() {
      first = Thread.currentThread().getId();
    }

    @Actor
    public void two(Z_Result r) {
      long f = first;
      r.r1 = f != 0 && f > Thread.currentThread().getId();
    }
  }

  @State
  @Expect(
      value = "false",
      because = "Thread.getName: what the threads of a test are called is not specified")
  public static class NameOfActor {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Thread.currentThread().getName().isEmpty();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"IllegalThreadStateException", "ended"},
      because = "Thread.setDaemon: IllegalThreadStateException if this thread is alive")
  public static class DaemonAfterStart {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      t.start();
      try {
        t.setDaemon(true);
        r.r1 = "ended";
      } catch (IllegalThreadStateException e) {
        r.r1 = "IllegalThreadStateException";
      }
    }

    @Actor
    public void two() {}
  }
}
