package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Loops that wait, and loops that only look as if they did. */
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
public final class SpinShapes {

  private SpinShapes() {}

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop until a reference is there")
  public static class WhileNull {
    final AtomicReference<Integer> ref = new AtomicReference<>();

    @Actor
    public void one() {
      ref.set(1);
    }

    @Actor
    public void two(I_Result r) {
      Integer v;
      while ((v = ref.get()) == null) {}
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a loop of compareAndSet")
  public static class DoWhileCas {
    final AtomicInteger n = new AtomicInteger();

    void inc() {
      int v;
      do {
        v = n.get();
      } while (!n.compareAndSet(v, v + 1));
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
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "Treiber's stack")
  public static class CasStack {
    record Node(int v, Node next) {}

    final AtomicReference<Node> top = new AtomicReference<>();

    void push(int v) {
      Node old;
      do {
        old = top.get();
      } while (!top.compareAndSet(old, new Node(v, old)));
    }

    @Actor
    public void one() {
      push(1);
    }

    @Actor
    public void two() {
      push(2);
    }

    @Arbiter
    public void end(I_Result r) {
      int k = 0;
      for (Node x = top.get(); x != null; x = x.next()) {
        k++;
      }
      r.r1 = k;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "a test-and-set lock")
  public static class SpinLock {
    final AtomicBoolean held = new AtomicBoolean();
    int n;

    void inc() {
      while (!held.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
      n++;
      held.set(false);
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
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      mustProve = true,
      because = "a bounded number of attempts")
  public static class GiveUpAfterThree {
    volatile boolean f;

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      for (int i = 0; i < 3; i++) {
        if (f) {
          r.r1 = 1;
          break;
        }
        Thread.yield();
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "waiting by recursion")
  public static class RecursiveWait {
    volatile boolean f;

    void until() {
      if (!f) {
        until();
      }
    }

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      until();
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop that tries again after an exception")
  public static class RetryOnException {
    volatile boolean f;

    int value() {
      if (!f) {
        throw new IllegalStateException();
      }
      return 1;
    }

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      while (true) {
        try {
          r.r1 = value();
          break;
        } catch (IllegalStateException e) {
          Thread.onSpinWait();
        }
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop until a queue has something")
  public static class PollQueue {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      Integer v;
      while ((v = q.poll()) == null) {
        Thread.onSpinWait();
      }
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop until a map has a key")
  public static class PollMap {
    final Map<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(I_Result r) {
      Integer v;
      while ((v = m.get("a")) == null) {
        Thread.onSpinWait();
      }
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop that looks under a lock")
  public static class PollUnderLock {
    final Lock l = new ReentrantLock();
    int x;

    @Actor
    public void one() {
      l.lock();
      x = 1;
      l.unlock();
    }

    @Actor
    public void two(I_Result r) {
      int v = 0;
      while (v == 0) {
        l.lock();
        v = x;
        l.unlock();
      }
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop that looks under a monitor")
  public static class PollUnderMonitor {
    int x;

    synchronized int x() {
      return x;
    }

    @Actor
    public void one() {
      synchronized (this) {
        x = 1;
      }
    }

    @Actor
    public void two(I_Result r) {
      while (x() == 0) {
        Thread.onSpinWait();
      }
      r.r1 = x();
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop on two flags")
  public static class PollTwoFlags {
    volatile boolean f, g;

    @Actor
    public void one() {
      f = true;
      g = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!(f && g)) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "two that wait for each other in turn")
  public static class PingPong {
    volatile int turn;

    @Actor
    public void one() {
      turn = 1;
      while (turn != 2) {
        Thread.onSpinWait();
      }
    }

    @Actor
    public void two(I_Result r) {
      while (turn != 1) {
        Thread.onSpinWait();
      }
      turn = 2;
      r.r1 = turn;
    }
  }

  @State
  @Expect(
      value = {"STUCK"},
      because = "a loop that nobody ends")
  public static class NeverSet {
    volatile boolean f;

    @Actor
    public void one(I_Result r) {
      while (!f) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      races = Expect.Races.SOME,
      mayAlso = {"STUCK"},
      because = "a loop on a plain field races")
  public static class PlainFlag {
    boolean f;

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!f) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop on an element of an atomic array")
  public static class SpinOnArrayElement {
    final AtomicIntegerArray a = new AtomicIntegerArray(2);

    @Actor
    public void one() {
      a.set(1, 1);
    }

    @Actor
    public void two(I_Result r) {
      while (a.get(1) == 0) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop through two calls")
  public static class SpinThroughGetter {
    private volatile boolean f;

    boolean isSet() {
      return f;
    }

    boolean ready() {
      return isSet();
    }

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!ready()) {
        Thread.onSpinWait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop that parks for a while")
  public static class SpinWithParkNanos {
    volatile boolean f;

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!f) {
        LockSupport.parkNanos(1000);
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop that waits for a while")
  public static class SpinWithTimedWait {
    boolean f;

    @Actor
    public void one() {
      synchronized (this) {
        f = true;
      }
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      synchronized (this) {
        while (!f) {
          wait(10);
        }
        r.r1 = 1;
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop of timed polls")
  public static class SpinWithTimedPoll {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      Integer v = null;
      while (v == null) {
        v = q.poll(1, TimeUnit.MILLISECONDS);
      }
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "a loop of timed awaits")
  public static class SpinWithTimedLatch {
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one() {
      l.countDown();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      while (!l.await(1, TimeUnit.MILLISECONDS)) {}
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      mayAlso = {"*"},
      because = "a loop that counts its rounds shows any number")
  public static class SpinCounts {
    volatile boolean f;

    @Actor
    public void one() {
      f = true;
    }

    @Actor
    public void two(I_Result r) {
      while (!f) {
        r.r1++;
      }
    }
  }

  @State
  @Expect(
      value = {"4950"},
      mustProve = true,
      because = "a loop over locals is no spin")
  public static class SumLoop {
    volatile int n;

    @Actor
    public void one() {
      int s = 0;
      for (int i = 0; i < 100; i++) {
        s += i;
      }
      n = s;
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"9"},
      mustProve = true,
      because = "loops over a grid that nobody shares")
  public static class NestedLoops {
    volatile int n;

    @Actor
    public void one() {
      int[][] g = new int[3][3];
      int s = 0;
      for (int[] row : g) {
        for (int j = 0; j < row.length; j++) {
          row[j]++;
          s += row[j];
        }
      }
      n = s;
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"3", "6"},
      mustProve = true,
      mayAlso = {"4", "5"},
      because = "a bounded loop of atomic additions")
  public static class WriteInLoop {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      for (int i = 0; i < 3; i++) {
        n.incrementAndGet();
      }
    }

    @Actor
    public void two(I_Result r) {
      for (int i = 0; i < 3; i++) {
        r.r1 = n.incrementAndGet();
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop until a synchronized list has an element")
  public static class LoopUntilListFull {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      while (l.isEmpty()) {
        Thread.onSpinWait();
      }
      r.r1 = l.get(0);
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 1"},
      because = "a sequence lock over volatiles")
  public static class SequenceLock {
    volatile int seq, a, b;

    @Actor
    public void one() {
      seq = 1;
      a = 1;
      b = 1;
      seq = 2;
    }

    @Actor
    public void two(II_Result r) {
      int s;
      do {
        s = seq;
        r.r1 = a;
        r.r2 = b;
      } while (s % 2 == 1 || s != seq);
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Dekker's flags with volatiles: not both")
  public static class Dekker {
    volatile boolean x, y;
    final AtomicInteger in = new AtomicInteger();

    @Actor
    public void one() {
      x = true;
      if (!y) {
        in.incrementAndGet();
      }
    }

    @Actor
    public void two() {
      y = true;
      if (!x) {
        in.incrementAndGet();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = in.get() == 2 ? 2 : 1;
    }
  }

  @State
  @Expect(
      value = {"2"},
      because = "Lamport's bakery")
  public static class BakeryOfTwo {
    volatile boolean c0, c1;
    volatile int n0, n1;
    int x;

    @Actor
    public void one() {
      c0 = true;
      n0 = n1 + 1;
      c0 = false;
      while (c1) {
        Thread.onSpinWait();
      }
      while (n1 != 0 && n1 < n0) {
        Thread.onSpinWait();
      }
      x++;
      n0 = 0;
    }

    @Actor
    public void two() {
      c1 = true;
      n1 = n0 + 1;
      c1 = false;
      while (c0) {
        Thread.onSpinWait();
      }
      while (n0 != 0 && n0 <= n1) {
        Thread.onSpinWait();
      }
      x++;
      n1 = 0;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop that iterates a copy-on-write list until it finds something")
  public static class IteratorSpin {
    final List<Integer> l = new CopyOnWriteArrayList<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      while (r.r1 == 0) {
        for (int i : l) {
          r.r1 = i;
        }
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "a loop that goes back to its start")
  public static class LabelledRetry {
    volatile int v;

    @Actor
    public void one() {
      v = 1;
    }

    @Actor
    public void two(I_Result r) {
      retry:
      while (true) {
        for (int i = 0; i < 2; i++) {
          if (v == 0) {
            continue retry;
          }
        }
        r.r1 = v;
        break;
      }
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "LockSupport.park may return for no reason: the queue is looked at again")
  public static class PollThenPark {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) {
      Integer v;
      while ((v = q.poll()) == null) {
        LockSupport.park();
      }
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "LockSupport.park may return for no reason: the latch is looked at again")
  public static class LatchThenPark {
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one() {
      l.countDown();
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      while (!l.await(1, TimeUnit.MILLISECONDS)) {
        LockSupport.park();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "Condition.await may return for no reason: the queue is looked at again")
  public static class PollThenAwait {
    final Queue<Integer> q = new ConcurrentLinkedQueue<>();
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      Integer v;
      l.lock();
      while ((v = q.poll()) == null) {
        c.await();
      }
      l.unlock();
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"1", "STUCK"},
      because = "LockSupport.park may return for no reason: the queue is looked at again")
  public static class TimedPollThenPark {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void one() {
      q.add(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      Integer v;
      while ((v = q.poll(1, TimeUnit.MILLISECONDS)) == null) {
        LockSupport.park();
      }
      r.r1 = v;
    }
  }
}
