package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Ranges of arrays, copies of hash tables, maps in access order, caches of enums, queues. */
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
public final class RangesAndCopies {
  private RangesAndCopies() {}

  // --- array ranges
  @State
  @Expect(
      value = {"1, 2"},
      mustProve = true,
      because = "Arrays.fill: only the range is written")
  public static class FillHalves {
    final int[] a = new int[2];

    @Actor
    public void one() {
      Arrays.fill(a, 0, 1, 1);
    }

    @Actor
    public void two() {
      Arrays.fill(a, 1, 2, 2);
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = a[0];
      r.r2 = a[1];
    }
  }

  @State
  @Expect(
      value = {"[1, 2, 3, 4]"},
      because = "Arrays.sort: only the range is sorted")
  public static class SortHalves {
    final int[] a = {2, 1, 4, 3};

    @Actor
    public void one() {
      Arrays.sort(a, 0, 2);
    }

    @Actor
    public void two() {
      Arrays.sort(a, 2, 4);
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = Arrays.toString(a);
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Arrays.copyOfRange: only the range is read")
  public static class CopyRange {
    final int[] a = {1, 2};

    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.copyOfRange(a, 0, 1)[0];
    }

    @Actor
    public void two() {
      a[1] = 5;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Arrays.copyOf: only what is copied is read")
  public static class CopyShorter {
    final int[] a = {1, 2};

    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.copyOf(a, 1)[0];
    }

    @Actor
    public void two() {
      a[1] = 5;
    }
  }

  @State
  @Expect(
      value = {"a"},
      because = "String(char[], int, int): only the range is read")
  public static class TextOfRange {
    final char[] a = {'a', 'b'};

    @Actor
    public void one(L_Result r) {
      r.r1 = new String(a, 0, 1);
    }

    @Actor
    public void two() {
      a[1] = 'c';
    }
  }

  @State
  @Expect(
      value = {"a"},
      because = "StringBuilder.append(char[], int, int): only the range is read")
  public static class AppendRange {
    final char[] a = {'a', 'b'};

    @Actor
    public void one(L_Result r) {
      r.r1 = new StringBuilder().append(a, 0, 1).toString();
    }

    @Actor
    public void two() {
      a[1] = 'c';
    }
  }

  @State
  @Expect(
      value = {"7, 8"},
      because = "Arrays.asList writes through, one element each")
  public static class AsListSetOther {
    final Integer[] a = {1, 2};
    final List<Integer> l = Arrays.asList(a);

    @Actor
    public void one() {
      l.set(0, 7);
    }

    @Actor
    public void two() {
      l.set(1, 8);
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = a[0];
      r.r2 = a[1];
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Arrays.asList reads one element")
  public static class AsListGetOther {
    final Integer[] a = {1, 2};
    final List<Integer> l = Arrays.asList(a);

    @Actor
    public void one(I_Result r) {
      r.r1 = l.get(0);
    }

    @Actor
    public void two() {
      a[1] = 8;
    }
  }

  @State
  @Expect(
      value = {"3"},
      because = "Arrays.stream(array, from, to): only the range")
  public static class StreamRange {
    final int[] a = {1, 2, 3};

    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.stream(a, 0, 2).sum();
    }

    @Actor
    public void two() {
      a[2] = 8;
    }
  }

  @State
  @Expect(
      value = {"0"},
      because = "Arrays.binarySearch(array, from, to, key): only the range")
  public static class SearchRange {
    final int[] a = {1, 2, 3};

    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.binarySearch(a, 0, 2, 1);
    }

    @Actor
    public void two() {
      a[2] = 8;
    }
  }

  @State
  @Expect(
      value = {"1", "5"},
      races = Expect.Races.SOME,
      because = "System.arraycopy: plain reads")
  public static class ArraycopyOverlap {
    final int[] a = {1, 2, 3};

    @Actor
    public void one(I_Result r) {
      System.arraycopy(a, 0, a, 1, 2);
      r.r1 = a[1];
    }

    @Actor
    public void two() {
      a[0] = 5;
    }
  }

  // --- randomness shared
  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.EITHER,
      because = "Collections.shuffle draws from the random generator that both actors share")
  public static class ShuffleSharedRandom {
    final Random rnd = new Random(1);
    final List<Integer> a = new ArrayList<>(List.of(1, 2, 3, 4, 5)), b = new ArrayList<>(a);
    static final List<Integer> FIRST = new ArrayList<>(List.of(1, 2, 3, 4, 5));

