package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Locks, threads, initialisers and variables, in other guises than those of the other groups. */
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
public final class MoreSynchronizers {

  private MoreSynchronizers() {}

  @State
  @Expect(
      value = {"1, 0", "0, 1"},
      because =
          "ReentrantReadWriteLock: a writer may take the read lock and then let go of the write lock")
  public static class DowngradeHoldsWritersUp {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    int x;

    @Actor
    public void one(II_Result r) {
      l.writeLock().lock();
      x++;
      r.r1 = x == 1 ? 1 : 0;
      l.readLock().lock();
      l.writeLock().unlock();
      r.r1 = x == r.r1 ? r.r1 : x == 2 ? 0 : 9;
      l.readLock().unlock();
    }

    @Actor
    public void two(II_Result r) {
      l.writeLock().lock();
      x++;
      r.r2 = x == 1 ? 1 : 0;
      l.writeLock().unlock();
    }
  }

  @State
  @Expect(
      value = "STUCK",
      mayAlso = "DEADLOCK",
      because = "ReentrantReadWriteLock: a reader that asks for the write lock never gets it")
  public static class UpgradeNeverComes {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

    @Actor
    public void one(I_Result r) {
      l.readLock().lock();
      l.writeLock().lock();
      r.r1 = 1;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"timeout 0", "timeout 1", "signalled 1", "done"},
      mayAlso = "signalled 0",
      because = "Condition.awaitNanos: a timeout that comes while the lock is held")
  public static class AwaitNanosLeft {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    int x;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.lock();
      try {
        if (x == 1) {
          r.r1 = "done";
        } else {
          r.r1 = (c.awaitNanos(1000) > 0 ? "signalled " : "timeout ") + x;
        }
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      x = 1;
      c.signal();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"true, 1", "false, 0", "false, 1"},
      because = "CountDownLatch.await with a timeout: false once the time has elapsed")
  public static class LatchTimesOut {
    final CountDownLatch l = new CountDownLatch(1);
    volatile int x;

    @Actor
    public void one(ZI_Result r) throws InterruptedException {
      r.r1 = l.await(1, TimeUnit.MILLISECONDS);
      r.r2 = x;
    }

    @Actor
    public void two() {
      x = 1;
      l.countDown();
    }
  }

  @State
  @Expect(
      value = "true",
      because = "Semaphore.acquireUninterruptibly: the thread still waits, and returns interrupted")
  public static class SemaphoreInterruptedStays {
    final Semaphore s = new Semaphore(0);

    @Actor
    public void one(Z_Result r) {
      Thread.currentThread().interrupt();
      s.acquireUninterruptibly();
      r.r1 = Thread.interrupted();
    }

    @Actor
    public void two() {
      s.release();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "LockSupport.parkNanos returns after the time, or for no reason")
  public static class ParkNanosReturns {
    volatile int x;
    volatile Thread t;

    @Actor
    public void one(I_Result r) {
      t = Thread.currentThread();
      LockSupport.parkNanos(this, 1000);
      r.r1 = x;
    }

    @Actor
    public void two() {
      x = 1;
      LockSupport.unpark(t);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "StampedLock.asWriteLock is the same lock")
  public static class StampedViewAndLock {
    final StampedLock l = new StampedLock();
    int x;

    @Actor
    public void one(I_Result r) {
      Lock w = l.asWriteLock();
      w.lock();
      r.r1 = ++x;
      w.unlock();
    }

    @Actor
    public void two() {
      long s = l.writeLock();
      x++;
      l.unlockWrite(s);
    }
  }

  @State
  @Expect(
      value = {"0", "1", "2"},
      because = "StampedLock.tryConvertToWriteLock: zero while others read")
  public static class StampedConvertTwice {
    final StampedLock l = new StampedLock();
    final AtomicInteger n = new AtomicInteger();

    void go() {
      long s = l.readLock();
      long w = l.tryConvertToWriteLock(s);
      if (w != 0) {
        n.incrementAndGet();
        l.unlockWrite(w);
      } else {
        l.unlockRead(s);
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
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "2"},
      because = "locks as values of a map, taken in two orders")
  public static class NestedLocksInMap {
    final Map<String, Object> m = Map.of("a", new Object(), "b", new Object());
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      synchronized (m.get("a")) {
        synchronized (m.get("b")) {
          n.incrementAndGet();
        }
      }
    }

