package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Where the JDK is free to choose, in results, constants, queues, searches and counts. */
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
public final class FreeChoices {
  private FreeChoices() {}

  enum Colour {
    RED,
    BLUE
  }

  @State
  @Expect(
      value = {"[a, b]", "[b, a]"},
      because = "Set.of: the order is not specified, and shows in the result's text")
  public static class ResultIsSet {
    @Actor
    public void one(L_Result r) {
      r.r1 = Set.of("a", "b");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"java.lang.Object@0"},
      mayAlso = {"java.lang.Object@*"},
      because = "Object.toString: the identity hash code is chance")
  public static class ResultIsObject {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Object();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"[I@0"},
      mayAlso = {"[I@*"},
      because = "Object.toString: the identity hash code is chance")
  public static class ResultIsArray {
    @Actor
    public void one(L_Result r) {
      r.r1 = new int[1];
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"[RED, BLUE]", "[BLUE, RED]"},
      because = "HashSet: identity hash codes are chance, and show in the result's text")
  public static class ResultIsEnumHash {
    @Actor
    public void one(L_Result r) {
      r.r1 = new HashSet<>(List.of(Colour.RED, Colour.BLUE));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"[1]"},
      mayAlso = {},
      because = "a list as a result is printed when all is done")
  public static class ResultIsList {
    final List<Integer> l = new CopyOnWriteArrayList<>();

    @Actor
    public void one(L_Result r) {
      r.r1 = l;
    }

    @Actor
    public void two() {
      l.add(1);
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a result is printed when all is done")
  public static class ResultReads {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      r.r1 = new Object() {
        @Override
        public String toString() {
          return "" + n;
        }
      };
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"x"},
      mayAlso = {"FAILED*"},
      races = Expect.Races.EITHER,
      because = "an uncaught exception ends the test")
  public static class UncaughtReads {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      if (n == 5)
        throw new RuntimeException() {
          @Override
          public String getMessage() {
            return "" + n;
          }
        };
      r.r1 = "x";
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"FAILED*"},
      races = Expect.Races.EITHER,
      because = "an uncaught exception ends the test")
  public static class UncaughtReadsAlways {
    volatile int n;

    @Actor
    public void one(L_Result r) {
      throw new RuntimeException() {
        @Override
        public String toString() {
          n++;
          return "" + n;
        }
      };
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  static class OfSet {
    static final boolean FIRST = Set.of("a", "b").iterator().next().equals("a");
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Set.of: the order is not specified")
  public static class ConstantOfSet {
    @Actor
    public void one(Z_Result r) {
      r.r1 = OfSet.FIRST;
    }

    @Actor
    public void two() {}
  }

  static class OfBoxes {
    static Integer box(int n) {
      return n;
    }

    static final boolean SAME = box(1000) == box(1000);
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: may cache")
  public static class ConstantOfBoxes {
    @Actor
    public void one(Z_Result r) {
      r.r1 = OfBoxes.SAME;
    }

    @Actor
    public void two() {}
  }

  static class OfRandom {
    static final boolean SAME = new Random().nextBoolean();
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Random(): a seed very likely to be distinct")
  public static class ConstantOfRandom {
    @Actor
    public void one(Z_Result r) {
      r.r1 = OfRandom.SAME;
    }

    @Actor
    public void two() {}
  }

  static class OfHash {
    static final boolean SAME = new Object().hashCode() < new Object().hashCode();
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Object.hashCode")
  public static class ConstantOfHash {
    @Actor
    public void one(Z_Result r) {
      r.r1 = OfHash.SAME;
    }

    @Actor
    public void two() {}
  }

  static class OfText {
    static final String S = "" + new HashSet<>(List.of(Colour.RED, Colour.BLUE));
  }

  @State
  @Expect(
      value = {"[RED, BLUE]", "[BLUE, RED]"},
      because = "HashSet: identity hash codes are chance")
  public static class ConstantOfText {
    @Actor
    public void one(L_Result r) {
      r.r1 = OfText.S;
    }

    @Actor
    public void two() {}
  }

  interface OfInterface {
    boolean FIRST = Set.of("a", "b").iterator().next().equals("a");
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Set.of: the order is not specified")
  public static class ConstantOfInterface {
    @Actor
    public void one(Z_Result r) {
      r.r1 = OfInterface.FIRST;
    }

    @Actor
    public void two() {}
  }

  enum OfEnum {
    A;
    final boolean first = Set.of("a", "b").iterator().next().equals("a");
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Set.of: the order is not specified")
  public static class ConstantOfEnum {
    @Actor
    public void one(Z_Result r) {
      r.r1 = OfEnum.A.first;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Set.of: the order is not specified")
  public static class ChanceInConstructor {
    final boolean first = Set.of("a", "b").iterator().next().equals("a");

    @Actor
    public void one(Z_Result r) {
      r.r1 = first;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Integer.valueOf: may cache")
  public static class BoxesInArbiter {
    final AtomicReference<Integer> a = new AtomicReference<>();

    @Actor
    public void one() {
      a.set(1000);
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(Z_Result r) {
      Integer b = 1000;
      r.r1 = a.get() == b;
    }
  }
  // lazy stream elision
  @State
  @Expect(
      value = {"0", "2"},
      because = "Stream.count: may choose not to execute the pipeline")
  public static class CountElides {
    @Actor
    public void one(I_Result r) {
      int[] n = {0};
      Stream.of(1, 2).peek(x -> n[0]++).count();
      r.r1 = n[0];
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "2"},
      because = "Stream.count: may choose not to execute the pipeline")
  public static class CountElidesMap {
    @Actor
    public void one(I_Result r) {
      int[] n = {0};
      List.of(1, 2).stream().map(x -> n[0]++).count();
      r.r1 = n[0];
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "binarySearch of distinct keys")
  public static class SearchDistinct {
    @Actor
    public void one(I_Result r) {
      r.r1 = Collections.binarySearch(List.of(1, 2, 3), 2);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "binarySearch: no guarantee which of several equal elements is found")
  public static class SearchTies {
    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.binarySearch(new int[] {2, 2, 2}, 2);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "binarySearch: no guarantee which of several equal elements is found")
  public static class SearchListTies {
    @Actor
    public void one(I_Result r) {
      r.r1 = Collections.binarySearch(List.of(2, 2, 2), 2);
    }

    @Actor
    public void two() {}
  }
  // functions kept by the JDK
  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "a supplier kept in an Optional's chain")
  public static class Chains {
    final AtomicInteger n = new AtomicInteger();
    final Supplier<Integer> s = n::incrementAndGet;

    @Actor
    public void one(II_Result r) {
      r.r1 = Optional.of(s).map(Supplier::get).get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Optional.of(s).map(Supplier::get).get();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "AtomicBoolean as a Predicate through Predicate.negate")
  public static class Predicates {
    final AtomicBoolean b = new AtomicBoolean();
    final Predicate<Integer> p = x -> b.getAndSet(true), q = p.negate();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = q.test(1);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = q.test(1);
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "a consumer chained by andThen")
  public static class AndThen {
    final AtomicInteger n = new AtomicInteger();
    final Consumer<Integer> c = x -> n.addAndGet(x),
        d = c.andThen(x -> n.addAndGet(-x)).andThen(c);

    @Actor
    public void one() {
      d.accept(1);
    }

    @Actor
    public void two() {
      d.accept(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Predicate.isEqual keeps what it compares with")
  public static class IsEqual {
    final List<Integer> l = new ArrayList<>(List.of(1));
    final Predicate<Object> p = Predicate.isEqual(l);

    @Actor
    public void one(I_Result r) {
      r.r1 = p.test(List.of(1)) ? 1 : 2;
    }

    @Actor
    public void two() {
      l.add(2);
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      races = Expect.Races.SOME,
      because = "Map::get of a shared map")
  public static class MapAsFunction {
    final Map<Integer, Integer> m = new HashMap<>(Map.of(1, 0));
    final Function<Integer, Integer> f = m::get;

    @Actor
    public void one(I_Result r) {
      r.r1 = f.andThen(x -> x).apply(1);
    }

    @Actor
    public void two() {
      m.put(1, 1);
    }
  }

  // --- what a queue or a stream is free to choose
  record Job(int priority, int id) implements Comparable<Job> {
    public int compareTo(Job o) {
      return Integer.compare(priority, o.priority);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "PriorityQueue: ties are broken arbitrarily")
  public static class PriorityTies {
    @Actor
    public void one(I_Result r) {
      PriorityQueue<Job> q = new PriorityQueue<>();
      q.add(new Job(1, 1));
      q.add(new Job(1, 2));
      r.r1 = q.poll().id();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"10", "20"},
      because = "PriorityQueue: ties are broken arbitrarily")
  public static class PriorityTiesByComparator {
    @Actor
    public void one(I_Result r) {
      Queue<Integer> q = new PriorityQueue<>(Comparator.comparing(i -> i % 10));
      q.add(10);
      q.add(20);
      r.r1 = q.peek();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "PriorityBlockingQueue: no guarantee about elements with equal priority")
  public static class PriorityBlockingTies {
    final PriorityBlockingQueue<Job> q = new PriorityBlockingQueue<>();

    @Actor
    public void one(I_Result r) {
      q.add(new Job(1, 1));
      q.add(new Job(1, 2));
      r.r1 = q.poll().id();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"[1, 2, 3]", "[1, 3, 2]"},
      mayAlso = {"[2*", "[3*"},
      because = "PriorityQueue.iterator: no particular order")
  public static class PriorityOrder {
    @Actor
    public void one(L_Result r) {
      r.r1 = new PriorityQueue<>(List.of(1, 2, 3)).toString();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "PriorityQueue: the least element first")
  public static class PriorityLeast {
    @Actor
    public void one(I_Result r) {
      Queue<Integer> q = new PriorityQueue<>();
      q.add(2);
      q.add(1);
      r.r1 = q.poll();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "PriorityQueue: the least element by its comparator first")
  public static class PriorityGreatest {
    @Actor
    public void one(I_Result r) {
      Queue<Integer> q = new PriorityQueue<>(Comparator.reverseOrder());
      q.add(2);
      q.add(1);
      r.r1 = q.remove();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Stream.findAny: free to select any element")
  public static class FindAny {
    @Actor
    public void one(I_Result r) {
      r.r1 = Stream.of(1, 2).findAny().get();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "HashSet.toString: the order of identity hash codes shows")
  public static class TextOfEnumHash {
    @Actor
    public void one(Z_Result r) {
      Set<Colour> s = new HashSet<>();
      s.add(Colour.RED);
      s.add(Colour.BLUE);
      r.r1 = s.toString().startsWith("[RED");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "ConcurrentHashMap.toString: the order of identity hash codes shows")
  public static class TextOfEnumMap {
    @Actor
    public void one(Z_Result r) {
      Map<Colour, Integer> s = new ConcurrentHashMap<>();
      s.put(Colour.RED, 1);
      s.put(Colour.BLUE, 2);
      r.r1 = ("" + s).startsWith("{RED");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "String.valueOf: the order of identity hash codes shows")
  public static class TextOfNestedEnumHash {
    @Actor
    public void one(Z_Result r) {
      Set<Colour> s = new HashSet<>();
      s.add(Colour.RED);
      s.add(Colour.BLUE);
      r.r1 = String.valueOf(new ArrayList<>(List.of(s))).startsWith("[[RED");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Objects.toString of a view: the order of identity hash codes shows")
  public static class TextOfViewOfEnumHash {
    @Actor
    public void one(Z_Result r) {
      Set<Colour> s = new HashSet<>();
      s.add(Colour.RED);
      s.add(Colour.BLUE);
      r.r1 = Objects.toString(Collections.unmodifiableSet(s)).startsWith("[RED");
    }

    @Actor
    public void two() {}
  }
}