    static {
      Collections.shuffle(FIRST, new Random(1));
    }

    @Actor
    public void one() {
      Collections.shuffle(a, rnd);
    }

    @Actor
    public void two() {
      Collections.shuffle(b, rnd);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a.equals(FIRST) ? 1 : 2;
    }
  }

  // --- enum caches
  enum Counter {
    A,
    B;
    int n;
    final AtomicInteger done = new AtomicInteger();
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "JLS 8.9: EnumSet.allOf hands out the constants")
  public static class EnumSetAllOf {
    @Actor
    public void one(II_Result r) {
      for (Counter c : EnumSet.allOf(Counter.class)) r.r1 = c.done.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      for (Counter c : Counter.values()) r.r2 = c.done.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "JLS 8.9: Enum.valueOf hands out the constants")
  public static class EnumValueOf {
    @Actor
    public void one(II_Result r) {
      r.r1 = Enum.valueOf(Counter.class, "A").done.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.valueOf("A").done.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "JLS 8.9: EnumMap's keys are the constants")
  public static class EnumMapKeys {
    final Map<Counter, Integer> m = new EnumMap<>(Counter.class);

    {
      m.put(Counter.A, 1);
    }

    @Actor
    public void one(II_Result r) {
      for (Counter c : m.keySet()) r.r1 = c.done.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.A.done.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "Class.getEnumConstants: the constants")
  public static class EnumConstants {
    @Actor
    public void one(II_Result r) {
      r.r1 = Counter.class.getEnumConstants()[0].done.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Counter.A.done.incrementAndGet();
    }
  }

  enum Late {
    X;
    static int made;

    static {
      made++;
    }

    final int n = 1;
  }

  @State
  @Expect(
      value = {"1"},
      because = "JLS 12.4: initialised once")
  public static class EnumMapInitializes {
    @Actor
    public void one(I_Result r) {
      Map<Late, Integer> m = new EnumMap<>(Late.class);
      m.put(Late.X, 1);
      r.r1 = Late.made;
    }

    @Actor
    public void two() {
      Late.X.ordinal();
    }
  }

  enum Op implements IntUnaryOperator {
    INC {
      int calls;

      public int applyAsInt(int x) {
        calls++;
        return x + calls;
      }
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1", "1, 1", "2, 2"},
      races = Expect.Races.SOME,
      because = "a constant's body has plain state")
  public static class EnumWithState {
    @Actor
    public void one(II_Result r) {
      r.r1 = Op.INC.applyAsInt(0);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Op.valueOf("INC").applyAsInt(0);
    }
  }

  // --- LinkedHashMap in access order through views and arguments
  static Map<String, Integer> lru() {
    Map<String, Integer> m = new LinkedHashMap<>(16, .75f, true);
    m.put("a", 1);
    m.put("b", 2);
    m.put("c", 3);
    return m;
  }

  @State
  @Expect(
      value = {"c"},
      torn = {"a", "b"},
      races = Expect.Races.SOME,
      because = "LinkedHashMap: in access order, get is a structural modification")
  public static class LruUnmodifiable {
    final Map<String, Integer> m = lru();
    final Map<String, Integer> u = Collections.unmodifiableMap(m);

    @Actor
    public void one() {
      u.get("a");
    }

    @Actor
    public void two() {
      u.get("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = m.keySet().iterator().next();
    }
  }

  @State
  @Expect(
      value = {"b", "a"},
      races = Expect.Races.NONE,
      because = "LinkedHashMap in access order, under one monitor")
  public static class LruSynchronized {
    final Map<String, Integer> m = new LinkedHashMap<>(16, .75f, true);

    {
      m.put("a", 1);
      m.put("b", 2);
    }

    final Map<String, Integer> u = Collections.synchronizedMap(m);

    @Actor
    public void one() {
      u.get("a");
    }

    @Actor
    public void two() {
      u.getOrDefault("b", 0);
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = m.keySet().iterator().next();
    }
  }

  @State
  @Expect(
      value = {"true, true"},
      races = Expect.Races.SOME,
      because = "AbstractMap.equals calls get, which in access order is a structural modification")
  public static class LruEquals {
    final Map<String, Integer> m = lru();
    final Map<String, Integer> o = new HashMap<>(m);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = o.equals(m);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = o.equals(m);
    }
  }

