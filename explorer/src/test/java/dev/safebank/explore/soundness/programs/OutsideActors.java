package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Result;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.CI_Result;
import org.openjdk.jcstress.infra.results.DD_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * What the constructor of the state, the arbiter and the text of the result do, and what jcstress
 * makes of states and results.
 */
@SuppressWarnings({
  "all",
  "deprecation",
  "finally",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class OutsideActors {

  private OutsideActors() {}

  @State
  @Expect(value = "DEADLOCK|STUCK", because = "CountDownLatch.await waits")
  public static class ArbiterSwallows {
    final CountDownLatch l = new CountDownLatch(1);
    int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Arbiter
    public void end(I_Result r) {
      try {
        l.await();
        r.r1 = 1;
      } catch (Throwable t) {
        r.r1 = 7;
      }
    }
  }

  @State
  @Expect(value = "DEADLOCK|STUCK", because = "Semaphore.acquire waits")
  public static class ArbiterFinallyReturns {
    final Semaphore s = new Semaphore(0);
    int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = f();
    }

    int f() {
      try {
        s.acquireUninterruptibly();
        return 1;
      } finally {
        return 2;
      }
    }
  }

  @State
  @Expect(value = "DEADLOCK|STUCK", mayAlso = "*", because = "the constructor waits")
  public static class ConstructorSwallows {
    final Semaphore s = new Semaphore(0);
    int x;

    {
      try {
        s.acquire();
      } catch (Throwable t) {
        x = 5;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "DEADLOCK|STUCK"},
      because = "Object.wait in the arbiter: for ever, or until a spurious wake-up")
  public static class ArbiterWaitSwallows {
    int x;

    @Actor
    public void one() {
      x = 1;
    }

    @Arbiter
    public synchronized void end(I_Result r) {
      try {
        wait();
      } catch (Error t) {
        r.r1 = 7;
      } catch (InterruptedException e) {
        r.r1 = 8;
      }
    }
  }

  static class SlowInit {
    static int v;

    static {
      try {
        new Semaphore(0).acquire();
      } catch (Throwable t) {
        v = 3;
      }
    }
  }

  @State
  @Expect(value = "DEADLOCK|STUCK", because = "the initialiser waits for ever")
  public static class ArbiterInitSwallows {
    @Actor
    public void one() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = SlowInit.v;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "a comparator that waits, in the arbiter")
  public static class ArbiterComparatorWaits {
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one() {}

    @Arbiter
    public void end(I_Result r) {
      List<Integer> x = new ArrayList<>(List.of(2, 1));
      try {
        x.sort((a, b) -> {
          try {
            l.await();
          } catch (InterruptedException e) {
          }
          return a - b;
        });
        r.r1 = x.get(0);
      } catch (Throwable t) {
        r.r1 = 7;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "the arbiter catches all round a join")
  public static class ArbiterCatchesStart {
    volatile int n;

    @Actor
    public void one() {}

    @Arbiter
    public void end(I_Result r) {
      try {
        Thread t = new Thread(() -> n = 1);
        t.start();
        t.join();
        r.r1 = n;
      } catch (Throwable e) {
        r.r1 = 7;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "constructor starts and joins")
  public static class ConstructorCatchesStart {
    volatile int n;

    {
      try {
        Thread t = new Thread(() -> n = 1);
        t.start();
        t.join();
      } catch (Throwable e) {
        n = 7;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a pool in the constructor")
  public static class ConstructorCatchesPool {
    volatile int n;

    {
      try {
        ExecutorService e = Executors.newFixedThreadPool(1);
        e.submit(() -> n = 1).get();
        e.shutdown();
      } catch (Throwable e) {
        n = 7;
      }
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a pool in the arbiter")
  public static class ArbiterCatchesPool {
    volatile int n;

    @Actor
    public void one() {
      n = 0;
    }

    @Arbiter
    public void end(I_Result r) {
      try {
        ExecutorService e = Executors.newFixedThreadPool(1);
        e.submit(() -> n = 1).get();
        e.shutdown();
        r.r1 = n;
      } catch (Throwable e) {
        r.r1 = 7;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a pool in an actor: catch all")
  public static class ActorCatchesPool {
    volatile int n;

    @Actor
    public void one(I_Result r) {
      try {
        ExecutorService e = Executors.newFixedThreadPool(1);
        e.submit(() -> n = 1).get();
        e.shutdown();
        r.r1 = n;
      } catch (Throwable e) {
        r.r1 = 7;
      }
    }
  }

  static class PoolInit {
    static int v;

    static {
      try {
        v = ForkJoinPool.commonPool().submit(() -> 1).get();
      } catch (Throwable t) {
        v = 7;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a pool in an initialiser used by the arbiter")
  public static class InitCatchesPool {
    volatile int n;

    @Actor
    public void one() {
      n = 0;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = PoolInit.v;
    }
  }

  @State
  @Expect(
      value = {},
      mayAlso = "*",
      because = "the arbiter never ends")
  public static class EndlessArbiter {
    @Actor
    public void one() {}

    @Arbiter
    public void end(I_Result r) {
      while (true) {}
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "jcstress does not say which thread makes the state")
  public static class MakerIsActor {
    final Thread maker = Thread.currentThread();

    @Actor
    public void one(Z_Result r) {
      r.r1 = maker == Thread.currentThread();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "jcstress does not say which thread runs the arbiter")
  public static class ArbiterIsActor {
    Thread t;

    @Actor
    public void one() {
      t = Thread.currentThread();
    }

    @Arbiter
    public void end(Z_Result r) {
      r.r1 = t == Thread.currentThread();
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      because = "no word on which thread runs the arbiter")
  public static class ArbiterThreadLocal {
    final ThreadLocal<Integer> t = ThreadLocal.withInitial(() -> 0);

    @Actor
    public void one() {
      t.set(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = t.get();
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      because = "no word on which thread makes the state")
  public static class ConstructorThreadLocal {
    final ThreadLocal<Integer> t = ThreadLocal.withInitial(() -> 0);

    {
      t.set(1);
    }

    @Actor
    public void one(I_Result r) {
      r.r1 = t.get();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "no word on which thread runs the arbiter")
  public static class ArbiterInterrupted {
    @Actor
    public void one() {
      Thread.currentThread().interrupt();
    }

    @Arbiter
    public void end(Z_Result r) {
      r.r1 = Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "joined by the arbiter")
  public static class JoinedByArbiter {
    int n;
    Thread t;

    @Actor
    public void one() {
      t = new Thread(() -> n = 1);
      t.start();
    }

    @Arbiter
    public void end(I_Result r) throws InterruptedException {
      t.join();
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "the arbiter waits for a child")
  public static class ArbiterLatch {
    final CountDownLatch l = new CountDownLatch(1);
    volatile int n;

    @Actor
    public void one() {
      new Thread(() -> {
            n = 1;
            l.countDown();
            n = 2;
          })
          .start();
    }

    @Arbiter
    public void end(I_Result r) throws InterruptedException {
      l.await();
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "a daemon that outlives the actors")
  public static class Outlives {
    volatile int n;

    @Actor
    public void one() {
      Thread t = new Thread(() -> n = 1);
      t.setDaemon(true);
      t.start();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "ok", mayAlso = "*", because = "Object.toString: identity hash")
  public static class ResultIsObject {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Object();
    }
  }

  @State
  @Expect(value = "ok", mayAlso = "*", because = "identity hash")
  public static class ResultIsArray {
    @Actor
    public void one(L_Result r) {
      r.r1 = new int[] {1};
    }
  }

  @State
  @Expect(value = "ok", mayAlso = "*", because = "thread id")
  public static class ResultIsThread {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Thread("x");
    }
  }

  @State
  @Expect(value = "ok", mayAlso = "*", because = "name of class of lambda")
  public static class ResultIsLambda {
    @Actor
    public void one(L_Result r) {
      Runnable q = () -> {};
      r.r1 = q;
    }
  }

  @State
  @Expect(value = "[java.lang.ReentrantLock", mayAlso = "*", because = "identity")
  public static class ResultIsLock {
    @Actor
    public void one(L_Result r) {
      r.r1 = new ReentrantLock();
    }
  }

  @State
  @Expect(value = "ok", mayAlso = "*", because = "identity in a list")
  public static class ResultIsListOfObjects {
    @Actor
    public void one(L_Result r) {
      r.r1 = List.of(new Object());
    }
  }

  @State
  @Expect(value = "FAILED*", because = "the text of the result throws")
  public static class ResultTextThrows {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Object() {
        public String toString() {
          throw new IllegalStateException("x");
        }
      };
    }
  }

  @State
  @Expect(value = "ok", mayAlso = "*", because = "toString loops")
  public static class ResultTextLoops {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Object() {
        public String toString() {
          for (; ; )
            ;
        }
      };
    }
  }

  @State
  @Expect(
      value = "DEADLOCK|STUCK",
      because = "Semaphore.acquireUninterruptibly, in the text of the result")
  public static class ResultTextBlocks {
    static final Semaphore s = new Semaphore(0);

    @Actor
    public void one(L_Result r) {
      r.r1 = new Object() {
        public String toString() {
          s.acquireUninterruptibly();
          return "ok";
        }
      };
    }
  }

  @State
  @Expect(
      value = "ok",
      mayAlso = {"*"},
      because = "toString starts thread")
  public static class ResultTextStarts {
    @Actor
    public void one(L_Result r) {
      r.r1 = new Object() {
        public String toString() {
          Thread t = new Thread(() -> {});
          t.start();
          return "ok";
        }
      };
    }
  }

  @State
  @Expect(
      value = {"A1", "A2"},
      because = "toString reads state at the end",
      mayAlso = "A0",
      races = Expect.Races.EITHER)
  public static class ResultTextReads {
    volatile int x;

    @Actor
    public void one(L_Result r) {
      x = 1;
      r.r1 = new Object() {
        public String toString() {
          return "A" + x;
        }
      };
    }

    @Actor
    public void two() {
      x = 2;
    }
  }

  @State
  @Result
  @Expect(
      value = {},
      mayAlso = {"0", "1"},
      because =
          "jcstress: a class that is state and result is handed out as the state, and another object is the result")
  public static class OwnResult implements Serializable {
    public int r1;

    @Actor
    public void one(OwnResult r) {
      r.r1 = 1;
    }

    public String toString() {
      return "" + r1;
    }
  }

  public static class ResultHolder {
    @State
    @Result
    public static class S implements Serializable {
      public int r1;

      public String toString() {
        return "" + r1;
      }
    }
  }

  @Expect(
      value = {},
      mayAlso = {"0", "1"},
      because =
          "jcstress: a class that is state and result is handed out as the state, and another object is the result")
  public static class StateIsResult {
    @Actor
    public void one(ResultHolder.S r) {
      r.r1 = 1;
    }
  }

  public abstract static class BaseTest {
    int x;

    @Actor
    public void base() {
      x++;
    }
  }

  @State
  @Expect(
      value = "1",
      mayAlso = "2",
      races = Expect.Races.EITHER,
      because = "jcstress looks only into the class itself for actors")
  public static class InheritedActor extends BaseTest {
    @Actor
    public void one() {
      x++;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  public static class MyState extends BaseState {
    volatile int y;
  }

  @State
  public static class BaseState {
    volatile int v;
    int w;
  }

  @Expect(
      value = {"0, 0", "1, 1", "0, 1", "1, 0"},
      because = "JLS 17.4: inherited state")
  public static class InheritedState {
    @Actor
    public void one(MyState s) {
      s.v = 1;
      s.y = 1;
    }

    @Actor
    public void two(MyState s, II_Result r) {
      r.r1 = s.v;
      r.r2 = s.y;
    }
  }

  @Expect(
      value = {"0", "1"},
      because = "JLS 17.4: arguments in the other order")
  public static class ArgumentsSwapped {
    @Actor
    public void one(MyState s) {
      s.v = 1;
    }

    @Actor
    public void two(I_Result r, MyState s) {
      r.r1 = s.v;
    }
  }

  @State
  @Expect(
      value = "TERMINATED",
      mayAlso = "STALE",
      because = "termination mode",
      races = Expect.Races.EITHER)
  @JCStressTest(Mode.Termination)
  public static class Terminates {
    volatile boolean stop;

    @Actor
    public void one() {
      while (!stop)
        ;
    }

    @Signal
    public void two() {
      stop = true;
    }
  }

  @State
  @Expect(
      value = {"TERMINATED"},
      mayAlso = {"STALE"},
      because = "termination mode, plain",
      races = Expect.Races.SOME)
  @JCStressTest(Mode.Termination)
  public static class TerminatesPlain {
    boolean stop;

    @Actor
    public void one() {
      while (!stop)
        ;
    }

    @Signal
    public void two() {
      stop = true;
    }
  }

  @State
  @Expect(
      value = {"TERMINATED", "STALE"},
      because = "termination mode by interrupt: missed if wait begins later")
  @JCStressTest(Mode.Termination)
  public static class TerminatesWait {
    @Actor
    public void one() throws InterruptedException {
      synchronized (this) {
        wait();
      }
    }

    @Signal
    public void two() {
      synchronized (this) {
        notify();
      }
    }
  }

  @State
  @Expect(
      value = {"a, 1", "a, 2"},
      because = "CharResult")
  public static class CharAndByte {
    volatile byte b = 1;

    @Actor
    public void one(CI_Result r) {
      r.r1 = 'a';
      r.r2 = b;
    }

    @Actor
    public void two() {
      b = 2;
    }
  }

  @State
  @Expect(value = "0.5, -0.0", because = "text of doubles")
  public static class DoubleResults {
    @Actor
    public void one(DD_Result r) {
      r.r1 = .5;
      r.r2 = -0.0;
    }
  }

  @State
  @Expect(value = "null, null", because = "L result untouched")
  public static class NullResults {
    @Actor
    public void one(LL_Result r) {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "both write the result",
      races = Expect.Races.EITHER)
  public static class BothWriteResult {
    @Actor
    public void one(I_Result r) {
      r.r1 = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = 2;
    }
  }

  @State
  @Expect(
      value = {"3", "1", "2"},
      because = "both add to the result",
      races = Expect.Races.EITHER)
  public static class BothAddToResult {
    @Actor
    public void one(I_Result r) {
      r.r1 += 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 += 2;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "actor returns a value",
      mayBeRefused = true)
  public static class ActorReturns {
    int x;

    @Actor
    public int one() {
      x = 1;
      return 5;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "synchronized actors")
  public static class SynchronizedActors {
    int x;

    @Actor
    public synchronized void one(I_Result r) {
      x = 1;
    }

    @Actor
    public synchronized void two(I_Result r) {
      x = 2;
    }

    @Arbiter
    public synchronized void end(I_Result r) {
      r.r1 = x;
    }
  }
}
