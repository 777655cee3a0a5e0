package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** What stands in for a call behaves as the call. */
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
public final class StandIns {

  private StandIns() {}

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 14.19: NullPointerException")
  public static class SynchronizedNull {
    Object none;

    @Actor
    public void one(I_Result r) {
      try {
        synchronized (none) {
          r.r1 = 1;
        }
      } catch (NullPointerException e) {
        r.r1 = 2;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(value = "2", mustProve = true, because = "JLS 15.12.4.4: NullPointerException")
  public static class JoinNull {
    Thread none;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      try {
        none.join();
        r.r1 = 1;
      } catch (NullPointerException e) {
        r.r1 = 2;
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "0",
      mustProve = true,
      because = "System.arraycopy: IndexOutOfBoundsException, and the destination is not modified")
  public static class ArraycopyRange {
    final int[] to = new int[2];

    @Actor
    public void one() {
      try {
        System.arraycopy(new int[] {1, 2, 3}, 0, to, 0, 3);
      } catch (IndexOutOfBoundsException e) {
      }
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(I_Result r) {
      r.r1 = to[0];
    }
  }

  @State
  @Expect(value = "null", mustProve = true, because = "ThreadLocal.set: null is a value as any")
  public static class ThreadLocalNull {
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 7);

    @Actor
    public void one(L_Result r) {
      local.set(null);
      r.r1 = String.valueOf(local.get());
    }

    @Actor
    public void two() {
      local.get();
    }
  }

  @State
  @Expect(
      value = "5",
      mustProve = true,
      because = "InheritableThreadLocal: the child begins with the parent's value")
  public static class Inheritable {
    final InheritableThreadLocal<Integer> local = new InheritableThreadLocal<>();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      local.set(5);
      Thread t = new Thread(() -> r.r1 = local.get() == null ? -1 : local.get());
      t.start();
      t.join();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = "1",
      mustProve = true,
      because = "Object.wait(long, int): returns when the time is up")
  public static class WaitNanos {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      synchronized (this) {
        wait(1, 5);
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
      because = "VarHandle: an index is converted as by method invocation (JLS 5.3)")
  public static class ShortIndex {
    static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    final int[] a = new int[2];

    @Actor
    public void one() {
      INTS.setVolatile(a, (short) 1, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = (int) INTS.getVolatile(a, 1);
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "MethodHandles.byteArrayViewVarHandle: a view of the same bytes")
  public static class ByteView {
    static final VarHandle INTS =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    final byte[] b = new byte[8];

    @Actor
    public void one() {
      INTS.set(b, 0, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b[0];
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      mayAlso = "3",
      mustProve = true,
      because =
          "AtomicIntegerFieldUpdater.updateAndGet: the function may be re-applied when attempted updates fail")
  public static class UpdaterFunction {
    static final AtomicIntegerFieldUpdater<UpdaterFunction> N =
        AtomicIntegerFieldUpdater.newUpdater(UpdaterFunction.class, "n");
    volatile int n;
    final AtomicInteger calls = new AtomicInteger();

    @Actor
    public void one() {
      N.updateAndGet(this, v -> {
        calls.incrementAndGet();
        return v + 1;
      });
    }

    @Actor
    public void two() {
      N.incrementAndGet(this);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls.get();
    }
  }

  private interface Act {
    void run() throws Exception;
  }

  /** The simple name of what it throws, or "none". */
  private static String thrown(Act act) {
    try {
      act.run();
      return "none";
    } catch (Exception e) {
      return e.getClass().getSimpleName();
    }
  }

  @State
  @Expect(
      value = {"IllegalMonitorStateException, IllegalMonitorStateException"},
      mustProve = true,
      because = "Object.wait, notify: IllegalMonitorStateException without the monitor")
  public static class WithoutMonitor {
    final Object m = new Object();

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> m.wait());
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> m.notify());
    }
  }

  @State
  @Expect(
      value = {"IllegalMonitorStateException, IllegalMonitorStateException"},
      mustProve = true,
      because = "ReentrantLock.unlock, ReadLock.unlock: IllegalMonitorStateException if not held")
  public static class UnlockNotHeld {
    final ReentrantLock l = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> l.unlock());
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> rw.readLock().unlock());
    }
  }

  @State
  @Expect(
      value = {"IllegalMonitorStateException, IllegalMonitorStateException"},
      mustProve = true,
      because = "Condition.await, signal: IllegalMonitorStateException if the lock is not held")
  public static class ConditionWithoutLock {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> c.await());
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> c.signal());
    }
  }

