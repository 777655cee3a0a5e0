package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * The JDK reads, or fills, what it is handed: text, elements, keys, and what it was handed before.
 */
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
public final class ReadByTheJdk {

  private ReadByTheJdk() {}

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      mayAlso = {"true", "false"},
      because = "Pattern.matches(regex, input) reads the input")
  public static class PatternMatchesBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.append("b");
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Pattern.matches("a", sb);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because =
          "Integer.parseInt(CharSequence, int, int, int) reads the text; a mutated sequence is undefined")
  public static class ParseIntOfBuffer {
    final StringBuilder sb = new StringBuilder("1");

    @Actor
    public void one() {
      sb.setCharAt(0, '2');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Integer.parseInt(sb, 0, 1, 10);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Long.parseLong(CharSequence, int, int, int) reads the text")
  public static class ParseLongOfBuffer {
    final StringBuilder sb = new StringBuilder("1");

    @Actor
    public void one() {
      sb.setCharAt(0, '2');
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = Long.parseLong(sb, 0, 1, 10);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Duration.parse(CharSequence) reads the text")
  public static class ParseDurationOfBuffer {
    final StringBuilder sb = new StringBuilder("PT1S");

    @Actor
    public void one() {
      sb.setCharAt(2, '2');
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = Duration.parse(sb).getSeconds();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "LocalDate.parse(CharSequence) reads the text")
  public static class ParseDateOfBuffer {
    final StringBuilder sb = new StringBuilder("2001-01-01");

    @Actor
    public void one() {
      sb.setCharAt(9, '2');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = LocalDate.parse(sb).getDayOfMonth();
    }
  }

  @State
  @Expect(
      value = {"0a"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "HexFormat.toHexDigits(Appendable, byte) appends")
  public static class HexDigitsIntoBuffer {
    final StringBuilder sb = new StringBuilder();

    @Actor
    public void one() {
      HexFormat.of().toHexDigits(sb, (byte) 10);
    }

    @Actor
    public void two() {
      sb.length();
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = sb.toString();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Matcher.reset(CharSequence): later matches read the new input")
  public static class MatcherResetToBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(Z_Result r) {
      Matcher m = Pattern.compile("a").matcher("x");
      m.reset(sb);
      r.r1 = m.find();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Pattern.matcher(CharSequence): matching reads the input")
  public static class MatcherOverBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(Z_Result r) {
      Matcher m = Pattern.compile("a").matcher(sb);
      r.r1 = m.find();
    }
  }

  @State
  @Expect(
      value = {"a", "ab"},
      races = Expect.Races.SOME,
      because = "AssertionError(Object): the detail message is the object's string")
  public static class ErrorOfBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.append("b");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new AssertionError(sb).getMessage();
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]"},
      races = Expect.Races.SOME,
      because = "AssertionError(Object): the detail message is the object's string")
  public static class ErrorOfList {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new AssertionError(l).getMessage();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "AssertionError(Object): the detail message is the object's string")
  public static class ErrorOfAtomic {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      n.set(1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new AssertionError(n).getMessage();
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "Object.toString names the identity hash code")
  public static class ErrorOfObject {
    final Object o = new Object();
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new AssertionError(o).getMessage().endsWith("@1b") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"x0", "x1"},
      because = "Throwable(Throwable): the message is the cause's string")
  public static class CauseHasText {
    static class Told extends RuntimeException {
      volatile int n;

      @Override
      public String toString() {
        return "x" + n;
      }
    }

    final Told t = new Told();

    @Actor
    public void one() {
      t.n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new IllegalStateException(t).getMessage();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "Stream.sorted compares the elements")
  public static class SortedDates {
    final Date d = new Date(1);
    final List<Date> l = List.of(new Date(2), d);

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = l.stream().sorted().findFirst().get() == d ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Stream.distinct asks the elements for equals")
  public static class DistinctLists {
    final List<Integer> a = new ArrayList<>(List.of(1));
    final List<List<Integer>> l = List.of(a, List.of(1));

    @Actor
    public void one() {
      a.set(0, 2);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = l.stream().distinct().count();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Stream.max compares the elements by the comparator given")
  public static class LatestDate {
    final Date d = new Date(1);
    final List<Date> l = List.of(new Date(2), d);

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.stream().max(Comparator.naturalOrder()).get() == d ? 2 : 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collectors.toSet asks the elements for hash code and equals")
  public static class CollectedToSet {
    final List<Integer> a = new ArrayList<>(List.of(1));
    final List<List<Integer>> l = List.of(a, List.of(1));

    @Actor
    public void one() {
      a.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.stream().collect(Collectors.toSet()).size();
    }
  }

  @State
  @Expect(
      value = {"a", "ab"},
      races = Expect.Races.SOME,
      because = "Collectors.joining reads the elements")
  public static class JoinedBuffers {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.append("b");
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Stream.of(sb).collect(Collectors.joining());
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Predicate.isEqual(target) asks the target for equals")
  public static class IsEqualList {
    final List<Integer> a = new ArrayList<>(List.of(1));
    final Predicate<Object> p = Predicate.isEqual(a);

    @Actor
    public void one() {
      a.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = p.test(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "BinaryOperator.minBy compares what it is given")
  public static class MinByOrder {
    final Date d = new Date(1);
    final BinaryOperator<Date> min = BinaryOperator.minBy(Comparator.naturalOrder());

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = min.apply(d, new Date(2)) == d ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "TreeMap.get compares the key with those that are there")
  public static class TreeKeyChanges {
    final Date d = new Date(1);
    final TreeMap<Date, String> m = new TreeMap<>(Map.of(d, "x"));

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.containsKey(new Date(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "TreeSet.contains compares with the elements")
  public static class TreeSetElementChanges {
    final Date d = new Date(1);
    final TreeSet<Date> s = new TreeSet<>(Set.of(d));

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.contains(new Date(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "HashMap.get asks the keys of equal hash code for equals")
  public static class HashKeyChanges {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Map<List<Integer>, String> m = new HashMap<>(Map.of(k, "x"));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.containsKey(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "HashSet.contains asks the elements for equals")
  public static class HashSetElementChanges {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Set<List<Integer>> s = new HashSet<>(Set.of(k));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.contains(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "ConcurrentHashMap.get asks the keys of equal hash code for equals")
  public static class ConcurrentKeyChanges {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Map<List<Integer>, String> m = new ConcurrentHashMap<>(Map.of(k, "x"));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.get(List.of(1)) != null;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "ArrayDeque.contains asks the elements for equals")
  public static class DequeSearched {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Deque<List<Integer>> q = new ArrayDeque<>(List.of(k));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = q.contains(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "LinkedBlockingQueue.contains asks the elements for equals")
  public static class QueueSearched {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Queue<List<Integer>> q = new LinkedBlockingQueue<>(List.of(k));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = q.contains(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "CopyOnWriteArrayList.contains asks the elements for equals")
  public static class CowSearched {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final List<List<Integer>> q = new CopyOnWriteArrayList<>(List.of(k));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = q.contains(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Vector.indexOf asks the elements for equals")
  public static class VectorSearched {
    final List<Integer> k = new ArrayList<>(List.of(1));
    final Vector<List<Integer>> q = new Vector<>(List.of(k));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = q.indexOf(List.of(1)) == 0;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "PriorityQueue.poll compares the elements")
  public static class PriorityOfDates {
    final Date d = new Date(1);
    final PriorityQueue<Date> q = new PriorityQueue<>(List.of(d, new Date(2), new Date(4)));

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(I_Result r) {
      q.poll();
      r.r1 = q.size() == 2 ? 1 : 2;
      r.r1 = q.contains(new Date(9)) ? 3 : d.getTime() == 1 ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "AbstractSet.equals asks for contains of all elements")
  public static class SetEqualsOfDates {
    final Date d = new Date(1);
    final Set<Date> s = new TreeSet<>(Set.of(d));

    @Actor
    public void one() {
      d.setTime(3);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.equals(Set.of(new Date(1)));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Map.remove(key, value) compares the value")
  public static class MapValueEquals {
    final List<Integer> v = new ArrayList<>(List.of(1));
    final Map<String, List<Integer>> m = new HashMap<>(Map.of("a", v));

    @Actor
    public void one() {
      v.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.remove("a", List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "ConcurrentHashMap.replace(key, old, new) compares the value")
  public static class ReplacedIfEqual {
    final List<Integer> v = new ArrayList<>(List.of(1));
    final Map<String, List<Integer>> m = new ConcurrentHashMap<>(Map.of("a", v));

    @Actor
    public void one() {
      v.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = m.replace("a", List.of(1), List.of(3));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Formatter: %h asks for the hash code")
  public static class FormatsHash {
    final List<Integer> v = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      v.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = String.format("%h", v).equals("20");
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Formatter calls formatTo of a Formattable")
  public static class FormatsFormattable {
    volatile int n;

    class Own implements java.util.Formattable {
      public void formatTo(java.util.Formatter f, int a, int b, int c) {
        f.format("%d", n);
      }
    }

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.format("%s", new Own());
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Stream.of(array) is a stream of the array")
  public static class SharedArrayStream {
    final Integer[] a = {0};

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Stream.of(a).findFirst().get();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "IntStream.of(array) is a stream of the array")
  public static class SharedIntStream {
    final int[] a = {0};

    @Actor
    public void one() {
      a[0] = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = IntStream.of(a).sum();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "NavigableMap.firstEntry is a snapshot and does not change")
  public static class SnapshotOfFirstEntry {
    final TreeMap<Integer, Integer> m = new TreeMap<>(Map.of(1, 1));

    @Actor
    public void one() {
      synchronized (m) {
        m.put(2, 2);
      }
    }

    @Actor
    public void two(I_Result r) {
      Map.Entry<Integer, Integer> e;
      synchronized (m) {
        e = m.firstEntry();
      }
      r.r1 = e.getValue();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a cause is read where it is asked for")
  public static class ThrowableOfArguments {
    final AtomicReference<Throwable> t = new AtomicReference<>(new Error("1"));

    @Actor
    public void one() {
      t.set(new Error("2"));
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new RuntimeException(t.get()).getCause().getMessage();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "BigDecimal(char[]) reads the array")
  public static class BigDecimalOfChars {
    final char[] a = {'1'};

    @Actor
    public void one() {
      a[0] = '2';
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new BigDecimal(a).intValue();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "BigInteger(byte[]) reads the array")
  public static class BigIntegerOfBytes {
    final byte[] a = {1};

    @Actor
    public void one() {
      a[0] = 2;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new BigInteger(a).intValue();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "UUID.nameUUIDFromBytes reads the array")
  public static class NameOfBytes {
    final byte[] a = {1};

    @Actor
    public void one() {
      a[0] = 2;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = UUID.nameUUIDFromBytes(a).equals(UUID.nameUUIDFromBytes(new byte[] {1}));
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "String(int[], int, int) reads the array")
  public static class StringOfCodePoints {
    final int[] a = {'a'};

    @Actor
    public void one() {
      a[0] = 'b';
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new String(a, 0, 1);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "String.getChars fills the array")
  public static class CharsCopiedOut {
    final char[] a = {'a'};

    @Actor
    public void one() {
      "b".getChars(0, 1, a, 0);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + a[0];
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "Character.toChars(int, char[], int) fills the array")
  public static class ToCharsFills {
    final char[] a = {'a'};

    @Actor
    public void one() {
      Character.toChars('b', a, 0);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + a[0];
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "String.contains(CharSequence) reads the sequence")
  public static class ContainsBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = "a".contains(sb);
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.SOME,
      because = "String.replace(CharSequence, CharSequence) reads both")
  public static class ReplaceByBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "x".replace("x", sb);
    }
  }

  @State
  @Expect(
      value = {"a"},
      because = "AbstractStringBuilder.subSequence is a new string")
  public static class SubSequenceIsCopied {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      synchronized (sb) {
        sb.setCharAt(0, 'a');
      }
    }

    @Actor
    public void two(L_Result r) {
      CharSequence c;
      synchronized (sb) {
        c = sb.subSequence(0, 1);
      }
      r.r1 = c.toString();
    }
  }

  @State
  @Expect(
      value = {"97", "98"},
      races = Expect.Races.SOME,
      because = "CharSequence.chars binds to the sequence at the terminal operation")
  public static class CharsOfBuffer {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = sb.chars().sum();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "AtomicInteger.intValue has the memory effects of a volatile read")
  public static class NumberOfAtomic {
    final AtomicInteger n = new AtomicInteger();
    final Number same = n;

    @Actor
    public void one() {
      n.set(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = same.intValue();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "LongAdder.intValue is sum")
  public static class NumberOfAdder {
    final LongAdder n = new LongAdder();

    @Actor
    public void one() {
      n.increment();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = ((Number) n).intValue();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Arrays.setAll calls the function for each element")
  public static class SetAllReads {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      int[] a = new int[1];
      Arrays.setAll(a, i -> n);
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Arrays.equals(Object[], Object[]) asks the elements")
  public static class ArrayOfListsEqual {
    final List<Integer> v = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      v.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Arrays.equals(new Object[] {v}, new Object[] {List.of(1)});
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "CharSequence.compare reads both")
  public static class CompareBuffers {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = CharSequence.compare(sb, "a");
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Comparator.naturalOrder calls compareTo")
  public static class ComparatorOfBuffers {
    final StringBuilder sb = new StringBuilder("a");

    @Actor
    public void one() {
      sb.setCharAt(0, 'b');
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Comparator.<StringBuilder>naturalOrder().compare(sb, new StringBuilder("a"));
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Comparator.thenComparing calls the comparator given")
  public static class ThenComparing {
    final Date d = new Date(1);

    @Actor
    public void one() {
      d.setTime(2);
    }

    @Actor
    public void two(I_Result r) {
      Comparator<Date> same = (a, b) -> 0;
      r.r1 = same.thenComparing(Comparator.naturalOrder()).compare(d, new Date(1));
    }
  }

  @State
  @Expect(
      value = {"0", "-1"},
      races = Expect.Races.SOME,
      because = "Collections.reverseOrder compares the other way")
  public static class ReversedOrder {
    final Date d = new Date(1);

    @Actor
    public void one() {
      d.setTime(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Collections.<Date>reverseOrder().compare(d, new Date(1));
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Comparator.nullsFirst compares by the comparator given")
  public static class NullsFirstOfDates {
    final Date d = new Date(1);

    @Actor
    public void one() {
      d.setTime(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Comparator.nullsFirst(Comparator.<Date>naturalOrder()).compare(d, new Date(1));
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Map.Entry.comparingByValue compares the values")
  public static class EntriesByValue {
    final Date d = new Date(1);

    @Actor
    public void one() {
      d.setTime(2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Map.Entry.<String, Date>comparingByValue()
          .compare(Map.entry("a", d), Map.entry("a", new Date(1)));
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collectors.groupingBy asks the keys for hash code and equals")
  public static class GroupedByShared {
    final List<Integer> k = new ArrayList<>(List.of(1));

    @Actor
    public void one() {
      k.set(0, 2);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Stream.of(1, 2)
          .collect(Collectors.groupingBy(i -> i == 1 ? k : List.of(1)))
          .size();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Optional.equals compares the values")
  public static class OptionalOfBuffer {
    final List<Integer> v = new ArrayList<>(List.of(1));
    final Optional<List<Integer>> o = Optional.of(v);

    @Actor
    public void one() {
      v.set(0, 2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = o.equals(Optional.of(List.of(1)));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "AbstractMap.SimpleEntry.equals compares key and value")
  public static class EntryEquals {
    final AbstractMap.SimpleEntry<String, Integer> e = new AbstractMap.SimpleEntry<>("a", 1);

    @Actor
    public void one() {
      e.setValue(2);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = e.equals(Map.entry("a", 1));
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "IntSummaryStatistics.combine reads the other")
  public static class SummaryCombines {
    final IntSummaryStatistics s = new IntSummaryStatistics();

    @Actor
    public void one() {
      s.accept(1);
    }

    @Actor
    public void two(J_Result r) {
      IntSummaryStatistics own = new IntSummaryStatistics();
      own.combine(s);
      r.r1 = own.getCount();
    }
  }

  @State
  @Expect(
      value = {"a", "null"},
      races = Expect.Races.SOME,
      mayAlso = {"*"},
      because = "StringJoiner.merge reads the other")
  public static class JoinerMerges {
    final StringJoiner j = new StringJoiner(",");

    @Actor
    public void one() {
      j.add("a");
    }

    @Actor
    public void two(L_Result r) {
      StringJoiner own = new StringJoiner(",").setEmptyValue("null");
      own.merge(j);
      r.r1 = own.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "BitSet.and reads the other")
  public static class BitsAnded {
    final BitSet b = new BitSet(64);

    @Actor
    public void one() {
      b.set(1);
    }

    @Actor
    public void two(I_Result r) {
      BitSet own = new BitSet(64);
      own.set(1);
      own.and(b);
      r.r1 = own.cardinality();
    }
  }

  @State
  @Expect(
      value = {"true"},
      mayAlso = {"false"},
      because = "Random is safe for threads; a call is not one step")
  public static class RandomBytes {
    final Random n = new Random(1);

    @Actor
    public void one() {
      n.nextInt();
    }

    @Actor
    public void two(Z_Result r) {
      byte[] b = new byte[8];
      n.nextBytes(b);
      r.r1 = b[0] != 0;
    }
  }
}