  @State
  @Expect(
      value = {"1, 2"},
      races = Expect.Races.SOME,
      because = "LinkedHashMap: in access order, get is a structural modification")
  public static class LruTwoGets {
    final Map<String, Integer> m = lru();

    @Actor
    public void one(II_Result r) {
      r.r1 = m.get("a");
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = m.get("b");
    }
  }

  static class Cache<K, V> extends LinkedHashMap<K, V> {
    Cache() {
      super(8, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> e) {
      return size() > 2;
    }
  }

  @State
  @Expect(
      value = {"[b, c]", "[a, c]"},
      races = Expect.Races.NONE,
      because = "LinkedHashMap in access order, under one lock")
  public static class CacheUnderLock {
    final Cache<String, Integer> m = new Cache<>();

    {
      m.put("a", 1);
      m.put("b", 2);
    }

    @Actor
    public synchronized void one() {
      m.get("a");
    }

    @Actor
    public synchronized void two() {
      m.put("c", 3);
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = m.keySet().toString();
    }
  }

  // --- hash collisions in copies
  @State
  @Expect(
      value = {"a", "q"},
      because = "Set.of: the order is not specified; in a copy it shows in the order of a bucket")
  public static class CollisionCopy {
    @Actor
    public void one(L_Result r) {
      r.r1 = new HashSet<>(Set.of("a", "q")).iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"Aa", "BB"},
      because = "Map.of: the order is not specified; in a copy it shows in the order of a bucket")
  public static class CollisionMapCopy {
    @Actor
    public void one(L_Result r) {
      r.r1 = new HashMap<>(Map.of("Aa", 1, "BB", 2)).keySet().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "5"},
      because = "Map.of: the order is not specified; in a copy it shows in the order of a bucket")
  public static class CollisionSmallTable {
    @Actor
    public void one(L_Result r) {
      r.r1 = new HashMap<>(Map.of(1, 1, 5, 2)).keySet().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"Aa", "BB"},
      because = "Set.of: the order is not specified")
  public static class CollisionAddAll {
    @Actor
    public void one(L_Result r) {
      Set<String> s = new HashSet<>();
      s.addAll(Set.of("Aa", "BB"));
      r.r1 = s.iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"Aa", "BB"},
      because = "Map.of: the order is not specified")
  public static class CollisionConcurrent {
    @Actor
    public void one(L_Result r) {
      r.r1 =
          new ConcurrentHashMap<>(Map.of("Aa", 1, "BB", 2)).keySet().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"Aa", "BB"},
      because = "Map.of: the order is not specified")
  public static class CollisionHashtable {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Hashtable<>(Map.of("Aa", 1, "BB", 2)).keys().nextElement();
    }

    @Actor
    public void two() {}
  }