  @State
  @Expect(
      value = {"IllegalMonitorStateException, none"},
      mustProve = true,
      because = "StampedLock.unlockWrite: IllegalMonitorStateException if the stamp does not match")
  public static class WrongStamp {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> l.unlockWrite(1));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> l.unlockRead(l.readLock()));
    }
  }

  @State
  @Expect(
      value = {"IllegalArgumentException, IllegalArgumentException"},
      mustProve = true,
      because = "Semaphore.acquire, release: IllegalArgumentException if negative")
  public static class NegativePermits {
    final Semaphore s = new Semaphore(1);

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> s.acquire(-1));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> s.release(-1));
    }
  }

  @State
  @Expect(
      value = {"IllegalArgumentException, IllegalArgumentException"},
      mustProve = true,
      because = "Object.wait, Thread.sleep: IllegalArgumentException if negative")
  public static class NegativeTime {
    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> {
        synchronized (this) {
          wait(-1);
        }
      });
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> Thread.sleep(-1));
    }
  }

  @State
  @Expect(
      value = {"IllegalArgumentException, IllegalArgumentException"},
      mustProve = true,
      because = "Thread.join(long), CountDownLatch(int): IllegalArgumentException if negative")
  public static class NegativeOthers {
    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> new Thread(() -> {}).join(-1));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> new CountDownLatch(-1));
    }
  }

  @State
  @Expect(
      value = "a",
      mustProve = true,
      because = "System.arraycopy: ArrayStoreException, and the elements before it are copied")
  public static class ArraycopyStores {
    final String[] to = new String[2];

    @Actor
    public void one() {
      try {
        System.arraycopy(new Object[] {"a", 1}, 0, to, 0, 2);
      } catch (ArrayStoreException e) {
      }
    }

    @Actor
    public void two() {}

    @Arbiter
    public void end(L_Result r) {
      r.r1 = to[0];
    }
  }

  @State
  @Expect(
      value = {"NullPointerException, ArrayStoreException"},
      mustProve = true,
      because = "System.arraycopy: null, and arrays of different kinds")
  public static class ArraycopyRefuses {
    final Object ints = new int[1];
    final Object longs = new long[1];
    Object none;

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> System.arraycopy(none, 0, longs, 0, 1));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> System.arraycopy(ints, 0, longs, 0, 1));
    }
  }

  @State
  @Expect(
      value = {"IndexOutOfBoundsException, ArrayIndexOutOfBoundsException"},
      mustProve = true,
      because = "AtomicIntegerArray, VarHandle of elements: an index out of bounds")
  public static class IndexOut {
    static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    final AtomicIntegerArray a = new AtomicIntegerArray(1);
    final int[] b = new int[1];

    @Actor
    public void one(LL_Result r) {
      String s = thrown(() -> a.set(1, 1));
      r.r1 = s.endsWith("IndexOutOfBoundsException") ? "IndexOutOfBoundsException" : s;
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> INTS.setVolatile(b, 1, 1));
    }
  }

  @State
  @Expect(
      value = {"ClassCastException, ClassCastException"},
      mustProve = true,
      because =
          "AtomicIntegerFieldUpdater.set, incrementAndGet: ClassCastException for an object of another class")
  public static class UpdaterRefuses {
    volatile int n;
    static final AtomicIntegerFieldUpdater N =
        AtomicIntegerFieldUpdater.newUpdater(UpdaterRefuses.class, "n");

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> N.incrementAndGet("text"));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> N.set("text", 1));
    }
  }

  @State
  @Expect(
      value = {"UnsupportedOperationException, NullPointerException"},
      mustProve = true,
      because =
          "ReadLock.newCondition: UnsupportedOperationException; ThreadLocal.withInitial(null): NullPointerException")
  public static class Refused {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> rw.readLock().newCondition());
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> ThreadLocal.withInitial(null));
    }
  }

  @State
  @Expect(
      value = "none, none",
      mustProve = true,
      because = "LockSupport.unpark(null) has no effect; Thread.sleep(0), parkNanos(0) return")
  public static class NoEffect {
    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> LockSupport.unpark(null));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> {
        Thread.sleep(0);
        LockSupport.parkNanos(0);
      });
    }
  }

  @State
  @Expect(
      value = "NullPointerException, NullPointerException",
      mustProve = true,
      because = "JLS 15.12.4.4: a method of a synchronizer that is null")
  public static class NullSynchronizers {
    ReentrantLock l;
    AtomicInteger n;

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> l.lock());
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> n.incrementAndGet());
    }
  }

  @State
  @Expect(
      value = "NullPointerException, NullPointerException",
      mustProve = true,
      because = "JLS 15.11.1, 15.13.1: a field or an element of null")
  public static class NullObjects {
    NullObjects s;
    int[] a;

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> s.a = null);
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> a[0] = 1);
    }
  }

  @State
  @Expect(
      value = {"2"},
      mustProve = true,
      because = "JLS 17.2.1: wait gives back all holds of the monitor, and takes them all again")
  public static class WaitNested {
    int n;
    boolean ready;

    @Actor
    public void one() throws InterruptedException {
      synchronized (this) {
        synchronized (this) {
          while (!ready) {
            wait();
          }
          n++;
        }
        n++;
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        ready = true;
        notifyAll();
      }
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = "2",
      mustProve = true,
      because = "JLS 14.19: the monitor is given back however the block ends")
  public static class ThrownOutOfMonitor {
    int n;

    void inc() {
      try {
        synchronized (this) {
          n++;
          throw new IllegalStateException("as the program wants");
        }
      } catch (IllegalStateException e) {
      }
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
      value = "7, null",
      mustProve = true,
      because = "ThreadLocal.remove: the initial value again, and null without one")
  public static class LocalRemoved {
    final ThreadLocal<Integer> seven = ThreadLocal.withInitial(() -> 7);
    final ThreadLocal<Integer> none = new ThreadLocal<>();

    @Actor
    public void one(LL_Result r) {
      seven.set(1);
      seven.remove();
      r.r1 = seven.get();
    }

    @Actor
    public void two(LL_Result r) {
      none.set(1);
      none.remove();
      r.r2 = String.valueOf(none.get());
    }
  }

  @State
  @Expect(
      value = "-2147483648, 127",
      mustProve = true,
      because = "JLS 15.18.2, 5.1.3: atomics and handles wrap round as arithmetic does")
  public static class WrapsRound {
    static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);
    final AtomicInteger n = new AtomicInteger(Integer.MAX_VALUE);
    final byte[] b = {-128};

    @Actor
    public void one(II_Result r) {
      r.r1 = n.incrementAndGet();
    }

    @Actor
    public void two(II_Result r) {
      BYTES.getAndAdd(b, 0, (byte) -1);
      r.r2 = (byte) BYTES.getVolatile(b, 0);
    }
  }

  @State
  @Expect(
      value = {"3", "4"},
      mustProve = true,
      because = "AtomicInteger.accumulateAndGet: the current value first, the given one second")
  public static class ArgumentOrder {
    final AtomicInteger n = new AtomicInteger(5);

    @Actor
    public void one(I_Result r) {
      r.r1 = n.accumulateAndGet(2, (x, y) -> x - y);
    }

    @Actor
    public void two() {
      n.incrementAndGet();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      mustProve = true,
      because =
          "AtomicReference.compareAndSet compares by ==, as the boxes of -128 to 127 are (JLS 5.1.7)")
  public static class ByIdentity {
    final AtomicReference<Integer> n = new AtomicReference<>(1);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = n.compareAndSet(1, 2);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = n.compareAndSet(1, 3);
    }
  }

  @State
  @Expect(
      value = {"4, 5", "7, 4"},
      mustProve = true,
      because = "VarHandle.getAndBitwiseOr, getAndSet, on elements")
  public static class Bitwise {
    static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    final int[] a = {4};

    @Actor
    public void one(II_Result r) {
      r.r1 = (int) INTS.getAndSet(a, 0, 5);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = (int) INTS.getAndBitwiseOr(a, 0, 3);
    }
  }

  @State
  @Expect(
      value = {"WrongMethodTypeException, ClassCastException"},
      mustProve = true,
      because =
          "VarHandle: WrongMethodTypeException if the types do not fit, ClassCastException if the object does not")
  public static class HandleRefuses {
    volatile int n;
    static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findVarHandle(HandleRefuses.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = thrown(() -> N.setVolatile(this, "text"));
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = thrown(() -> N.setVolatile((Object) "text", 1));
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "JLS 8.4.3.6: a static synchronized method holds the monitor of the Class object")
  public static class StaticSynchronized {
    static int n;

    static synchronized int byMethod() {
      return ++n;
    }

    static int byLiteral() {
      synchronized (StaticSynchronized.class) {
        return ++n;
      }
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = byMethod();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = byLiteral();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because =
          "MethodHandles.byteArrayViewVarHandle: a view of the same bytes, volatile where that is supported")
  public static class ByteViewVolatile {
    static final VarHandle INTS =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    final byte[] b = new byte[8];

    @Actor
    public void one() {
      try {
        INTS.setVolatile(b, 0, 1);
      } catch (UnsupportedOperationException | IllegalStateException e) {
        b[0] = 1;
      }
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b[0];
    }
  }
}
