package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Threads: properties that others set, before the start and after the end, actors as threads,
 * handlers, locals.
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
public final class ThreadShapes {

  private ThreadShapes() {}

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "Thread.setDaemon, isDaemon: a property of the thread that others may read")
  public static class DaemonByOther {
    final Thread t = new Thread(() -> {});

    @Actor
    public void one() {
      t.setDaemon(true);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = t.isDaemon();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "nobody says whether the threads of the actors are daemons")
  public static class DaemonOfActor {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = Thread.currentThread().isDaemon();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Thread: a new thread is a daemon if and only if the creating thread is one")
  public static class DaemonInherited {
    volatile int n;

    @Actor
    public void one(Z_Result r) {
      n = 1;
      r.r1 = new Thread(() -> {}).isDaemon();
    }

    @Actor
    public void two() {
      n = 2;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      because =
          "Thread.setUncaughtExceptionHandler: the one that is set when the thread dies is called")
  public static class HandlerSetLate {
    volatile int seen;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        throw new IllegalStateException("x");
      });
      t.setUncaughtExceptionHandler((w, e) -> {});
      t.start();
      t.setUncaughtExceptionHandler((w, e) -> seen = 1);
      t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      because = "Thread.setUncaughtExceptionHandler by another thread")
  public static class HandlerByOther {
    final AtomicInteger seen = new AtomicInteger();
    final Thread t = new Thread(() -> {
      throw new IllegalStateException("x");
    });

    @Actor
    public void one(I_Result r) throws InterruptedException {
      t.start();
      t.join();
      r.r1 = seen.get();
    }

    @Actor
    public void two() {
      t.setUncaughtExceptionHandler((w, e) -> seen.set(1));
    }
  }

  @State
  @Expect(
      value = {"true"},
      mayAlso = {"false"},
      because =
          "Thread.interrupt: a thread that is not alive need not remember it; OpenJDK 17 does")
  public static class InterruptBeforeStart {
    volatile boolean seen;

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      Thread t = new Thread(() -> seen = Thread.interrupted());
      t.interrupt();
      t.start();
      t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true"},
      mayAlso = {"false"},
      because = "Thread.isInterrupted after the end: OpenJDK 17 remembers an interrupt")
  public static class InterruptAfterEnd {
    @Actor
    public void one(Z_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {});
      t.start();
      t.join();
      t.interrupt();
      r.r1 = t.isInterrupted();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "LockSupport.unpark: no effect is guaranteed if the thread has not been started")
  public static class UnparkBeforeStart {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        LockSupport.park();
        x = 1;
      });
      LockSupport.unpark(t);
      t.start();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "LockSupport.parkNanos(0) does nothing: the permit stays")
  public static class ParkNanosZeroKeepsPermit {
    @Actor
    public void one(I_Result r) {
      LockSupport.unpark(Thread.currentThread());
      LockSupport.parkNanos(0);
      LockSupport.park();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "LockSupport: at most one permit")
  public static class PermitIsOne {
    @Actor
    public void one(I_Result r) {
      Thread me = Thread.currentThread();
      LockSupport.unpark(me);
      LockSupport.unpark(me);
      LockSupport.park();
      LockSupport.park();
      LockSupport.park();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"STUCK"},
      mayAlso = {"DEADLOCK"},
      because = "Thread.join waits for this thread to terminate")
  public static class JoinSelf {
    @Actor
    public void one() throws InterruptedException {
      Thread.currentThread().join();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mayAlso = {"DEADLOCK", "STUCK"},
      races = Expect.Races.EITHER,
      because =
          "Thread.join of an actor: it returns when the actor is over, if its thread ends at all")
  public static class JoinActor {
    volatile Thread t;
    int x;

    @Actor
    public void one() {
      t = Thread.currentThread();
      x = 1;
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      Thread w = t;
      if (w != null) {
        w.join();
        r.r1 = x;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Thread.join(millis): IllegalArgumentException if it is negative")
  public static class NegativeJoin {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      try {
        Thread.currentThread().join(-1);
      } catch (IllegalArgumentException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "Thread.sleep: IllegalArgumentException if the time is negative")
  public static class NegativeSleep {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      try {
        Thread.sleep(-1);
      } catch (IllegalArgumentException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "Thread.sleep(millis, nanos): IllegalArgumentException")
  public static class SleepNanosNegative {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      try {
        Thread.sleep(0, 1_000_000);
      } catch (IllegalArgumentException e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Thread.sleep orders nothing")
  public static class SleepIsAnywhere {
    volatile int x;

    @Actor
    public void one() throws InterruptedException {
      Thread.sleep(5);
      x = 1;
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      Thread.sleep(50);
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop that sleeps until a flag is set")
  public static class SleepingPoll {
    volatile boolean f;

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      while (!f) {
        Thread.sleep(1);
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop that yields until a flag is set")
  public static class YieldingPoll {
    volatile boolean f;

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!f) {
        Thread.yield();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop that ends when the thread is interrupted")
  public static class InterruptIsTheSignal {
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {
      while (t == null) {
        Thread.onSpinWait();
      }
      t.interrupt();
    }
  }

  @State
  @Expect(
      value = {"true, 0", "false, 1"},
      mayAlso = {"true, 1", "false, 0"},
      because = "Thread.join(millis): returns when the time is over, too")
  public static class JoinTimedThenAlive {
    volatile int x;

    @Actor
    public void one(ZI_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      t.join(1);
      r.r1 = t.isAlive();
      r.r2 = r.r1 ? 0 : x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      because = "ThreadLocal: each thread has its own copy")
  public static class TwoHandlersOneThread {
    final ThreadLocal<int[]> l = ThreadLocal.withInitial(() -> new int[1]);
    final AtomicInteger sum = new AtomicInteger();

    void inc() {
      l.get()[0]++;
      sum.addAndGet(l.get()[0]);
    }

    @Actor
    public void one() {
      inc();
    }

    @Actor
    public void two() {
      inc();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = sum.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "InheritableThreadLocal: the child gets the parent's value, the same object")
  public static class InheritsReference {
    final InheritableThreadLocal<AtomicInteger> l = new InheritableThreadLocal<>();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      AtomicInteger n = new AtomicInteger();
      l.set(n);
      Thread t = new Thread(() -> l.get().incrementAndGet());
      t.start();
      t.join();
      r.r1 = n.get();
    }

    @Actor
    public void two() {
      l.set(new AtomicInteger(5));
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "InheritableThreadLocal: the value is inherited when the child is created")
  public static class InheritsWhenMade {
    final InheritableThreadLocal<Integer> l = new InheritableThreadLocal<>();
    volatile int seen;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.set(1);
      Thread t = new Thread(() -> seen = l.get());
      l.set(2);
      t.start();
      t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "InheritableThreadLocal.childValue computes the child's value")
  public static class ChildValue {
    static class Own extends InheritableThreadLocal<Integer> {
      @Override
      protected Integer childValue(Integer v) {
        return v + 1;
      }
    }

    final Own l = new Own();
    volatile int seen;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.set(1);
      Thread t = new Thread(() -> seen = l.get());
      t.start();
      t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "ThreadLocal.initialValue is called at the first get")
  public static class InitialValueReads {
    volatile int n;
    final ThreadLocal<Integer> l = new ThreadLocal<>() {
      @Override
      protected Integer initialValue() {
        return n;
      }
    };

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mayAlso = {"0"},
      because = "Thread.start: IllegalThreadStateException if it was started already")
  public static class StartedByBoth {
    final AtomicInteger refused = new AtomicInteger();
    final Thread t = new Thread(() -> {});

    void go() {
      try {
        t.start();
      } catch (IllegalThreadStateException e) {
        refused.incrementAndGet();
      }
    }

    @Actor
    public void one() {
      go();
    }

    @Actor
    public void two() {
      go();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = refused.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a child that starts and joins a thread of its own")
  public static class ChildStartsSibling {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        Thread s = new Thread(n::incrementAndGet);
        s.start();
        try {
          s.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        n.incrementAndGet();
      });
      t.start();
      t.join();
      r.r1 = n.get();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mayAlso = {"0"},
      because = "a thread's own fields are shared")
  public static class ThreadInHierarchy {
    static class W extends Thread {
      int n;

      @Override
      public void run() {
        n = 1;
      }
    }

    final W w = new W();

    @Actor
    public void one(I_Result r) {
      w.start();
      w.n = 2;
      try {
        w.join();
      } catch (InterruptedException e) {
      }
      r.r1 = w.n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Thread(Runnable): run of the target")
  public static class RunnableThatIsThread {
    volatile int n;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread inner = new Thread(() -> n++);
      Thread t = new Thread(inner);
      t.start();
      t.join();
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"worker"},
      mustProve = true,
      because = "Thread(Runnable, String): the name given")
  public static class NamedThread {
    volatile String seen;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      Thread t = new Thread(() -> seen = Thread.currentThread().getName(), "worker");
      t.start();
      t.join();
      r.r1 = seen;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"true, false"},
      mustProve = true,
      because = "Thread.currentThread is one object for each thread")
  public static class SameThread {
    volatile Thread t;

    @Actor
    public void one(ZZ_Result r) {
      t = Thread.currentThread();
      r.r1 = Thread.currentThread() == Thread.currentThread();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = t == Thread.currentThread();
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "the names of classes made for lambdas are chance")
  public static class LambdaClassName {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      Runnable x = () -> {};
      r.r1 = x.getClass().getName().endsWith("a400") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"3", "4", "5"},
      mayAlso = {"*"},
      because =
          "Throwable.getStackTrace: a JVM may omit frames, and nobody says who calls an actor")
  public static class StackDepth {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = new Throwable().getStackTrace().length;
    }
  }

  @State
  @Expect(
      value = {"two"},
      mayAlso = {"*"},
      because = "Throwable.getStackTrace: the first element is the top, unless it is omitted")
  public static class StackTop {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new Throwable().getStackTrace()[0].getMethodName();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Class has the hash code of Object")
  public static class HashOfClass {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = String.class.hashCode() < Integer.class.hashCode();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Enum.hashCode is the identity hash code")
  public static class HashOfEnum {
    enum E {
      A,
      B
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = E.A.hashCode() < E.B.hashCode();
    }
  }

  @State
  @Expect(
      value = {"A", "B"},
      because = "HashSet of enum constants: in the order of identity hash codes")
  public static class OrderOfEnumKeys {
    enum E {
      A,
      B
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + new HashSet<>(List.of(E.A, E.B)).iterator().next();
    }
  }

  @State
  @Expect(
      value = {"A", "B"},
      because = "HashSet of records of enum constants: in the order of their hash codes")
  public static class OrderOfRecordKeys {
    enum E {
      A,
      B
    }

    record K(E e) {}

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 =
          "" + new HashSet<>(List.of(new K(E.A), new K(E.B))).iterator().next().e();
    }
  }

  @State
  @Expect(
      value = {"A", "B"},
      because = "HashMap of lists of enum constants: in the order of their hash codes")
  public static class OrderOfListKeys {
    enum E {
      A,
      B
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      Map<List<E>, Integer> m = new HashMap<>();
      m.put(List.of(E.A), 1);
      m.put(List.of(E.B), 2);
      r.r1 = "" + m.keySet().iterator().next().get(0);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Collectors.groupingBy makes a HashMap")
  public static class OrderOfGroups {
    enum E {
      A,
      B
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = ""
          + (Stream.of(E.A, E.B)
                  .collect(Collectors.groupingBy(e -> e))
                  .keySet()
                  .iterator()
                  .next()
              == E.A);
    }
  }

  @State
  @Expect(
      value = {"A", "B"},
      because = "Collectors.toSet makes a HashSet")
  public static class OrderOfStreamSet {
    enum E {
      A,
      B
    }

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + Stream.of(E.A, E.B).collect(Collectors.toSet()).iterator().next();
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "Object.toString names the identity hash code")
  public static class TextOfLambda {
    volatile int n;
    final Runnable x = () -> {};

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = ("" + x).endsWith("a400") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "the text of a list of arrays names identity hash codes")
  public static class TextOfArrayInList {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = List.of(new int[0]).toString().endsWith("1]") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "the text of a record names the identity hash code of its component")
  public static class TextOfRecordOfObject {
    record R(Object o) {}

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = new R(new Object()).toString().endsWith("1]") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "the text of an Optional names the identity hash code of its value")
  public static class TextOfOptional {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = Optional.of(new Object()).toString().endsWith("1]") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"yes", "no"},
      because = "Thread.toString names number, priority and group")
  public static class TextOfThread {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = ("" + Thread.currentThread()).contains("1") ? "no" : "yes";
    }
  }

  @State
  @Expect(
      value = {"java.lang.IllegalStateException: x0", "java.lang.IllegalStateException: x1"},
      mustProve = true,
      because = "Throwable.toString: name and message")
  public static class TextOfException {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + new IllegalStateException("x" + n);
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Thread has the hash code of Object")
  public static class HashOfThread {
    volatile Thread a;

    @Actor
    public void one() {
      a = Thread.currentThread();
    }

    @Actor
    public void two(Z_Result r) {
      Thread b = a;
      r.r1 = b != null && b.hashCode() < Thread.currentThread().hashCode();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "the hash code of a list of objects is chance")
  public static class HashOfList {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = List.of(new Object()).hashCode() < List.of(new Object()).hashCode();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "Arrays.hashCode asks the elements")
  public static class ArraysHash {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Arrays.hashCode(new Object[] {new Object()})
          < Arrays.hashCode(new Object[] {new Object()});
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "the hash code of a record is derived from its components")
  public static class RecordHash {
    record R(Object o) {}

    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = new R(new Object()).hashCode() < new R(new Object()).hashCode();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "the hash code of an Optional is its value's")
  public static class OptionalHash {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Optional.of(new Object()).hashCode() < Optional.of(new Object()).hashCode();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "the hash code of an entry is derived from key and value")
  public static class EntryHash {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = Map.entry(new Object(), 1).hashCode() < Map.entry(new Object(), 1).hashCode();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "System.nanoTime in a bounded loop of another's making")
  public static class Uninitialised {
    volatile int n;

    @Actor
    public void one() {
      n = 1;
    }

    @Actor
    public void two(I_Result r) {
      for (int i = 0; i < 3; i++) {
        r.r1 = n;
      }
    }
  }
}
