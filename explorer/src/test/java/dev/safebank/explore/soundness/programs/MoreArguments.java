package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** More of what calls are handed: buffers, arrays, lists, functions of the JDK's own. */
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
public final class MoreArguments {

  private MoreArguments() {}

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      mayAlso = {"1", "0"},
      because = "Optional.ifPresent calls a consumer of the JDK's own that has a state")
  public static class OptionalAccepts {
    final IntSummaryStatistics s = new IntSummaryStatistics();

    @Actor
    public void one() {
      OptionalInt.of(1).ifPresent(s);
    }

    @Actor
    public void two() {
      OptionalInt.of(2).ifPresent(s);
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = s.getCount();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Optional.filter(Predicate.isEqual) asks the value for equals")
  public static class OptionalFilters {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Optional<List<Integer>> o = Optional.of(k);

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = o.filter(Predicate.isEqual(List.of(1))).isPresent();
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "String.join reads the elements")
  public static class JoinsShared {
    final List<String> l = new ArrayList<>(List.of("a"));

    @Actor
    public void one() {
      l.set(0, "b");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.join(",", l);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "String.format reads its arguments")
  public static class FormatsSharedArray {
    final Object[] a = {"a"};

    @Actor
    public void one() {
      a[0] = "b";
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.format("%s", a);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "StringBuilder.insert(int, CharSequence) reads the sequence")
  public static class InsertsBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new StringBuilder().insert(0, (CharSequence) sb).toString();
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "StringBuilder.append(char[]) reads the array")
  public static class AppendsChars {
    final char[] c = {'a'};

    @Actor
    public void one() {
      c[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new StringBuilder().append(c).toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Arrays.asList writes through to the array")
  public static class AsListWrites {
    final Integer[] a = {0};

    @Actor
    public void one() {
      Arrays.asList(a).set(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "Collections.sort of Arrays.asList sorts the array")
  public static class SortsThroughList {
    final Integer[] a = {2, 1};

    @Actor
    public void one() {
      Collections.sort(Arrays.asList(a));
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collection.toArray(array) fills the array")
  public static class ToSharedArray {
    final Integer[] a = {0};

    @Actor
    public void one() {
      List.of(1).toArray(a);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.enumeration goes over the collection")
  public static class EnumerationOfList {
    final List<Integer> l = new ArrayList<>(List.of(0));

    @Actor
    public void one() {
      l.set(0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Collections.enumeration(l).nextElement();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ListIterator.set writes the list")
  public static class ListIteratorWrites {
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
      because = "Map.values is a view")
  public static class MapValuesView {
    final Map<String, Integer> m = new HashMap<>(Map.of("a", 0));
    final Collection<Integer> v = m.values();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = v.iterator().next();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "List.subList is a view")
  public static class SubListView {
    final List<Integer> l = new ArrayList<>(List.of(0, 5));
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
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Stream.toList reads the source")
  public static class CopiedByStream {
    final List<Integer> l = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      l.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.stream().toList().get(0);
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "BaseStream.parallel: threads of the common pool")
  public static class ParallelUnused {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = Stream.of(1).parallel().count();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "TreeMap calls the comparator for each comparison")
  public static class ComparatorOfMap {
    volatile int sign = 1;

    @Actor
    public void one() {
      sign = -1;
    }

    @Actor
    public void two(I_Result r) {
      List<Integer> l = new ArrayList<>(List.of(2, 1));
      l.sort((a, b) -> sign * (a - b));
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collectors.toCollection calls the supplier, and adds to what that gives")
  public static class CollectsIntoOwn {
    final List<Integer> shared = new ArrayList<>(List.of(0));

    @Actor
    public void one() {
      Stream.of(1).collect(Collectors.toCollection(() -> shared));
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = shared.size();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 2"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "Stream.reduce calls the program's function")
  public static class ReducesByReference {
    int n = 1;

    @Actor
    public void one() {
      n = 2;
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = Stream.of(0).reduce(n, Integer::sum);
      r.r2 = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      mustProve = true,
      because = "UUID is immutable")
  public static class UuidOfShared {
    volatile UUID u = new UUID(1, 1);

    @Actor
    public void one() {
      u = new UUID(2, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = u.equals(new UUID(1, 1));
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "BigInteger is immutable")
  public static class BigNumbers {
    volatile BigInteger b = BigInteger.ONE;

    @Actor
    public void one() {
      b = b.add(BigInteger.ONE);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b.intValue();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "AtomicIntegerArray(int[]) copies the array")
  public static class AtomicArrayCopied {
    final int[] a = {0};

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new AtomicIntegerArray(a).get(0);
    }
  }

  @State
  @Expect(
      value = {"3"},
      mustProve = true,
      because = "AtomicInteger.accumulateAndGet: the function may be applied again")
  public static class AtomicUpdates {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      n.accumulateAndGet(1, Integer::sum);
    }

    @Actor
    public void two() {
      n.updateAndGet(v -> v + 2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "AtomicInteger.updateAndGet: the function reads when it is called")
  public static class UpdaterReads {
    final AtomicInteger n = new AtomicInteger();
    volatile int by = 1;

    @Actor
    public void one() {
      by = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = n.updateAndGet(v -> v + by);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "ConcurrentSkipListMap.firstKey")
  public static class SkipListOrder {
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
      value = {"0", "1"},
      because = "ConcurrentLinkedQueue.iterator is weakly consistent")
  public static class QueuesIterate {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      for (int i : q) {
        r.r1 += i;
      }
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.SOME,
      torn = {"1"},
      because = "a map of the program's own that forwards to a HashMap")
  public static class DelegatingMap {
    static class Own {
      private final Map<String, Integer> m = new HashMap<>();

      void inc() {
        m.merge("a", 1, Integer::sum);
      }

      int get() {
        return m.getOrDefault("a", 0);
      }
    }

    final Own o = new Own();

    @Actor
    public void one() {
      o.inc();
    }

    @Actor
    public void two() {
      o.inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = o.get();
    }
  }

  @State
  @Expect(
      value = {"3", "4"},
      races = Expect.Races.SOME,
      because = "StringBuilder.length reads the buffer")
  public static class CachedLength {
    final StringBuilder sb = new StringBuilder("abc");

    @Actor
    public void one() {
      sb.append('d');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = sb.length();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Pattern.split(CharSequence) reads the input")
  public static class RegexSplitsBuffer {
    final StringBuilder sb = new StringBuilder("a.b");

    @Actor
    public void one() {
      sb.setCharAt(1, ',');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Pattern.compile(",").split(sb).length;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "BitSet.stream goes over the bits")
  public static class TokenizesBits {
    final BitSet b = new BitSet();

    @Actor
    public void one() {
      b.set(3);
    }

    @Actor
    public void two(J_Result r) {
      BitSet own = (BitSet) b.clone();
      own.set(1);
      r.r1 = own.stream().count();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Optional.map keeps what the function returns, and does not look into it")
  public static class OptionalHandsOn {
    final List<Integer> l = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      l.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Optional.of("x").map(x -> l).get().get(0);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Optional.orElseGet calls the supplier if there is no value")
  public static class OptionalOrElse {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Optional.<Integer>empty().or(() -> Optional.of(n)).orElseGet(() -> 7);
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Optional.orElseThrow throws what the supplier makes")
  public static class OptionalThrows {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      try {
        Optional.empty().orElseThrow(IllegalStateException::new);
      } catch (IllegalStateException e) {
        r.r1 = 1;
      }
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      mustProve = true,
      because = "Optional.filter calls the program's predicate")
  public static class OptionalFiltersOwn {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Optional.of(1).filter(v -> v == n).isPresent();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "ConcurrentHashMap.newKeySet: add is atomic")
  public static class KeySetOfText {
    final Set<String> s = ConcurrentHashMap.newKeySet();

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
      value = {"true, false", "false, true"},
      mustProve = true,
      because = "ConcurrentSkipListSet: add is atomic")
  public static class SkipListSetOfText {
    final Set<String> s = new ConcurrentSkipListSet<>();

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
      value = {"0", "1"},
      because = "ConcurrentHashMap.get: the key's own hash code and equality take steps")
  public static class KeysOfTheProgram {
    static class K {
      static volatile int asked;

      @Override
      public int hashCode() {
        asked++;
        return 1;
      }

      @Override
      public boolean equals(Object o) {
        return true;
      }
    }

    final Map<K, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put(new K(), 1);
    }

    @Actor
    public void two(I_Result r) {
      Integer v = m.get(new K());
      r.r1 = v == null ? 0 : v;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "ConcurrentSkipListMap calls the program's comparator")
  public static class OrderedByTheProgram {
    volatile int asked;
    final Map<String, Integer> m = new ConcurrentSkipListMap<>((a, b) -> {
      asked++;
      return a.compareTo(b);
    });

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      Integer v = m.get("a");
      r.r1 = v == null ? 0 : v;
    }
  }
}