  record Key(int k) {
    public int hashCode() {
      return 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Set.of: the order is not specified")
  public static class CollisionOfRecords {
    @Actor
    public void one(I_Result r) {
      r.r1 = new HashSet<>(Set.of(new Key(1), new Key(2))).iterator().next().k();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "HashMap of small numbers")
  public static class NoCollision {
    @Actor
    public void one(L_Result r) {
      r.r1 = new HashMap<>(Map.of(1, 1, 2, 2)).keySet().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"Aa", "BB"},
      because = "insertion order in a bucket")
  public static class CollisionInsertion {
    final Map<String, Integer> m = new HashMap<>();

    @Actor
    public synchronized void one() {
      m.put("Aa", 1);
    }

    @Actor
    public synchronized void two() {
      m.put("BB", 1);
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = m.keySet().iterator().next();
    }
  }

  // --- blocking queues' arguments
  @State
  @Expect(
      value = {"npe"},
      because = "BlockingQueue.put: NullPointerException if the element is null")
  public static class PutNullWhenFull {
    final BlockingQueue<String> q = new ArrayBlockingQueue<>(1);

    {
      q.add("x");
    }

    @Actor
    public void one(L_Result r) throws InterruptedException {
      try {
        q.put(null);
        r.r1 = "put";
      } catch (NullPointerException e) {
        r.r1 = "npe";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"npe"},
      because = "BlockingQueue.offer: NullPointerException if the element is null")
  public static class OfferNullWhenFull {
    final BlockingQueue<String> q = new LinkedBlockingQueue<>(1);

    {
      q.add("x");
    }

    @Actor
    public void one(L_Result r) throws InterruptedException {
      try {
        q.offer(null, 1, TimeUnit.SECONDS);
        r.r1 = "put";
      } catch (NullPointerException e) {
        r.r1 = "npe";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"npe"},
      because = "BlockingDeque.putFirst: NullPointerException if the element is null")
  public static class PutFirstNull {
    final BlockingDeque<String> q = new LinkedBlockingDeque<>(1);

    {
      q.add("x");
    }

    @Actor
    public void one(L_Result r) throws InterruptedException {
      try {
        q.putFirst(null);
        r.r1 = "put";
      } catch (NullPointerException e) {
        r.r1 = "npe";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"ie"},
      because = "BlockingQueue.take: InterruptedException if interrupted; OpenJDK checks first")
  public static class TakeInterrupted {
    final BlockingQueue<String> q = new LinkedBlockingQueue<>(1);

    {
      q.add("x");
    }

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      try {
        r.r1 = q.take();
      } catch (InterruptedException e) {
        r.r1 = "ie";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"ie"},
      because = "BlockingQueue.poll: InterruptedException if interrupted; OpenJDK checks first")
  public static class PollInterrupted {
    final BlockingQueue<String> q = new ArrayBlockingQueue<>(1);

    {
      q.add("x");
    }

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      try {
        r.r1 = q.poll(0, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        r.r1 = "ie";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"null"},
      because = "BlockingQueue.poll with no time does not wait")
  public static class PollZero {
    final BlockingQueue<String> q = new ArrayBlockingQueue<>(1);

    @Actor
    public void one(L_Result r) throws InterruptedException {
      r.r1 = q.poll(-1, TimeUnit.SECONDS);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"iae"},
      because = "BlockingQueue.drainTo: IllegalArgumentException if it is this queue")
  public static class DrainToSelf {
    final BlockingQueue<String> q = new LinkedBlockingQueue<>();

    @Actor
    public void one(L_Result r) {
      try {
        q.drainTo(q);
        r.r1 = "drained";
      } catch (IllegalArgumentException e) {
        r.r1 = "iae";
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0, 1", "1, 0"},
      races = Expect.Races.EITHER,
      because = "BlockingQueue.drainTo removes what is there")
  public static class DrainTwo {
    final BlockingQueue<String> q = new LinkedBlockingQueue<>();

    {
      q.add("x");
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = q.drainTo(new ArrayList<>());
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = q.drainTo(new ArrayList<>());
    }
  }

  @State
  @Expect(
      value = {"x, y", "y, x"},
      because = "BlockingQueue: FIFO")
  public static class PutTake {
    final BlockingQueue<String> q = new ArrayBlockingQueue<>(1);
    volatile int n;

    @Actor
    public void one() throws InterruptedException {
      q.put("x");
    }

    @Actor
    public void two() throws InterruptedException {
      q.put("y");
    }

    @Actor
    public void three(LL_Result r) throws InterruptedException {
      r.r1 = q.take();
      r.r2 = q.take();
    }
  }

  // --- Vector.addAll
  @State
  @Expect(
      value = {"[1]", "[1, 2, 3]", "cme"},
      because =
          "OpenJDK: Vector.addAll(Collection) counts a modification before it takes the monitor")
  public static class VectorAddAllToString {
    final List<Integer> v = new Vector<>(List.of(1));

    @Actor
    public void one() {
      v.addAll(List.of(2, 3));
    }

    @Actor
    public void two(L_Result r) {
      try {
        r.r1 = v.toString();
      } catch (ConcurrentModificationException e) {
        r.r1 = "cme";
      }
    }
  }

  @State
  @Expect(
      value = {"1", "3", "cme"},
      because =
          "OpenJDK: Vector.addAll(Collection) counts a modification before it takes the monitor")
  public static class StackAddAllForEach {
    final Stack<Integer> v = new Stack<>();

    {
      v.add(1);
    }

    @Actor
    public void one() {
      v.addAll(List.of(2, 3));
    }

    @Actor
    public void two(L_Result r) {
      int[] n = {0};
      try {
        v.forEach(i -> n[0]++);
        r.r1 = n[0];
      } catch (ConcurrentModificationException e) {
        r.r1 = "cme";
      }
    }
  }

  @State
  @Expect(
      value = {"[1]", "[1, 2, 3]"},
      mustProve = true,
      because = "Vector: its monitor is held around the call")
  public static class VectorAddAllUnderMonitor {
    final List<Integer> v = new Vector<>(List.of(1));

    @Actor
    public void one() {
      synchronized (v) {
        v.addAll(List.of(2, 3));
      }
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = v.toString();
    }
  }
}
