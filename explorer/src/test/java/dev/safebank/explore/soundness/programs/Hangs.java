package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Calls that block for real, and user code under monitors of the JDK: the exploration comes back.
 */
@SuppressWarnings({
  "all",
  "deprecation",
  "rawtypes",
  "removal",
  "static",
  "synchronization",
  "this-escape",
  "try",
  "unchecked"
})
public final class Hangs {

  private Hangs() {}

  @State
  @Expect(
      value = "1, 1",
      because = "CyclicBarrier.await: actions before it happen-before those after it")
  public static class Barrier {
    final CyclicBarrier b = new CyclicBarrier(2);
    int x;
    int y;

    @Actor
    public void one(II_Result r) throws Exception {
      x = 1;
      b.await();
      r.r1 = y;
    }

    @Actor
    public void two(II_Result r) throws Exception {
      y = 1;
      b.await();
      r.r2 = x;
    }
  }

  @State
  @Expect(
      value = "1, 1",
      because = "Phaser.arriveAndAwaitAdvance: actions before it happen-before those after it")
  public static class APhaser {
    final Phaser p = new Phaser(2);
    int x;
    int y;

    @Actor
    public void one(II_Result r) {
      x = 1;
      p.arriveAndAwaitAdvance();
      r.r1 = y;
    }

    @Actor
    public void two(II_Result r) {
      y = 1;
      p.arriveAndAwaitAdvance();
      r.r2 = x;
    }
  }

  @State
  @Expect(value = "2, 1", because = "Exchanger.exchange: each gets the other's")
  public static class AnExchanger {
    final Exchanger<Integer> e = new Exchanger<>();

    @Actor
    public void one(II_Result r) throws InterruptedException {
      r.r1 = e.exchange(1);
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      r.r2 = e.exchange(2);
    }
  }

