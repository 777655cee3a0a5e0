package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Ranges of arrays, identities that are certain, and results that are the same everywhere. */
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
public final class ExactIdentities {
  private ExactIdentities() {}
  // ranges and arrays in other calls
  @State
  @Expect(
      value = {"1, 2"},
      because = "two halves of one array by System.arraycopy")
  public static class ArraycopyHalves {
    final int[] a = new int[2], s = {1, 2};

    @Actor
    public void one() {
      System.arraycopy(s, 0, a, 0, 1);
    }

    @Actor
    public void two() {
      System.arraycopy(s, 1, a, 1, 1);
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = a[0];
      r.r2 = a[1];
    }
  }

  @State
  @Expect(
      value = {"3"},
      because = "Arrays.equals over ranges reads the ranges")
  public static class EqualsRange {
    final int[] a = {1, 2}, b = {1, 5};

    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.equals(a, 0, 1, b, 0, 1) ? 3 : 4;
    }

    @Actor
    public void two() {
      b[1] = 2;
    }
  }

  @State
  @Expect(
      value = {"x"},
      because = "String.getChars writes a range")
  public static class GetCharsRange {
    final char[] a = {'a', 'b'};

    @Actor
    public void one() {
      "x".getChars(0, 1, a, 0);
    }

    @Actor
    public void two() {
      a[1] = 'y';
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = "" + a[0];
    }
  }

  @State
  @Expect(
      value = {"1", "9"},
      races = Expect.Races.SOME,
      because = "Collections.swap on Arrays.asList")
  public static class SwapView {
    final Integer[] a = {1, 9};
    final List<Integer> l = Arrays.asList(a);

    @Actor
    public void one() {
      Collections.swap(l, 0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"1"},
      races = Expect.Races.SOME,
      because = "Arrays.fill of all writes all")
  public static class FillAll {
    final int[] a = new int[2];

    @Actor
    public void one() {
      Arrays.fill(a, 1);
    }

    @Actor
    public void two() {
      a[1] = 1;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = a[1];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Arrays.copyOf that grows reads all")
  public static class CopyGrows {
    final int[] a = new int[1];

    @Actor
    public void one(I_Result r) {
      r.r1 = Arrays.copyOf(a, 3)[0];
    }

    @Actor
    public void two() {
      a[0] = 1;
    }
  }

  @State
  @Expect(
      value = {"aioobe"},
      because = "Arrays.fill fails before it writes")
  public static class FillFails {
    final int[] a = {1};

    @Actor
    public void one(L_Result r) {
      try {
        Arrays.fill(a, 0, 5, 7);
        r.r1 = "filled";
      } catch (ArrayIndexOutOfBoundsException e) {
        r.r1 = "aioobe";
      }
    }

    @Actor
    public void two() {
      a[0] = 3;
    }
  }

  @State
  @Expect(
      value = {"0", "7"},
      races = Expect.Races.SOME,
      because = "Arrays.asList(...).set on the same index")
  public static class AsListSame {
    final Integer[] a = {0};
    final List<Integer> l = Arrays.asList(a);

    @Actor
    public void one() {
      l.set(0, 7);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = a[0];
    }
  }

  @State
  @Expect(
      value = {"0", "7"},
      races = Expect.Races.SOME,
      because = "unmodifiableList of Arrays.asList")
  public static class AsListUnmodifiable {
    final Integer[] a = {0, 1};
    final List<Integer> l = Collections.unmodifiableList(Arrays.asList(a));

    @Actor
    public void one(I_Result r) {
      r.r1 = l.get(0);
    }

    @Actor
    public void two() {
      a[0] = 7;
    }
  }

  @State
  @Expect(
      value = {"1", "7"},
      races = Expect.Races.SOME,
      because = "subList of Arrays.asList has another offset")
  public static class AsListSubList {
    final Integer[] a = {0, 1};
    final List<Integer> l = Arrays.asList(a).subList(1, 2);

    @Actor
    public void one(I_Result r) {
      r.r1 = l.get(0);
    }

    @Actor
    public void two() {
      a[1] = 7;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1", "1, 1"},
      mustProve = true,
      because = "boxes from one place are one object; CAS by what was read")
  public static class BoxedCounter {
    final AtomicReference<Long> n = new AtomicReference<>(500L);

    @Actor
    public void one(II_Result r) {
      Long o = n.get();
      r.r1 = n.compareAndSet(o, o + 1) ? 1 : 2;
    }

    @Actor
    public void two(II_Result r) {
      Long o = n.get();
      r.r2 = n.compareAndSet(o, o + 1) ? 1 : 2;
    }
  }

  @State
  @Expect(
      value = {"true, true"},
      because = "the same string, handed on, is the same")
  public static class SameText {
    final AtomicReference<String> n = new AtomicReference<>();
    final String s = new StringBuilder("a").append(1).toString();

    @Actor
    public void one(ZZ_Result r) {
      n.compareAndSet(null, s);
      r.r1 = n.get() == s;
    }

    @Actor
    public void two(ZZ_Result r) {
      n.compareAndSet(null, s);
      r.r2 = n.get() == s;
    }
  }

  sealed interface Shape permits Dot, Line {}

  record Dot() implements Shape {}

  record Line(int n) implements Shape {}

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "records are objects of their own")
  public static class RecordsBySame {
    final Dot a = new Dot(), b = new Dot();
    final AtomicReference<Shape> s = new AtomicReference<>(a);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = s.compareAndSet(a, b);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = s.compareAndSet(a, b);
    }
  }
  // Treiber stack with boxed values
  static final class Node {
    final Integer v;
    final Node next;

    Node(Integer v, Node n) {
      this.v = v;
      next = n;
    }
  }

  @State
  @Expect(
      value = {"1000, 2000", "2000, 1000"},
      mustProve = true,
      because = "a lock-free stack by compare-and-set of nodes")
  public static class StackOfBoxes {
    final AtomicReference<Node> top = new AtomicReference<>();

    void push(int v) {
      Node o, n;
      do {
        o = top.get();
        n = new Node(v, o);
      } while (!top.compareAndSet(o, n));
    }

    @Actor
    public void one() {
      push(1000);
    }

    @Actor
    public void two() {
      push(2000);
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = top.get().v;
      r.r2 = top.get().next.v;
    }
  }

  @State
  @Expect(
      value = {"a", "b"},
      mustProve = true,
      because = "an atomic reference to immutable maps")
  public static class SnapshotMap {
    final AtomicReference<Map<String, Integer>> m = new AtomicReference<>(Map.of());

    void put(String k) {
      Map<String, Integer> o, n;
      do {
        o = m.get();
        Map<String, Integer> c = new HashMap<>(o);
        c.putIfAbsent("first" + c.size(), k.charAt(0) - 'a');
        n = Map.copyOf(c);
      } while (!m.compareAndSet(o, n));
    }

    @Actor
    public void one() {
      put("a");
    }

    @Actor
    public void two() {
      put("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = m.get().get("first0") == 0 ? "a" : "b";
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "listeners kept in a copy-on-write list, each its own object")
  public static class Listeners {
    final AtomicInteger n = new AtomicInteger();
    final List<Runnable> l = new CopyOnWriteArrayList<>();

    @Actor
    public void one() {
      l.add(n::incrementAndGet);
    }

    @Actor
    public void two() {
      l.add(n::incrementAndGet);
    }

    @Arbiter
    public void end(I_Result r) {
      l.forEach(Runnable::run);
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "priority queue of numbers under a lock")
  public static class LockedPriority {
    final PriorityQueue<Integer> q = new PriorityQueue<>();

    @Actor
    public synchronized void one() {
      q.add(1);
    }

    @Actor
    public synchronized void two() {
      q.add(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = q.poll();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "count after filter")
  public static class CountFilter {
    final List<Integer> l = new CopyOnWriteArrayList<>(List.of(1, 2, 3));

    @Actor
    public void one(J_Result r) {
      r.r1 = l.stream().map(x -> x + 1).filter(x -> x > 2).count();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "count of a list")
  public static class CountPlain {
    final List<Integer> l = List.of(1);

    @Actor
    public void one(J_Result r) {
      r.r1 = l.stream().count();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"[a]"},
      mustProve = true,
      because = "a list as a result")
  public static class ListResult {
    @Actor
    public void one(L_Result r) {
      r.r1 = List.of("a");
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"RED"},
      mustProve = true,
      because = "an enum as a result")
  public static class EnumResult {
    enum C {
      RED
    }

    @Actor
    public void one(L_Result r) {
      r.r1 = C.RED;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"Dot[]"},
      mustProve = true,
      because = "a record as a result")
  public static class RecordResult {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Dot();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"{a=1, b=2}"},
      mustProve = true,
      because = "a tree map as a result")
  public static class TreeResult {
    @Actor
    public void one(L_Result r) {
      r.r1 = new TreeMap<>(Map.of("a", 1, "b", 2));
    }

    @Actor
    public void two() {}
  }
}
