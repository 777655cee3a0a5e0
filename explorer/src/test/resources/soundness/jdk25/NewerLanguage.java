package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** What JDK 25 has and JDK 17 has not. */
public final class NewerLanguage {

  private NewerLanguage() {}

  @State
  @Expect(value = {"0, 1", "1, 1"}, mustProve = true, because = "JLS 8.8.7 (JEP 513): fields may be set before super()")
  public static class FlexibleConstructor {
    static class Base {
      Base() { hook(); }
      void hook() {}
    }
    static class Point extends Base {
      int n;
      int seen;
      Point() { n = 1; super(); }
      @Override void hook() { seen = n; }
    }
    volatile Point p;
    @Actor public void one() { p = new Point(); }
    @Actor public void two(II_Result r) { Point q = p; r.r1 = q == null ? 0 : q.seen; r.r2 = q == null ? 1 : q.n; }
  }

  @State
  @Expect(value = "5, 6", because = "ScopedValue: a binding is the thread's own")
  public static class Scoped {
    static final ScopedValue<Integer> VALUE = ScopedValue.newInstance();
    volatile int n;
    @Actor public void one(II_Result r) { ScopedValue.where(VALUE, 5).run(() -> { n = 1; r.r1 = VALUE.get(); }); }
    @Actor public void two(II_Result r) { ScopedValue.where(VALUE, 6).run(() -> { n = 2; r.r2 = VALUE.get(); }); }
  }

  @State
  @Expect(value = "2", because = "Thread.startVirtualThread: starts; Thread.join: ends")
  public static class VirtualThreads {
    final AtomicInteger n = new AtomicInteger();
    @Actor public void one() throws InterruptedException { Thread.startVirtualThread(n::incrementAndGet).join(); }
    @Actor public void two() throws InterruptedException { Thread.ofVirtual().start(n::incrementAndGet).join(); }
    @Arbiter public void end(I_Result r) { r.r1 = n.get(); }
  }

