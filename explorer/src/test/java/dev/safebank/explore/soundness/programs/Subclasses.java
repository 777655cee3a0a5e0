package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.ref.WeakReference;
import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Subclasses of JDK classes: the code that they inherit is the JDK's. */
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
public final class Subclasses {

  private Subclasses() {}

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "LinkedHashMap is not synchronized")
  public static class LruCache {
    final Map<String, Integer> m = new LinkedHashMap<>(16, .75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Integer> e) {
        return size() > 2;
      }
    };

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(m.get("a"));
    }
  }

  @State
  @Expect(
      value = "2",
      torn = {"1", "FAILED*"},
      races = Expect.Races.SOME,
      because = "HashMap is not synchronized")
  public static class SubclassOfHashMap {
    static class Registry extends HashMap<String, Integer> {}

    final Registry m = new Registry();

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

  static class AqsMutex {
    static class Sync extends AbstractQueuedSynchronizer {
      @Override
      protected boolean tryAcquire(int n) {
        return compareAndSetState(0, 1);
      }

      @Override
      protected boolean tryRelease(int n) {
        setState(0);
        return true;
      }
    }

    final Sync sync = new Sync();

    void lock() {
      sync.acquire(1);
    }

    void unlock() {
      sync.release(1);
    }

    boolean tryLock() {
      return sync.tryAcquire(1);
    }
  }

  @State
  @Expect(
      value = {"true, true", "true, false", "false, true"},
      because = "AbstractQueuedSynchronizer.compareAndSetState is atomic")
  public static class AqsTryLock {
    final AqsMutex l = new AqsMutex();

    boolean t() {
      boolean b = l.tryLock();
      if (b) {
        l.unlock();
      }
      return b;
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = t();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = t();
    }
  }

  @State
  @Expect(value = "2", because = "AbstractQueuedSynchronizer.acquire excludes")
  public static class AqsLock {
    final AqsMutex l = new AqsMutex();
    int n;

    @Actor
    public void one() {
      l.lock();
      n++;
      l.unlock();
    }

    @Actor
    public void two() {
      l.lock();
      n++;
      l.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "ForkJoinTask.fork: another thread may run it, unordered until join")
  public static class SubclassTask {
    int n;

    class Inc extends RecursiveAction {
      @Override
      protected void compute() {
        n++;
      }
    }

    @Actor
    public void one(I_Result r) {
      Inc t = new Inc();
      t.fork();
      n++;
      t.join();
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"0", "1", "2", "3"},
      because = "JLS 17.4.3: flag may be seen after any number of rounds")
  public static class SpinCountsInSubclass {
    volatile boolean flag;

    @Actor
    public void one(I_Result r) {
      List<Integer> rounds = new ArrayList<>() {};
      while (!flag) {
        rounds.add(1);
        Thread.onSpinWait();
      }
      r.r1 = Math.min(3, rounds.size());
    }

    @Actor
    public void two() {
      flag = true;
    }
  }

  @State
  @Expect(
      value = "2",
      torn = {"1", "FAILED*"},
      races = Expect.Races.SOME,
      because = "ArrayList is not synchronized, and super.add is its own")
  public static class CountingList {
    static class Counting extends ArrayList<Integer> {
      @Override
      public boolean add(Integer i) {
        return super.add(i);
      }
    }

    final List<Integer> l = new Counting();

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
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "ArrayDeque, inherited through two of the program's classes")
  public static class GrandChildOfDeque {
    static class Work extends ArrayDeque<Integer> {}

    static class More extends Work {
      int waiting() {
        return size();
      }
    }

    final More d = new More();

    @Actor
    public void one() {
      d.add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = d.waiting();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "TreeMap is not synchronized")
  public static class AnonymousTreeMap {
    final Map<String, Integer> m = new TreeMap<>() {};

    @Actor
    public void one() {
      m.put("a", 1);
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = String.valueOf(m.get("a"));
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Date is mutable and not synchronized")
  public static class SubclassOfDate {
    static class Stamp extends Date {
      Stamp() {
        super(0);
      }
    }

    final Stamp d = new Stamp();

    @Actor
    public void one() {
      d.setTime(1);
    }

    @Actor
    public void two(J_Result r) {
      r.r1 = d.getTime();
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "ReentrantLock, subclassed without an override")
  public static class NamedLock {
    static class Named extends ReentrantLock {
      final String name;

      Named(String name) {
        this.name = name;
      }
    }

    final Named l = new Named("l");
    int n;

    @Actor
    public void one() {
      l.lock();
      n++;
      l.unlock();
    }

    @Actor
    public void two() {
      l.lock();
      n++;
      l.unlock();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"true, true", "true, false", "false, true"},
      mustProve = true,
      because = "Semaphore, subclassed without an override")
  public static class NamedSemaphore {
    static class Named extends Semaphore {
      Named() {
        super(1);
      }
    }

    final Named s = new Named();

    boolean t() {
      boolean had = s.tryAcquire();
      if (had) {
        s.release();
      }
      return had;
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = t();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = t();
    }
  }

  @State
  @Expect(
      value = {"true, true", "true, false", "false, true"},
      because = "Semaphore.reducePermits, protected")
  public static class ReducedSemaphore {
    static class Reduced extends Semaphore {
      Reduced() {
        super(2);
      }

      void less() {
        reducePermits(1);
      }
    }

    final Reduced s = new Reduced();

    public ReducedSemaphore() {
      s.less();
    }

    boolean t() {
      boolean had = s.tryAcquire();
      if (had) {
        s.release();
      }
      return had;
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = t();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = t();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "AtomicInteger, subclassed: incrementAndGet is atomic")
  public static class SubclassOfAtomic {
    static class Counter extends AtomicInteger {
      int next() {
        return incrementAndGet();
      }
    }

    final Counter c = new Counter();

    @Actor
    public void one(II_Result r) {
      r.r1 = c.next();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = c.next();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "AtomicReference, subclassed: compareAndSet is atomic")
  public static class SubclassOfReference {
    static class Slot extends AtomicReference<String> {}

    final Slot s = new Slot();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = s.compareAndSet(null, "a");
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = s.compareAndSet(null, "b");
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "ConcurrentHashMap, subclassed: putIfAbsent is atomic")
  public static class SubclassOfConcurrentMap {
    static class Registry extends ConcurrentHashMap<String, Integer> {
      boolean claim(String s) {
        return putIfAbsent(s, 1) == null;
      }
    }

    final Registry m = new Registry();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = m.claim("a");
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = m.claim("a");
    }
  }

  @State
  @Expect(value = "2", because = "AbstractQueuedLongSynchronizer.acquire excludes")
  public static class AqlsLock {
    static class Sync extends AbstractQueuedLongSynchronizer {
      @Override
      protected boolean tryAcquire(long n) {
        return compareAndSetState(0, 1);
      }

      @Override
      protected boolean tryRelease(long n) {
        setState(0);
        return true;
      }
    }

    final Sync sync = new Sync();
    int n;

    @Actor
    public void one() {
      sync.acquire(1);
      n++;
      sync.release(1);
    }

    @Actor
    public void two() {
      sync.acquire(1);
      n++;
      sync.release(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "1",
      because = "AbstractQueuedSynchronizer.acquireShared: the boolean latch of its Javadoc")
  public static class AqsLatch {
    static class Sync extends AbstractQueuedSynchronizer {
      @Override
      protected int tryAcquireShared(int n) {
        return getState() != 0 ? 1 : -1;
      }

      @Override
      protected boolean tryReleaseShared(int n) {
        setState(1);
        return true;
      }
    }

    final Sync sync = new Sync();
    int x;

    @Actor
    public void waiter(I_Result r) {
      sync.acquireShared(1);
      r.r1 = x;
    }

    @Actor
    public void signaller() {
      x = 1;
      sync.releaseShared(1);
    }
  }

  @State
  @Expect(
      value = {"false", "true"},
      because = "AbstractQueuedSynchronizer.tryAcquireNanos: false if the time is up")
  public static class AqsTimed {
    final AqsMutex l = new AqsMutex();

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      r.r1 = l.sync.tryAcquireNanos(1, 1_000_000);
      if (r.r1) {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "RecursiveTask.compute, run by whoever")
  public static class ATask {
    int n;

    class Inc extends RecursiveTask<Integer> {
      @Override
      protected Integer compute() {
        return ++n;
      }
    }

    @Actor
    public void one(I_Result r) {
      Inc t = new Inc();
      t.fork();
      n++;
      r.r1 = Math.max(t.join(), n);
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1, 1",
      because = "FutureTask.run, get; done is called before get returns to others, or after")
  public static class AFutureTask {
    volatile int done;
    volatile int x;
    final FutureTask<Integer> f =
        new FutureTask<>(() -> {
          x = 1;
          return 1;
        }) {
          @Override
          protected void done() {
            done = 1;
          }
        };

    @Actor
    public void one() {
      f.run();
    }

    @Actor
    public void two(II_Result r) throws Exception {
      r.r1 = f.get();
      r.r2 = x;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "FutureTask.isDone, polled")
  public static class FutureTaskPolled {
    int x;
    final FutureTask<Integer> f = new FutureTask<>(() -> x = 1);

    @Actor
    public void one() {
      f.run();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      r.r1 = f.isDone() ? f.get() : 0;
    }
  }

  @State
  @Expect(
      value = {"5, 6", "6, 5"},
      because = "Random.next, overridden, is what nextInt calls")
  public static class SubclassOfRandom {
    static class Scripted extends Random {
      final AtomicInteger n = new AtomicInteger(5);

      @Override
      protected int next(int bits) {
        return n == null ? 0 : n.getAndIncrement();
      }
    }

    final Random random = new Scripted();

    @Actor
    public void one(II_Result r) {
      r.r1 = random.nextInt();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = random.nextInt();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "1, 1", "2, 1"},
      races = Expect.Races.SOME,
      because = "InputStream.read, of the program's own, without a lock")
  public static class OwnInputStream {
    static class Numbers extends java.io.InputStream {
      int n;

      @Override
      public int read() {
        return ++n;
      }
    }

    final java.io.InputStream in = new Numbers();

    @Actor
    public void one(II_Result r) throws java.io.IOException {
      r.r1 = in.read();
    }

    @Actor
    public void two(II_Result r) throws java.io.IOException {
      r.r2 = in.read();
    }
  }

  @State
  @Expect(
      value = {"1, 2", "1, 1", "2, 1"},
      races = Expect.Races.SOME,
      because = "InputStream.read(byte[]), inherited, calls read of the program's own")
  public static class InheritedRead {
    static class Numbers extends java.io.InputStream {
      int n;

      @Override
      public int read() {
        return ++n;
      }
    }

    final java.io.InputStream in = new Numbers();

    int read() throws java.io.IOException {
      byte[] b = new byte[1];
      in.read(b);
      return b[0];
    }

    @Actor
    public void one(II_Result r) throws java.io.IOException {
      r.r1 = read();
    }

    @Actor
    public void two(II_Result r) throws java.io.IOException {
      r.r2 = read();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      mustProve = true,
      because = "a field of the program's own exception, shared")
  public static class ExceptionWithState {
    static class Failure extends RuntimeException {
      int code;
    }

    final Failure f = new Failure();

    @Actor
    public void one() {
      f.code = 1;
    }

    @Actor
    public void two(I_Result r) {
      try {
        throw f;
      } catch (Failure e) {
        r.r1 = e.code;
      }
    }
  }

  @State
  @Expect(value = "2", mustProve = true, because = "Lock, implemented by the program")
  public static class OwnLock {
    static class SpinLock implements Lock {
      final AtomicBoolean held = new AtomicBoolean();

      @Override
      public void lock() {
        while (!held.compareAndSet(false, true)) {
          Thread.onSpinWait();
        }
      }

      @Override
      public void unlock() {
        held.set(false);
      }

      @Override
      public boolean tryLock() {
        return held.compareAndSet(false, true);
      }

      @Override
      public boolean tryLock(long time, TimeUnit unit) {
        return tryLock();
      }

      @Override
      public void lockInterruptibly() {
        lock();
      }

      @Override
      public Condition newCondition() {
        throw new UnsupportedOperationException();
      }
    }

    final Lock l = new SpinLock();
    int n;

    @Actor
    public void one() {
      l.lock();
      try {
        n++;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        n++;
      } finally {
        l.unlock();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "AbstractCollection.addAll, inherited, calls add of the program's own")
  public static class OwnCollection {
    static class Bag extends AbstractCollection<Integer> {
      int n;

      @Override
      public boolean add(Integer i) {
        n++;
        return true;
      }

      @Override
      public int size() {
        return n;
      }

      @Override
      public Iterator<Integer> iterator() {
        return Collections.nCopies(n, 1).iterator();
      }
    }

    final Bag b = new Bag();

    @Actor
    public void one() {
      b.addAll(List.of(1));
    }

    @Actor
    public void two() {
      b.add(1);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = b.size();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "WeakReference, subclassed: its own field is a field as any")
  public static class SubclassOfWeakReference {
    static class Ref extends WeakReference<Object> {
      int n;

      Ref(Object o) {
        super(o);
      }
    }

    final Object o = new Object();
    final Ref ref = new Ref(o);

    @Actor
    public void one() {
      ref.n = 1;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = ref.n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because =
          "CompletableFuture, subclassed: thenApply calls the function in whoever completes it")
  public static class SubclassOfFuture {
    static class Mine<T> extends CompletableFuture<T> {}

    final CompletableFuture<Integer> f = new Mine<>();
    volatile int x;

    @Actor
    public void one() {
      x = 1;
      f.complete(0);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = f.thenApply(i -> i + x).join();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "LinkedBlockingQueue, subclassed")
  public static class SubclassOfBlockingQueue {
    static class Inbox extends LinkedBlockingQueue<Integer> {}

    final Inbox q = new Inbox();

    @Actor
    public void one() {
      q.offer(1);
    }

    @Actor
    public void two(I_Result r) {
      Integer i = q.poll();
      r.r1 = i == null ? 0 : i;
    }
  }
}
