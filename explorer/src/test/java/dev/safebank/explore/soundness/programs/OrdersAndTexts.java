package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** What is chance, or read late: orders, messages of the machine, keys, hash codes. */
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
public final class OrdersAndTexts {

  private OrdersAndTexts() {}

  @State
  @Expect(
      value = {"a, b", "b, a"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class LinkedCopyOfSet {

    final Map<String, Integer> m = new LinkedHashMap<>(Map.of("a", 1, "b", 2));

    @Actor
    public void one(LL_Result r) {
      r.r1 = m.keySet().iterator().next();
    }

    @Actor
    public void two(LL_Result r) {
      Iterator<String> i = m.keySet().iterator();
      i.next();
      r.r2 = i.next();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class LinkedPutAll {

    @Actor
    public void one(Z_Result r) {
      Map<String, Integer> m = new LinkedHashMap<>();
      m.putAll(Map.of("a", 1, "b", 2));
      r.r1 = m.keySet().iterator().next().equals("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class LinkedSetOfSet {

    @Actor
    public void one(Z_Result r) {
      Set<String> m = new LinkedHashSet<>(Set.of("a", "b"));
      r.r1 = m.iterator().next().equals("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class LinkedSetAddAll {

    @Actor
    public void one(Z_Result r) {
      Set<String> m = new LinkedHashSet<>();
      m.addAll(Set.of("a", "b"));
      r.r1 = m.iterator().next().equals("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class ListCopyOfSet {

    @Actor
    public void one(Z_Result r) {
      r.r1 = List.copyOf(Set.of("a", "b")).get(0).equals("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a,b", "b,a"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class JoinOfSet {

    @Actor
    public void one(L_Result r) {
      r.r1 = String.join(",", Set.of("a", "b"));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class LinkedMapOfIdentityMap {

    @Actor
    public void one(L_Result r) {
      Map<Object, Integer> m = new IdentityHashMap<>();
      m.put("x", 1);
      m.put("y", 2);
      r.r1 = new LinkedHashMap<>(m).values().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class EnumHashThroughLinked {

    enum E {
      A,
      B
    }

    @Actor
    public void one(Z_Result r) {
      Set<E> s = new HashSet<>(List.of(E.A, E.B));
      r.r1 = List.copyOf(s).get(0) == E.A;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class LinkedSetOfObjects {

    @Actor
    public void one(Z_Result r) {
      Object a = new Object(), b = new Object();
      Set<Object> h = new HashSet<>();
      h.add(a);
      h.add(b);
      r.r1 = new LinkedHashSet<>(h).iterator().next() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class CheckedSetAddAll {
    @Actor
    public void one(L_Result r) {
      Set<String> s = Collections.checkedSet(new LinkedHashSet<>(), String.class);
      s.addAll(Set.of("a", "b"));
      r.r1 = s.iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class SetFromLinked {
    @Actor
    public void one(L_Result r) {
      Set<String> s = Collections.newSetFromMap(new LinkedHashMap<>());
      s.addAll(Set.of("a", "b"));
      r.r1 = s.iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class UserSetAddAll {
    static class S extends LinkedHashSet<String> {}

    @Actor
    public void one(L_Result r) {
      S s = new S();
      s.addAll(Set.of("a", "b"));
      r.r1 = s.iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class UserLinkedMapOfMap {
    static class S extends LinkedHashMap<String, Integer> {
      S(Map<String, Integer> m) {
        super(m);
      }
    }

    @Actor
    public void one(L_Result r) {
      r.r1 = new S(Map.of("a", 1, "b", 2)).keySet().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because =
          "JLS and Javadoc: the order of an unordered collection shows in what is copied from it in order")
  public static class DequeAddAllSet {
    @Actor
    public void one(L_Result r) {
      Deque<String> s = new ArrayDeque<>();
      s.addAll(Set.of("a", "b"));
      r.r1 = s.peek();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class PriorityTies {

    static class K implements Comparable<K> {
      public int compareTo(K k) {
        return 0;
      }
    }

    @Actor
    public void one(Z_Result r) {
      K a = new K(), b = new K();
      r.r1 = new PriorityQueue<>(Set.of(a, b)).peek() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class PriorityAddAllTies {

    static class K implements Comparable<K> {
      public int compareTo(K k) {
        return 0;
      }
    }

    @Actor
    public void one(Z_Result r) {
      K a = new K(), b = new K();
      PriorityQueue<K> q = new PriorityQueue<>();
      q.addAll(Set.of(a, b));
      r.r1 = q.peek() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class TreeSetTies {

    static class K implements Comparable<K> {
      public int compareTo(K k) {
        return 0;
      }
    }

    @Actor
    public void one(Z_Result r) {
      K a = new K(), b = new K();
      r.r1 = new TreeSet<>(Set.of(a, b)).first() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class MaxTies {

    static class K implements Comparable<K> {
      public int compareTo(K k) {
        return 0;
      }
    }

    @Actor
    public void one(Z_Result r) {
      K a = new K(), b = new K();
      r.r1 = Collections.max(Set.of(a, b)) == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class TreeMapPutAllTies {

    static class K implements Comparable<K> {
      public int compareTo(K k) {
        return 0;
      }
    }

    @Actor
    public void one(Z_Result r) {
      K a = new K(), b = new K();
      TreeMap<K, Integer> t = new TreeMap<>();
      t.putAll(Map.of(a, 1, b, 2));
      r.r1 = t.firstKey() == a;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class MaxByLength {
    @Actor
    public void one(L_Result r) {
      r.r1 = Collections.max(Set.of("a", "b"), Comparator.comparing(String::length));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class StreamMaxByLength {
    @Actor
    public void one(L_Result r) {
      r.r1 = Set.of("a", "b").stream().max(Comparator.comparing(String::length)).get();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because = "Set.of: of parts that compare as equal, which one comes first is chance")
  public static class PbqOfSet {
    @Actor
    public void one(L_Result r) {
      r.r1 = new PriorityQueue<>(Comparator.comparing(String::length)) {
        {
          addAll(Set.of("a", "b"));
        }
      }.peek();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class TreeOfMapOfText {
    @Actor
    public void one(L_Result r) {
      r.r1 = new TreeMap<>(Map.of("b", 1, "a", 2)).firstKey();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class TreeSetOfSetOfText {
    @Actor
    public void one(L_Result r) {
      r.r1 = new TreeSet<>(Set.of("b", "a")).first();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class MaxOfSetOfNumbers {
    @Actor
    public void one(L_Result r) {
      r.r1 = Collections.max(Set.of(1, 2));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class HashMapOfMap {
    @Actor
    public void one(L_Result r) {
      r.r1 = new HashMap<>(Map.of("b", 1, "a", 2)).get("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class HashMapPutAllMap {
    @Actor
    public void one(L_Result r) {
      Map<String, Integer> m = new HashMap<>();
      m.putAll(Map.of("b", 1, "a", 2));
      r.r1 = m.get("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class ChmPutAllMap {
    @Actor
    public void one(L_Result r) {
      Map<String, Integer> m = new ConcurrentHashMap<>();
      m.putAll(Map.of("b", 1, "a", 2));
      r.r1 = m.get("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "3"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class ChmFromMapShared {
    final Map<String, Integer> m = new ConcurrentHashMap<>(Map.of("b", 1, "a", 2));

    @Actor
    public void one(L_Result r) {
      r.r1 = m.get("b");
    }

    @Actor
    public void two() {
      m.put("b", 3);
    }
  }

  @State
  @Expect(
      value = {"2"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class RetainedBySetOfObjects {
    @Actor
    public void one(L_Result r) {
      List<String> l = new ArrayList<>(List.of("a", "b"));
      l.retainAll(Set.of("a", "b"));
      r.r1 = l.size();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class LinkedFromLinked {
    @Actor
    public void one(L_Result r) {
      Map<String, Integer> m = new LinkedHashMap<>();
      m.put("a", 1);
      m.put("b", 1);
      r.r1 = new LinkedHashMap<>(m).keySet().iterator().next();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a,b"},
      races = Expect.Races.NONE,
      because = "The order does not show")
  public static class JoinOfLinked {
    @Actor
    public void one(L_Result r) {
      r.r1 = String.join(",", new LinkedHashSet<>(List.of("a", "b")));
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class NpeMessage {

    int[] a;

    @Actor
    public void one(L_Result r) {
      try {
        a[0] = 1;
      } catch (NullPointerException e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class NpeMessageOfCall {

    String a;

    @Actor
    public void one(Z_Result r) {
      try {
        a.length();
      } catch (NullPointerException e) {
        r.r1 = e.getMessage() == null;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class NpeMessageOfField {

    static class N {
      int v;
    }

    N a;

    @Actor
    public void one(L_Result r) {
      try {
        a.v = 1;
      } catch (NullPointerException e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class NpeMessageOfMonitor {

    Object a;

    @Actor
    public void one(L_Result r) {
      try {
        synchronized (a) {
          r.r1 = 1;
        }
      } catch (NullPointerException e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class CastMessage {

    Object a = "x";

    @Actor
    public void one(L_Result r) {
      try {
        r.r1 = ((Pebbles) a).x;
      } catch (ClassCastException e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}

    static class Pebbles {
      int x;
    }
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class NpeText {

    String a;

    @Actor
    public void one(L_Result r) {
      try {
        a.length();
      } catch (RuntimeException e) {
        r.r1 = "" + e;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class MessageOfCaught {
    int[] a;

    @Actor
    public void one(L_Result r) {
      try {
        a[0] = 1;
      } catch (Exception e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class MessageOfFormat {
    int[] a;

    @Actor
    public void one(L_Result r) {
      try {
        a[0] = 1;
      } catch (Exception e) {
        r.r1 = String.format("%s", e);
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class MessageOfCause {
    int[] a;

    @Actor
    public void one(L_Result r) {
      try {
        a[0] = 1;
      } catch (Exception e) {
        r.r1 = new RuntimeException(e).getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {},
      races = Expect.Races.NONE,
      mayAlso = {"*"},
      because = "JLS 15.6 does not say what message a null pointer or a cast leaves")
  public static class MessageOfCauseInList {
    int[] a;

    @Actor
    public void one(L_Result r) {
      try {
        a[0] = 1;
      } catch (Exception e) {
        r.r1 = List.of(e).toString();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"account"},
      races = Expect.Races.NONE,
      because = "The message is the program's own")
  public static class RequiredMessage {
    Object a;

    @Actor
    public void one(L_Result r) {
      try {
        Objects.requireNonNull(a, "account");
      } catch (NullPointerException e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"mine"},
      races = Expect.Races.NONE,
      because = "The message is the program's own")
  public static class OwnMessage {
    @Actor
    public void one(L_Result r) {
      try {
        throw new IllegalStateException("mine");
      } catch (IllegalStateException e) {
        r.r1 = e.getMessage();
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class MaxByKeyOfBuilder {

    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      List<U> l = List.of(new U(v), new U(new StringBuilder("b")));
      r.r1 = Collections.max(l, Comparator.comparing(U::b)).b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class MinByKeyReversed {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Collections.min(
                  List.of(new U(v), new U(new StringBuilder("b"))),
                  Comparator.comparing(U::b).reversed())
              .b
          == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class SortByKeyOfBuilder {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      List<Object> l = new ArrayList<>(List.of(new U(v), new U(new StringBuilder("b"))));
      Collections.sort(l, (Comparator) Comparator.comparing(U::b));
      r.r1 = ((U) l.get(0)).b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class ArraySortByKeyOfBuilder {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      Object[] l = {new U(v), new U(new StringBuilder("b"))};
      Arrays.sort(l, (Comparator) Comparator.comparing(U::b));
      r.r1 = ((U) l[0]).b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class SearchByKeyOfBuilder {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Collections.binarySearch(
              List.of(new U(v)), new U(new StringBuilder("a")), Comparator.comparing(U::b))
          == 0;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class ObjectsCompareByKey {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 =
          Objects.compare(new U(v), new U(new StringBuilder("b")), Comparator.comparing(U::b)) < 0;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class TreeFirstThenLookup {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    final TreeSet<U> t = new TreeSet<>(Comparator.comparing(U::b));

    {
      t.add(new U(v));
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = t.contains(new U(new StringBuilder("a")));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class TreeFloorByKey {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    final TreeSet<U> t = new TreeSet<>(Comparator.comparing(U::b));

    {
      t.add(new U(v));
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = t.floor(new U(new StringBuilder("b"))) != null;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class TreeEqualsByKey {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    final TreeMap<U, Integer> t = new TreeMap<>(Comparator.comparing(U::b));

    {
      t.put(new U(v), 1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = t.headMap(new U(new StringBuilder("b"))).isEmpty();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class TreePollByKey {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      PriorityQueue<U> q = new PriorityQueue<>(Comparator.comparing(U::b));
      q.add(new U(new StringBuilder("0")));
      q.add(new U(v));
      q.add(new U(new StringBuilder("b")));
      q.poll();
      r.r1 = q.peek().b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class QueuePollByKey {
    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    final PriorityQueue<U> q = new PriorityQueue<>(Comparator.comparing(U::b));

    {
      q.add(new U(new StringBuilder("0")));
      q.add(new U(v));
      q.add(new U(new StringBuilder("b")));
    }

    @Actor
    public void two(Z_Result r) {
      q.poll();
      r.r1 = q.peek().b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class SortedByKeyOfBuilder {

    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");
    final List<U> l = new ArrayList<>(List.of(new U(v), new U(new StringBuilder("b"))));

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      l.sort(Comparator.comparing(U::b));
      r.r1 = l.get(0).b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class CompareByKeyOfBuilder {

    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Comparator.comparing(U::b).compare(new U(v), new U(new StringBuilder("b"))) < 0;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class StreamMaxByKeyOfBuilder {

    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      List<U> l = List.of(new U(v), new U(new StringBuilder("b")));
      r.r1 = l.stream().max(Comparator.comparing(U::b)).get().b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Comparator.comparing: the key that a function returns is compared by the JDK")
  public static class TreeMapByKeyOfBuilder {

    static class U {
      final StringBuilder b;

      U(StringBuilder b) {
        this.b = b;
      }

      StringBuilder b() {
        return b;
      }
    }

    final StringBuilder v = new StringBuilder("a");

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      TreeSet<U> l = new TreeSet<>(Comparator.comparing(U::b));
      l.add(new U(new StringBuilder("b")));
      l.add(new U(v));
      r.r1 = l.first().b == v;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashOfBuilders {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Objects.hashCode(new StringBuilder()) > Objects.hashCode(new StringBuilder());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashOfBuilderDirect {
    @Actor
    public void one(Z_Result r) {
      r.r1 = new StringBuilder().hashCode() > new StringBuilder().hashCode();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashOfQueue {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Objects.hash(new ArrayDeque<>()) > Objects.hash(new ArrayDeque<>());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashOfQueueInList {
    @Actor
    public void one(Z_Result r) {
      r.r1 =
          List.of(new ArrayDeque<>()).hashCode() > List.of(new ArrayDeque<>()).hashCode();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashOfException {
    @Actor
    public void one(Z_Result r) {
      r.r1 = List.of(new Error()).hashCode() > List.of(new Error()).hashCode();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashOfAtomic {
    @Actor
    public void one(Z_Result r) {
      r.r1 = Objects.hashCode(new AtomicInteger()) > Objects.hashCode(new AtomicInteger());
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashSetOfBuilders {
    @Actor
    public void one(L_Result r) {
      Set<StringBuilder> s = new HashSet<>();
      s.add(new StringBuilder("a"));
      s.add(new StringBuilder("b"));
      r.r1 = s.iterator().next().toString();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.NONE,
      because = "Object.hashCode: of what inherits it, the hash code is chance")
  public static class HashSetOfAtomics {
    @Actor
    public void one(L_Result r) {
      Set<AtomicInteger> s = new HashSet<>();
      s.add(new AtomicInteger(1));
      s.add(new AtomicInteger(2));
      r.r1 = s.iterator().next().get();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class OuterContains {

    final List<Integer> in = new ArrayList<>();
    final List<List<Integer>> l = List.of(in);

    @Actor
    public void one() {
      in.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = l.contains(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"0", "-1"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class OuterIndexOf {

    final List<Integer> in = new ArrayList<>();
    final List<List<Integer>> l = new ArrayList<>(List.of(in));

    @Actor
    public void one() {
      in.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.indexOf(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class OuterRemove {

    final List<Integer> in = new ArrayList<>();
    final List<List<Integer>> l = new LinkedList<>(List.of(in));

    @Actor
    public void one() {
      in.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = l.remove(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class ContainsValueOfLists {

    final List<Integer> in = new ArrayList<>();
    final Map<String, List<Integer>> l = new TreeMap<>(Map.of("a", in));

    @Actor
    public void one() {
      in.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = l.containsValue(List.of(1));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class TreeSetOfBuilders {

    final StringBuilder b = new StringBuilder("a");
    final Set<StringBuilder> s = new TreeSet<>(List.of(b));

    @Actor
    public void one() {
      b.setCharAt(0, 'b');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.contains(new StringBuilder("b"));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class TreeSetRemoveOfBuilders {

    final StringBuilder b = new StringBuilder("a");
    final Set<StringBuilder> s = new TreeSet<>(List.of(b));

    @Actor
    public void one() {
      b.setCharAt(0, 'b');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.remove(new StringBuilder("b"));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class TreeMapFloorOfBuilders {

    final StringBuilder b = new StringBuilder("a");
    final TreeMap<StringBuilder, Integer> s = new TreeMap<>();

    {
      s.put(b, 1);
    }

    @Actor
    public void one() {
      b.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = s.floorKey(new StringBuilder("b")) != null;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class SortedByEntryValue {

    final StringBuilder v = new StringBuilder("a");
    final List<Map.Entry<String, StringBuilder>> l =
        new ArrayList<>(List.of(Map.entry("x", v), Map.entry("y", new StringBuilder("b"))));

    @Actor
    public void one() {
      v.setCharAt(0, 'c');
    }

    @Actor
    public void two(Z_Result r) {
      l.sort(Map.Entry.comparingByValue());
      r.r1 = l.get(0).getKey().equals("x");
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class RecordInContains {

    record R(List<Integer> l) {}

    final R q = new R(new ArrayList<>());
    final List<R> ls = List.of(q);

    @Actor
    public void one() {
      q.l().add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = ls.contains(new R(List.of(1)));
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "equals and compareTo read the mutable parts that they are compared with")
  public static class UserInContains {

    static class U {
      final List<Integer> l;

      U(List<Integer> l) {
        this.l = l;
      }

      public boolean equals(Object o) {
        return o instanceof U && ((U) o).l.equals(l);
      }

      public int hashCode() {
        return 1;
      }
    }

    final U q = new U(new ArrayList<>());
    final List<U> ls = List.of(q);

    @Actor
    public void one() {
      q.l.add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = ls.contains(new U(List.of(1)));
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.NONE,
      because = "JLS 8.9: an enum is initialised by whoever asks for its constants")
  public static class EnumInitByAllOf {

    static volatile int x;

    enum E {
      A;

      static {
        x = 5;
      }
    }

    @Actor
    public void one() {
      EnumSet.allOf(E.class);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.NONE,
      because = "JLS 8.9: an enum is initialised by whoever asks for its constants")
  public static class EnumInitByConstants {

    static volatile int x;

    enum E {
      A;

      static {
        x = 5;
      }
    }

    @Actor
    public void one() {
      E.class.getEnumConstants();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.NONE,
      because = "JLS 8.9: an enum is initialised by whoever asks for its constants")
  public static class EnumInitByClassValueOf {

    static volatile int x;

    enum E {
      A;

      static {
        x = 5;
      }
    }

    @Actor
    public void one() {
      Enum.valueOf(E.class, "A");
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      races = Expect.Races.NONE,
      because = "JLS 8.9: an enum is initialised by whoever asks for its constants")
  public static class EnumStateByConstants {

    enum E {
      A;
      volatile int n;
    }

    @Actor
    public void one() {
      E.class.getEnumConstants()[0].n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = E.A.n;
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      races = Expect.Races.NONE,
      because = "JLS 8.9: an enum is initialised by whoever asks for its constants")
  public static class EnumStateByMap {

    enum E {
      A;
      volatile int n;
    }

    @Actor
    public void one() {
      EnumMap<E, Integer> m = new EnumMap<>(E.class);
      m.put(E.A, 1);
      m.keySet().iterator().next().n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = E.A.n;
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      races = Expect.Races.NONE,
      because = "JLS 8.9: an enum is initialised by whoever asks for its constants")
  public static class EnumStateByRange {

    enum E {
      A,
      B;
      volatile int n;
    }

    @Actor
    public void one() {
      for (E e : EnumSet.complementOf(EnumSet.of(E.B))) e.n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = E.A.n;
    }
  }
}