  @State
  @Expect(value = {"0", "1"}, because = "Thread.join(Duration): false if the time is up")
  public static class JoinDuration {
    volatile int x;
    @Actor public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      r.r1 = t.join(java.time.Duration.ofMillis(1)) ? x : 0;
    }
    @Actor public void two() {}
  }

  @State
  @Expect(value = {"0", "1"}, because = "record patterns are the program's own code (JLS 14.30)")
  public static class RecordPattern {
    record Pair(int a, int b) {}
    volatile Object p = new Pair(0, 0);
    @Actor public void one() { p = new Pair(1, 1); }
    @Actor public void two(I_Result r) { r.r1 = p instanceof Pair(int a, int b) ? a : -1; }
  }

  @State
  @Expect(value = {"none", "one"}, because = "JLS 14.11: a switch over types is the program's own code")
  public static class PatternSwitch {
    sealed interface Shape permits None, One {}
    record None() implements Shape {}
    record One(int n) implements Shape {}
    volatile Shape s = new None();
    @Actor public void one() { s = new One(1); }
    @Actor public void two(org.openjdk.jcstress.infra.results.L_Result r) { r.r1 = switch (s) { case None n -> "none"; case One o -> "one"; }; }
  }

  @State
  @Expect(value = {"1", "2"}, races = Expect.Races.SOME, because = "List.reversed is a view (JDK 21)")
  public static class ReversedView {
    final java.util.List<Integer> l = new java.util.ArrayList<>(java.util.List.of(1));
    @Actor public void one() { l.set(0, 2); }
    @Actor public void two(I_Result r) { r.r1 = l.reversed().get(0); }
  }

  @State
  @Expect(value = {"0", "1"}, races = Expect.Races.SOME, because = "SequencedMap.firstEntry (JDK 21) reads the map")
  public static class FirstEntry {
    final java.util.LinkedHashMap<Integer, Integer> m = new java.util.LinkedHashMap<>();
    @Actor public void one() { m.put(1, 1); }
    @Actor public void two(I_Result r) { var e = m.firstEntry(); r.r1 = e == null ? 0 : e.getValue(); }
  }

  @State
  @Expect(value = {"0", "1"}, races = Expect.Races.SOME, mayAlso = {"*"}, because = "LinkedHashSet.addLast (JDK 21) writes the set")
  public static class SetAddsLast {
    final java.util.LinkedHashSet<Integer> s = new java.util.LinkedHashSet<>();
    @Actor public void one() { s.addLast(1); }
    @Actor public void two(I_Result r) { r.r1 = s.size(); }
  }

  @State
  @Expect(value = {"a", "aaa"}, races = Expect.Races.SOME, mayAlso = {"*"}, because = "StringBuilder.repeat (JDK 21) appends")
  public static class BuilderRepeats {
    final StringBuilder sb = new StringBuilder("a");
    @Actor public void one() { sb.repeat('a', 2); }
    @Actor public void two(org.openjdk.jcstress.infra.results.L_Result r) { r.r1 = sb.toString(); }
  }

  @State
  @Expect(value = {"a", "b"}, races = Expect.Races.SOME, because = "StringBuilder.repeat(CharSequence, int) (JDK 21) reads the sequence")
  public static class BuilderRepeatsBuffer {
    final StringBuilder sb = new StringBuilder("a");
    @Actor public void one() { sb.setCharAt(0, 'b'); }
    @Actor public void two(org.openjdk.jcstress.infra.results.L_Result r) { r.r1 = new StringBuilder().repeat(sb, 1).toString(); }
  }

  @State
  @Expect(value = {"1", "2"}, races = Expect.Races.SOME, because = "Stream.gather (JDK 24) hands its elements to the gatherer")
  public static class Gathers {
    final java.util.List<Integer> l = new java.util.ArrayList<>(java.util.List.of(1));
    @Actor public void one() { l.set(0, 2); }
    @Actor public void two(I_Result r) { r.r1 = l.stream().gather(java.util.stream.Gatherers.windowFixed(1)).findFirst().get().get(0); }
  }

  @State
  @Expect(value = {"0", "1"}, because = "switch over an enum's qualified constants is the program's own code (JDK 21)")
  public static class QualifiedConstants {
    enum E { A, B }
    volatile E e = E.A;
    @Actor public void one() { e = E.B; }
    @Actor public void two(I_Result r) { Object o = e; r.r1 = switch (o) { case E.A -> 0; case E.B -> 1; default -> 2; }; }
  }

  @State
  @Expect(value = {"0", "1", "2"}, because = "switch with guards: the guard reads (JDK 21)")
  public static class GuardReads {
    volatile int n;
    record P(int v) {}
    final Object o = new P(1);
    @Actor public void one() { n = 1; }
    @Actor public void two(I_Result r) { r.r1 = switch (o) { case P p when n == 1 -> 1; case P p when n == 0 -> 0; default -> 2; }; }
  }

  @State
  @Expect(value = "1", because = "Thread.Builder makes threads (JDK 21)")
  public static class PlatformBuilder {
    volatile int n;
    @Actor public void one(I_Result r) throws InterruptedException { Thread t = Thread.ofPlatform().name("x").unstarted(() -> n = 1); t.start(); t.join(); r.r1 = n; }
    @Actor public void two() {}
  }

  @State
  @Expect(value = "2", because = "Executors.newVirtualThreadPerTaskExecutor (JDK 21); ExecutorService.close waits")
  public static class VirtualExecutor {
    final AtomicInteger n = new AtomicInteger();
    @Actor public void one() { try (var e = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) { e.submit(n::incrementAndGet); } }
    @Actor public void two() { n.incrementAndGet(); }
    @Arbiter public void end(I_Result r) { r.r1 = n.get(); }
  }

  @State
  @Expect(value = {"true", "false"}, because = "Thread.isVirtual (JDK 21): nobody says what runs the actors")
  public static class VirtualActor {
    volatile int n;
    @Actor public void one() { n = 1; }
    @Actor public void two(org.openjdk.jcstress.infra.results.Z_Result r) { r.r1 = Thread.currentThread().isVirtual(); }
  }

  @State
  @Expect(value = "x", because = "ScopedValue: call returns what the task returns; the binding ends with it")
  public static class ScopedEnds {
    static final ScopedValue<String> V = ScopedValue.newInstance();
    volatile int n;
    @Actor public void one(org.openjdk.jcstress.infra.results.L_Result r) { ScopedValue.where(V, "x").run(() -> { n = 1; r.r1 = V.get(); }); }
    @Actor public void two() { n = V.isBound() ? 2 : 1; }
  }

  @State
  @Expect(value = {"3", "5"}, because = "Math.clamp (JDK 21) is pure")
  public static class Clamps {
    volatile int n = 3;
    @Actor public void one() { n = 7; }
    @Actor public void two(I_Result r) { r.r1 = Math.clamp(n, 0, 5); }
  }

  @State
  @Expect(value = {"a", "b"}, races = Expect.Races.SOME, because = "CharSequence.getChars (JDK 25) reads the sequence")
  public static class SequenceGetChars {
    final StringBuilder sb = new StringBuilder("a");
    @Actor public void one() { sb.setCharAt(0, 'b'); }
    @Actor public void two(org.openjdk.jcstress.infra.results.L_Result r) { char[] c = new char[1]; CharSequence s = sb; s.getChars(0, 1, c, 0); r.r1 = "" + c[0]; }
  }

  @State
  @Expect(value = {"1, 2", "2, 1"}, mayAlso = {"1, ArrayIndexOutOfBoundsException", "ArrayIndexOutOfBoundsException, 2", "2, ArrayIndexOutOfBoundsException", "ArrayIndexOutOfBoundsException, 1", "1, 1", "2, 2"}, because = "List.removeFirst: Vector inherits it, and asks isEmpty() first")
  public static class VectorRemoveFirst {
    final List<Integer> v = new Vector<>(List.of(1, 2));
    @Actor public void one(LL_Result r) { try { r.r1 = v.removeFirst(); } catch (RuntimeException e) { r.r1 = e.getClass().getSimpleName(); } }
    @Actor public void two(LL_Result r) { try { r.r2 = v.removeFirst(); } catch (RuntimeException e) { r.r2 = e.getClass().getSimpleName(); } }
  }

  @State
  @Expect(value = {"1, none", "none, 1", "1, outside", "outside, 1"}, because = "List.removeFirst: Vector inherits it, and asks isEmpty() first")
  public static class StackRemoveLast {
    final Stack<Integer> v = new Stack<>();
    { v.add(1); }
    Object take() { try { return v.removeLast(); } catch (NoSuchElementException e) { return "none"; } catch (IndexOutOfBoundsException e) { return "outside"; } }
    @Actor public void one(LL_Result r) { r.r1 = take(); }
    @Actor public void two(LL_Result r) { r.r2 = take(); }
  }

  @State
  @Expect(value = {"1, none", "none, 1", "1, 1"}, because = "SortedSet.removeFirst: calls first() and remove()")
  public static class SynchronizedSortedRemoveFirst {
    final SortedSet<Integer> s = Collections.synchronizedSortedSet(new TreeSet<>(Set.of(1)));
    Object take() { try { return s.removeFirst(); } catch (NoSuchElementException e) { return "none"; } }
    @Actor public void one(LL_Result r) { r.r1 = take(); }
    @Actor public void two(LL_Result r) { r.r2 = take(); }
  }

  @State
  @Expect(value = {"1, none", "none, 1"}, mustProve = true, because = "Collections.synchronizedList: serial access to the list")
  public static class SynchronizedListRemoveFirst {
    final List<Integer> s = Collections.synchronizedList(new ArrayList<>(List.of(1)));
    Object take() { try { return s.removeFirst(); } catch (NoSuchElementException e) { return "none"; } }
    @Actor public void one(LL_Result r) { r.r1 = take(); }
    @Actor public void two(LL_Result r) { r.r2 = take(); }
  }
}