    @Actor
    public void two() {
      synchronized (m.get("b")) {
        synchronized (m.get("a")) {
          n.incrementAndGet();
        }
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "2"},
      because = "locks in an array of arrays, taken in two orders")
  public static class LocksInArrayOfArrays {
    final Lock[][] m = {{new ReentrantLock()}, {new ReentrantLock()}};
    final AtomicInteger n = new AtomicInteger();

    void both(int i, int j) {
      m[i][0].lock();
      m[j][0].lock();
      n.incrementAndGet();
      m[j][0].unlock();
      m[i][0].unlock();
    }

    @Actor
    public void one() {
      both(0, 1);
    }

    @Actor
    public void two() {
      both(1, 0);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.SOME,
      because = "JLS 17.4.1: the elements of the inner array are shared")
  public static class RowsOfMatrix {
    final int[][] m = new int[2][2];

    @Actor
    public void one() {
      m[1][0] = 5;
    }

    @Actor
    public void two(I_Result r) {
      int[] row = m[1];
      r.r1 = row[0];
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "a record is shallowly immutable")
  public static class RecordHoldsList {
    record Box(List<Integer> l) {}

    final Box box = new Box(new ArrayList<>());

    @Actor
    public void one() {
      box.l().add(1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = box.l().size();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      races = Expect.Races.SOME,
      because = "a record equals another if their lists are equal")
  public static class RecordsEqual {
    record Box(List<Integer> l) {}

    final Box box = new Box(new ArrayList<>()), other = new Box(List.of());

    @Actor
    public void one() {
      box.l().add(1);
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = box.equals(other);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a captured array is shared")
  public static class LambdaHoldsCounter {
    final Supplier<Integer> next = counter();

    static Supplier<Integer> counter() {
      int[] n = {0};
      return () -> ++n[0];
    }

    @Actor
    public void one() {
      next.get();
    }

    @Actor
    public void two() {
      next.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = next.get() - 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a field of an anonymous class is shared")
  public static class AnonymousHoldsState {
    final Supplier<Integer> next = new Supplier<>() {
      int n;

      public Integer get() {
        return ++n;
      }
    };

    @Actor
    public void one() {
      next.get();
    }

    @Actor
    public void two() {
      next.get();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = next.get() - 1;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "a field of an enum constant is shared, and 0 in a fresh JVM")
  public static class EnumHoldsState {
    enum Account {
      ONE;
      int balance;
    }

    @Actor
    public void one() {
      Account.ONE.balance++;
    }

    @Actor
    public void two() {
      Account.ONE.balance++;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = Account.ONE.balance;
    }
  }

  @State
  @Expect(value = "3", because = "each constant has a class of its own, with a synchronized method")
  public static class EnumConstantsOverride {
    enum Op {
      ADD {
        synchronized int next() {
          return ++n;
        }
      };
      int n;

      abstract int next();
    }

    int sum;
    final Object l = new Object();

    void add(int i) {
      synchronized (l) {
        sum += i;
      }
    }

    @Actor
    public void one() {
      add(Op.ADD.next());
    }

    @Actor
    public void two() {
      add(Op.ADD.next());
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = sum;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a switch on a string reads the variable once")
  public static class StringSwitch {
    volatile String s = "a";

    @Actor
    public void one() {
      s = "b";
    }

    @Actor
    public void two(I_Result r) {
      switch (s) {
        case "a" -> r.r1 = 1;
        case "b" -> r.r1 = 2;
        default -> r.r1 = 3;
      }
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "a switch on an enum reads the variable once; the table is no state")
  public static class EnumSwitchTable {
    enum E {
      A,
      B
    }

    volatile E e = E.A;

    @Actor
    public void one() {
      e = E.B;
    }

    @Actor
    public void two(I_Result r) {
      switch (e) {
        case A:
          r.r1 = 1;
          break;
        case B:
          r.r1 = 2;
          break;
        default:
          r.r1 = 3;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      races = Expect.Races.SOME,
      because = "an array that is passed for varargs is the same array")
  public static class VarargsAreShared {
    final int[] a = new int[1];

    static int first(int... n) {
      return n[0];
    }

    @Actor
    public void one() {
      a[0] = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = first(a);
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      because = "JLS 12.4.1: a field of an interface is initialised once, when it is first used")
  public static class InterfaceStatic {
    interface Config {
      AtomicInteger N = new AtomicInteger();
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = Config.N.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = Config.N.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "1, 2", "2, 1"},
      mayAlso = {"2, 1", "1, 2"},
      because = "JLS 12.4.2: two classes that initialise each other")
  public static class NestedInitCycle {
    static class A {
      static int v = B.w + 1;
    }

    static class B {
      static int w = A.v + 1;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = A.v;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = B.w;
    }
  }

  @State
  @Expect(
      value = {
        "ExceptionInInitializerError, NoClassDefFoundError",
        "NoClassDefFoundError, ExceptionInInitializerError"
      },
      because =
          "JLS 12.4.2: the first use fails with the error, later ones with NoClassDefFoundError")
  public static class FailingInitialiser {
    static class Bad {
      static int v = 1 / Integer.parseInt("0");
    }

    static String use() {
      try {
        return "" + Bad.v;
      } catch (Throwable t) {
        return t.getClass().getSimpleName();
      }
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = use();
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = use();
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      because = "EnumMap(Class) asks for the constants, which initialises the enum")
  public static class EnumInitialisedByEnumMap {
    static volatile int setting;

    enum E {
      A;
      final int seen = setting;
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(I_Result r) {
      EnumMap<E, Integer> m = new EnumMap<>(E.class);
      m.put(E.A, 1);
      r.r1 = E.A.seen;
    }
  }

  @State
  @Expect(
      value = {"0", "5"},
      because = "Enum.valueOf initialises the enum")
  public static class EnumInitialisedByValueOf {
    static volatile int setting;

    enum E {
      A;
      final int seen = setting;
    }

    @Actor
    public void one() {
      setting = 5;
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = Enum.valueOf(E.class, "A").seen;
    }
  }

  @State
  @Expect(value = "1", because = "JLS 12.4.2: the holder idiom makes one object")
  public static class HolderSingleton {
    static final AtomicInteger MADE = new AtomicInteger();

    static class Holder {
      static final Object IT = make();

      static Object make() {
        MADE.incrementAndGet();
        return new Object();
      }
    }

    @Actor
    public void one() {
      Holder.IT.getClass();
    }

    @Actor
    public void two() {
      Holder.IT.getClass();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = MADE.get();
    }
  }

  @State
  @Expect(
      value = "interrupted",
      because = "Object.wait: throws if the thread is interrupted already")
  public static class InterruptedBeforeWait {
    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      synchronized (this) {
        try {
          wait();
          r.r1 = "woken";
        } catch (InterruptedException e) {
          r.r1 = "interrupted";
        }
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  @State
  @Expect(
      value = "5",
      because = "InheritableThreadLocal: the child has the parent's value at its creation")
  public static class InheritableValueOfChild {
    final InheritableThreadLocal<Integer> l = new InheritableThreadLocal<>();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.set(5);
      int[] seen = {0};
      Thread t = new Thread(() -> seen[0] = l.get());
      l.set(6);
      t.start();
      t.join();
      r.r1 = seen[0];
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "2",
      torn = "1",
      races = Expect.Races.SOME,
      because =
          "ThreadLocal.withInitial hands out what the supplier returns, here one list for all")
  public static class ThreadLocalOfSharedList {
    final List<Integer> l = new ArrayList<>();
    final ThreadLocal<List<Integer>> t = ThreadLocal.withInitial(() -> l);

    @Actor
    public void one() {
      t.get().add(1);
    }

    @Actor
    public void two() {
      t.get().add(2);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = "1",
      because = "Thread.UncaughtExceptionHandler runs in the thread that dies, before it has ended")
  public static class HandlerSeesEnd {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        throw new IllegalStateException();
      });
      t.setUncaughtExceptionHandler((d, e) -> x = 1);
      t.start();
      t.join();
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "2", because = "AtomicIntegerFieldUpdater.incrementAndGet is atomic")
  public static class UpdaterOfVolatile {
    static final AtomicIntegerFieldUpdater<UpdaterOfVolatile> U =
        AtomicIntegerFieldUpdater.newUpdater(UpdaterOfVolatile.class, "n");
    volatile int n;

    @Actor
    public void one() {
      U.incrementAndGet(this);
    }

    @Actor
    public void two() {
      U.incrementAndGet(this);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "AtomicIntegerFieldUpdater: atomic only against other updates by updaters")
  public static class UpdaterAgainstPlusPlus {
    static final AtomicIntegerFieldUpdater<UpdaterAgainstPlusPlus> U =
        AtomicIntegerFieldUpdater.newUpdater(UpdaterAgainstPlusPlus.class, "n");
    volatile int n;

    @Actor
    public void one() {
      U.incrementAndGet(this);
    }

    @Actor
    public void two() {
      n++;
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
      because = "VarHandle.set is a plain write")
  public static class HandlePlainAgainstVolatile {
    static final VarHandle N = handle();
    int n;

    static VarHandle handle() {
      try {
        return MethodHandles.lookup()
            .findVarHandle(HandlePlainAgainstVolatile.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Actor
    public void one() {
      N.set(this, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = (int) N.getVolatile(this);
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "2"},
      because = "Vector.addAll(Vector) with both taken by hand in two orders")
  public static class NestedMonitorsOfLists {
    final Vector<Integer> a = new Vector<>(), b = new Vector<>();
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      synchronized (a) {
        b.add(1);
        n.incrementAndGet();
      }
    }

    @Actor
    public void two() {
      synchronized (b) {
        a.add(1);
        n.incrementAndGet();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "2"},
      because = "Vector.equals locks this, and then the other as it goes over it")
  public static class VectorsCompareEachOther {
    final Vector<Integer> a = new Vector<>(List.of(1)), b = new Vector<>(List.of(1));
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      a.equals(b);
      n.incrementAndGet();
    }

    @Actor
    public void two() {
      b.equals(a);
      n.incrementAndGet();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK", "2"},
      because =
          "StringBuffer.append(Object) calls toString, which locks the other buffer, while append holds its own")
  public static class BuffersAppendEachOther {
    final StringBuffer a = new StringBuffer("a"), b = new StringBuffer("b");
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one() {
      a.append((Object) b);
      n.incrementAndGet();
    }

    @Actor
    public void two() {
      b.append((Object) a);
      n.incrementAndGet();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.get();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collection.removeAll changes the list")
  public static class RemoveAllIsAWrite {
    final List<Integer> l = new ArrayList<>(List.of(1, 2));

    @Actor
    public void one() {
      l.removeAll(List.of(1));
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "Collection.retainAll changes the set")
  public static class RetainAllIsAWrite {
    final Set<Integer> l = new HashSet<>(List.of(1, 2));

    @Actor
    public void one() {
      l.retainAll(List.of(1));
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = l.size();
    }
  }

  @State
  @Expect(value = "2", because = "a key of a concurrent set as a lock")
  public static class SpinOnSetAsLock {
    final Set<String> s = ConcurrentHashMap.newKeySet();
    int n;

    void add() {
      while (!s.add("lock")) {
        Thread.onSpinWait();
      }
      n++;
      s.remove("lock");
    }

    @Actor
    public void one() {
      add();
    }

    @Actor
    public void two() {
      add();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"[]", "[1]"},
      torn = "FAILED*",
      races = Expect.Races.SOME,
      because = "JLS 15.12.4.4: super.toString() is that of ArrayList")
  public static class SuperToStringOfList {
    static class Names extends ArrayList<Integer> {
      public String toString() {
        return super.toString();
      }

      public int hashCode() {
        return super.hashCode();
      }
    }

    final Names l = new Names();

    @Actor
    public void one() {
      l.add(1);
      l.hashCode();
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = l.toString();
    }
  }
}