  @State
  @Expect(value = "1", because = "BlockingQueue.take: waits for an element")
  public static class BlockingTake {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take();
    }
  }

  @State
  @Expect(
      value = "1",
      because =
          "BlockingQueue.take: waits for an element; as BlockingTake, in the other order of methods")
  public static class BlockingTakeFirst {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take();
    }

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "BlockingQueue.put: waits for space")
  public static class BlockingPut {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1, false, List.of(0));
    volatile int n;

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
      n = 1;
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      q.take();
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "1",
      because =
          "CompletableFuture.join: waits for completion; as Future1, in the other order of methods")
  public static class FutureJoinFirst {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void two(I_Result r) {
      r.r1 = f.join();
    }

    @Actor
    public void one() {
      f.complete(1);
    }
  }

  @State
  @Expect(value = "1", because = "CompletableFuture.get: waits for completion")
  public static class Future1 {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one() {
      f.complete(1);
    }

    @Actor
    public void two(I_Result r) throws Exception {
      r.r1 = f.get();
    }
  }

  @State
  @Expect(
      value = {"2, 0", "2, 1", "2, 2"},
      because = "Hashtable is synchronized; hashCode is called by the caller's thread")
  public static class HashtableSteps {
    volatile int n;
    final AtomicInteger seen = new AtomicInteger();

    class Key {
      final int k;

      Key(int k) {
        this.k = k;
      }

      @Override
      public int hashCode() {
        if (n == 1) {
          seen.incrementAndGet();
        }
        return k;
      }

      @Override
      public boolean equals(Object o) {
        return o instanceof Key && ((Key) o).k == k;
      }
    }

    final Map<Key, Integer> m = new Hashtable<>();

    @Actor
    public void one() {
      m.put(new Key(1), 1);
    }

    @Actor
    public void two() {
      m.put(new Key(2), 1);
    }

    @Actor
    public void three() {
      n = 1;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = m.size();
      r.r2 = seen.get();
    }
  }

  @State
  @Expect(
      value = {"0b", "1b", "b1"},
      mayAlso = "b0",
      because = "StringBuffer.append(Object): String.valueOf, then appended; serial with the other")
  public static class BufferAppendsShared {
    volatile int n;
    final StringBuffer sb = new StringBuffer();
    final Object shared = new Object() {
      @Override
      public String toString() {
        return String.valueOf(n);
      }
    };

    @Actor
    public void one() {
      sb.append(shared);
    }

    @Actor
    public void two() {
      n = 1;
      sb.append("b");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = sb.toString();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because =
          "ConcurrentHashMap.computeIfAbsent: the function is applied at most once, atomically")
  public static class ComputeStepsShared {
    volatile int n;
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> n);
    }

    @Actor
    public void two() {
      n = 1;
      m.computeIfAbsent("a", k -> n);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get("a");
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 8.9.3, 12.4: the enum's lock is made anew for every execution")
  public static class LockOfView {
    enum Locks {
      INSTANCE;
      final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
      final Lock write = rw.writeLock();
    }

    int n;

    @Actor
    public void one() {
      Locks.INSTANCE.write.lock();
      n++;
      Locks.INSTANCE.write.unlock();
    }

    @Actor
    public void two() {
      Locks.INSTANCE.write.lock();
      n++;
      Locks.INSTANCE.write.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "1", because = "SynchronousQueue.put, take: they meet")
  public static class Rendezvous {
    final SynchronousQueue<Integer> q = new SynchronousQueue<>();

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take();
    }
  }

  @State
  @Expect(value = "1", because = "LinkedTransferQueue.transfer: waits until it is received")
  public static class Transfer {
    final LinkedTransferQueue<Integer> q = new LinkedTransferQueue<>();

    @Actor
    public void one() throws InterruptedException {
      q.transfer(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take();
    }
  }

  @State
  @Expect(value = "1", because = "PriorityBlockingQueue.take: waits for an element")
  public static class PriorityTake {
    final PriorityBlockingQueue<Integer> q = new PriorityBlockingQueue<>();

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take();
    }

    @Actor
    public void one() {
      q.put(1);
    }
  }

  @State
  @Expect(
      value = "1",
      because = "BlockingDeque.takeLast, through the interface: waits for an element")
  public static class DequeTake {
    final BlockingDeque<Integer> q = new LinkedBlockingDeque<>();

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.takeLast();
    }

    @Actor
    public void one() {
      q.addFirst(1);
    }
  }

  @State
  @Expect(value = "1", because = "FutureTask.get: waits for run")
  public static class FutureTaskGet {
    final FutureTask<Integer> f = new FutureTask<>(() -> 1);

    @Actor
    public void two(I_Result r) throws Exception {
      r.r1 = f.get();
    }

    @Actor
    public void one() {
      f.run();
    }
  }

  @State
  @Expect(value = "3", because = "CompletableFuture.allOf, thenCombine, join")
  public static class Combined {
    final CompletableFuture<Integer> a = new CompletableFuture<>();
    final CompletableFuture<Integer> b = new CompletableFuture<>();

    @Actor
    public void three(I_Result r) {
      CompletableFuture.allOf(a, b).join();
      r.r1 = a.thenCombine(b, Integer::sum).join();
    }

    @Actor
    public void one() {
      a.complete(1);
    }

    @Actor
    public void two() {
      b.complete(2);
    }
  }

  @State
  @Expect(value = "STUCK", because = "BlockingQueue.take: nobody ever puts")
  public static class TakeForEver {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);

    @Actor
    public void one(I_Result r) throws InterruptedException {
      r.r1 = q.take();
    }

    @Actor
    public void two() {
      q.poll();
    }
  }

  @State
  @Expect(value = "STUCK", because = "CyclicBarrier.await: the third never comes")
  public static class BarrierForEver {
    final CyclicBarrier b = new CyclicBarrier(3);

    @Actor
    public void one() throws Exception {
      b.await();
    }

    @Actor
    public void two() throws Exception {
      b.await();
    }
  }

  @State
  @Expect(value = "STUCK", because = "ReferenceQueue.remove: nothing is ever enqueued")
  public static class ReferenceQueueForEver {
    final java.lang.ref.ReferenceQueue<Object> q = new java.lang.ref.ReferenceQueue<>();

    @Actor
    public void one() throws InterruptedException {
      q.remove();
    }

    @Actor
    public void two() {
      q.poll();
    }
  }

  @State
  @Expect(value = "STUCK", because = "PipedInputStream.read: nobody ever writes")
  public static class PipeForEver {
    final java.io.PipedInputStream in = new java.io.PipedInputStream();
    final java.io.PipedOutputStream out = new java.io.PipedOutputStream();

    @Actor
    public void one(I_Result r) throws java.io.IOException {
      in.connect(out);
      r.r1 = in.read();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Collections.synchronizedList.forEach: the action takes steps under the monitor")
  public static class ForEachUnderJdkMonitor {
    volatile int n;
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>(List.of(1)));

    @Actor
    public void one() {
      l.forEach(i -> n = n + 1);
    }

    @Actor
    public void two() {
      n = n + 1;
      l.size();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Vector.forEach: the action takes steps under the monitor")
  public static class VectorForEach {
    volatile int n;
    final Vector<Integer> v = new Vector<>(List.of(1));

    @Actor
    public void one() {
      v.forEach(i -> n = n + 1);
    }

    @Actor
    public void two() {
      n = n + 1;
      v.size();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "Hashtable.computeIfAbsent: the function takes steps under the monitor")
  public static class HashtableCompute {
    volatile int n;
    final Hashtable<String, Integer> m = new Hashtable<>();

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> n = n + 1);
    }

    @Actor
    public void two() {
      n = n + 1;
      m.get("a");
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"2", "DEADLOCK|STUCK"},
      mayAlso = "FAILED*",
      because =
          "ConcurrentHashMap.compute of two keys, each inside the other: documented as forbidden")
  public static class ComputeInCompute {
    final ConcurrentHashMap<Integer, Integer> m = new ConcurrentHashMap<>(Map.of(1, 0, 2, 0));
    volatile int n;

    void both(int a, int b) {
      m.compute(a, (k, v) -> {
        n = 1;
        m.compute(b, (k2, v2) -> v2 + 1);
        return v;
      });
    }

    @Actor
    public void one() {
      both(1, 2);
    }

    @Actor
    public void two() {
      both(2, 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.get(1) + m.get(2);
    }
  }

  @State
  @Expect(
      value = {"v0v", "v1v", "vv1"},
      mayAlso = "*",
      races = Expect.Races.EITHER,
      because =
          "PrintStream.print(Object): toString takes steps, perhaps under a lock of the stream's")
  public static class PrintsSteps {
    volatile int n;
    final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    final java.io.PrintStream out = new java.io.PrintStream(bytes, true);
    final Object shared = new Object() {
      @Override
      public String toString() {
        return "v" + n;
      }
    };

    @Actor
    public void one() {
      out.print(shared);
    }

    @Actor
    public void two() {
      n = 1;
      out.print("v");
    }

    @Arbiter
    public void end(L_Result r) {
      r.r1 = bytes.toString();
    }
  }

  @State
  @Expect(
      value = "STUCK",
      because = "JLS 14.21: an actor that loops for ever, without a step, never ends")
  public static class LoopsForEver {
    int n;

    @Actor
    public void one() {
      boolean on = true;
      int i = 0;
      while (on) {
        i++;
        on = i != -1 || i == -1;
      }
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(value = "1", because = "JVMS 6.3: a StackOverflowError, caught")
  public static class EndlessRecursion {
    volatile int n;

    int down(int i) {
      return down(i + 1) + 1;
    }

    @Actor
    public void one(I_Result r) {
      try {
        down(0);
      } catch (StackOverflowError e) {
        r.r1 = 1;
      }
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = "1",
      because = "an actor that catches Throwable in a loop must not catch the end of the execution")
  public static class CatchesThrowable {
    final ReentrantLock l = new ReentrantLock();
    volatile boolean flag;

    @Actor
    public void one(I_Result r) {
      while (r.r1 == 0) {
        try {
          l.lock();
          if (flag) {
            r.r1 = 1;
          }
          l.unlock();
        } catch (Throwable t) {
          r.r1 = 0;
        }
      }
    }

    @Actor
    public void two() {
      l.lock();
      flag = true;
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK", "2"},
      because = "JLS 17.1: finally blocks that take steps while a deadlocked execution is unwound")
  public static class StepsInFinally {
    final Lock a = new ReentrantLock();
    final Lock b = new ReentrantLock();
    volatile int n;

    void both(Lock x, Lock y) {
      x.lock();
      try {
        y.lock();
        try {
          n = n + 1;
        } finally {
          n = n + 0;
          y.unlock();
        }
      } finally {
        n = n + 0;
        x.unlock();
      }
    }

    @Actor
    public void one() {
      both(a, b);
    }

    @Actor
    public void two() {
      both(b, a);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = 2;
    }
  }
}
