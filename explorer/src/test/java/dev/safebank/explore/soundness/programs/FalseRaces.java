package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What happens-before orders is no race. */
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
public final class FalseRaces {

  private FalseRaces() {}

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 17.4.4: an interrupt synchronizes with its detection")
  public static class InterruptEdge {
    volatile Thread t;
    int x;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      if (Thread.interrupted()) {
        r.r1 = x;
      }
    }

    @Actor
    public void two() {
      x = 1;
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      mustProve = true,
      because = "JLS 17.4.4: a thread's last action synchronizes with isAlive() == false")
  public static class IsAliveEdge {
    int x;

    @Actor
    public void one(I_Result r) {
      Thread t = new Thread(() -> x = 1);
      t.start();
      r.r1 = t.isAlive() ? -1 : x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Collections.synchronizedList: thread-safe")
  public static class SynchronizedList {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two() {
      l.add(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Vector is synchronized")
  public static class AVector {
    final Vector<Integer> l = new Vector<>();

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two() {
      l.add(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 0"},
      mustProve = true,
      because = "Hashtable is synchronized")
  public static class AHashtable {
    final Hashtable<String, Integer> m = new Hashtable<>();

    @Actor
    public void one(II_Result r) {
      r.r1 = m.putIfAbsent("a", 1) == null ? 0 : 1;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = m.putIfAbsent("a", 1) == null ? 0 : 1;
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Collections.synchronizedMap: thread-safe")
  public static class SynchronizedMap {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two() {
      m.put("b", 1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = m.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "JLS 17.4.4: an interrupt synchronizes with whoever finds out by isInterrupted()")
  public static class IsInterruptedEdge {
    volatile Thread t;
    int x;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      if (Thread.currentThread().isInterrupted()) {
        r.r1 = x;
      }
    }

    @Actor
    public void two() {
      x = 1;
      Thread w = t;
      if (w != null) {
        w.interrupt();
      }
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because =
          "JLS 17.4.4: an interrupt synchronizes with the InterruptedException that it causes")
  public static class ExceptionEdge {
    volatile Thread t;
    int x;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      try {
        while (true) {
          Thread.sleep(1_000);
        }
      } catch (InterruptedException e) {
        r.r1 = x;
      }
    }

    @Actor
    public void two() {
      while (t == null) {
        Thread.onSpinWait();
      }
      x = 1;
      t.interrupt();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "JLS 17.4.4: an interrupt synchronizes with the exception that ends a wait")
  public static class WaitExceptionEdge {
    volatile Thread t;
    int x;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      synchronized (this) {
        try {
          while (true) {
            wait();
          }
        } catch (InterruptedException e) {
          r.r1 = x;
        }
      }
    }

    @Actor
    public void two() {
      while (t == null) {
        Thread.onSpinWait();
      }
      x = 1;
      t.interrupt();
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Collections.synchronizedSet: thread-safe")
  public static class SynchronizedSet {
    final Set<Integer> s = Collections.synchronizedSet(new HashSet<>());

    @Actor
    public void one() {
      s.add(1);
    }

    @Actor
    public void two() {
      s.add(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = s.size();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because =
          "Collections.synchronizedList: its monitor is the list's own: check and act under it")
  public static class ClientSideLocking {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

    void addOnce() {
      synchronized (l) {
        if (l.isEmpty()) {
          l.add(1);
        }
      }
    }

    @Actor
    public void one() {
      addOnce();
    }

    @Actor
    public void two() {
      addOnce();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "Collections.synchronizedList: iterated under its monitor")
  public static class IteratedUnderMonitor {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      synchronized (l) {
        for (int i : l) {
          r.r1 += i;
        }
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      mustProve = true,
      because = "Collections.synchronizedList: iterated without its monitor")
  public static class IteratedWithoutMonitor {
    final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      for (int i : l) {
        r.r1 += i;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Collections.synchronizedList: the list behind it is not safe")
  public static class BehindTheWrapper {
    final List<Integer> inner = new ArrayList<>();
    final List<Integer> l = Collections.synchronizedList(inner);

    @Actor
    public void one() {
      l.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = inner.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mustProve = true,
      because = "Vector: check and act are two calls")
  public static class VectorCheckThenAct {
    final Vector<Integer> v = new Vector<>();

    void addOnce() {
      if (v.isEmpty()) {
        v.add(1);
      }
    }

    @Actor
    public void one() {
      addOnce();
    }

    @Actor
    public void two() {
      addOnce();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = v.size();
    }
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Vector: synchronized on itself, so that its users can be, too")
  public static class VectorLocked {
    final Vector<Integer> v = new Vector<>();

    void addOnce() {
      synchronized (v) {
        if (v.isEmpty()) {
          v.add(1);
        }
      }
    }

    @Actor
    public void one() {
      addOnce();
    }

    @Actor
    public void two() {
      v.addElement(1);
      v.remove(0);
      addOnce();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = v.size();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "Stack, a Vector: pop is synchronized")
  public static class AStack {
    final Stack<Integer> s = new Stack<>();

    public AStack() {
      s.push(1);
      s.push(2);
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = s.pop();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = s.pop();
    }
  }

  @State
  @Expect(
      value = "1",
      because =
          "Collections.synchronizedMap.computeIfAbsent: under the monitor, the function included")
  public static class SynchronizedCompute {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());
    int calls;

    @Actor
    public void one() {
      m.computeIfAbsent("a", k -> ++calls);
    }

    @Actor
    public void two() {
      m.computeIfAbsent("a", k -> ++calls);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls;
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      mustProve = true,
      because =
          "java.util.concurrent: placing into a concurrent collection happens-before taking out")
  public static class QueueEdge {
    final Queue<int[]> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void one() {
      int[] a = new int[1];
      a[0] = 1;
      q.offer(a);
    }

    @Actor
    public void two(I_Result r) {
      int[] a = q.poll();
      r.r1 = a == null ? -1 : a[0];
    }
  }

  @State
  @Expect(
      value = {"-1", "1"},
      mustProve = true,
      because = "AtomicReference.set, get: as volatile")
  public static class ReferenceEdge {
    final AtomicReference<int[]> ref = new AtomicReference<>();

    @Actor
    public void one() {
      int[] a = new int[1];
      a[0] = 1;
      ref.set(a);
    }

    @Actor
    public void two(I_Result r) {
      int[] a = ref.get();
      r.r1 = a == null ? -1 : a[0];
    }
  }

  @State
  @Expect(
      value = "1, 2",
      mustProve = true,
      because = "JLS 17.6: adjacent elements, of bytes, too, do not interfere")
  public static class NeighbouringBytes {
    final byte[] b = new byte[2];

    @Actor
    public void one() {
      b[0] = 1;
    }

    @Actor
    public void two() {
      b[1] = 2;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = b[0];
      r.r2 = b[1];
    }
  }

  @State
  @Expect(
      value = "1, 2",
      mustProve = true,
      because = "JLS 17.6: fields of one object do not interfere")
  public static class NeighbouringFields {
    boolean a;
    byte b;

    @Actor
    public void one() {
      a = true;
    }

    @Actor
    public void two() {
      b = 2;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = a ? 1 : 0;
      r.r2 = b;
    }
  }

  @State
  @Expect(
      value = {"-1", "7"},
      mustProve = true,
      because = "JLS 17.4.5: happens-before is transitive, through a third actor")
  public static class Transitive {
    int x;
    volatile boolean a;
    volatile boolean b;

    @Actor
    public void one() {
      x = 7;
      a = true;
    }

    @Actor
    public void two() {
      if (a) {
        b = true;
      }
    }

    @Actor
    public void three(I_Result r) {
      r.r1 = b ? x : -1;
    }
  }

  @State
  @Expect(value = "3", mustProve = true, because = "Semaphore: release happens-before acquire")
  public static class SemaphoreEdge {
    final Semaphore s = new Semaphore(0);
    int x;

    @Actor
    public void one() {
      x = 3;
      s.release();
    }

    @Actor
    public void two(I_Result r) {
      s.acquireUninterruptibly();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "3"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "Semaphore with two permits excludes nobody")
  public static class TwoPermitsRace {
    final Semaphore s = new Semaphore(2);
    int x;

    @Actor
    public void one() {
      s.acquireUninterruptibly();
      x = 3;
      s.release();
    }

    @Actor
    public void two(I_Result r) {
      s.acquireUninterruptibly();
      r.r1 = x;
      s.release();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      mustProve = true,
      because = "StampedLock: unlockWrite happens-before a later readLock")
  public static class StampedEdge {
    final StampedLock l = new StampedLock();
    int x;

    @Actor
    public void one() {
      long s = l.writeLock();
      x = 1;
      l.unlockWrite(s);
    }

    @Actor
    public void two(I_Result r) {
      long s = l.readLock();
      r.r1 = x;
      l.unlockRead(s);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "ReentrantReadWriteLock: two who hold the read lock both write")
  public static class WriteUnderReadLock {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    int n;

    void inc() {
      rw.readLock().lock();
      n++;
      rw.readLock().unlock();
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
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "Lock.tryLock that fails orders nothing")
  public static class FailedTryLockIsNoEdge {
    final ReentrantLock l = new ReentrantLock();
    int x;

    @Actor
    public void one() {
      l.lock();
      x = 1;
      l.unlock();
    }

    @Actor
    public void two(I_Result r) {
      if (l.tryLock()) {
        r.r1 = x;
        l.unlock();
      } else {
        r.r1 = x;
      }
    }
  }
}
