package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

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
}
