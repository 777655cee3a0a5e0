package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Date;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Waiting with limits, modes of access, views of memory, pools and futures. */
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
public final class TimeAndModes {

  private TimeAndModes() {}

  @State
  @Expect(
      value = {"0", "1"},
      because = "Condition.awaitNanos returns what is left of the time")
  public static class AwaitNanosLoop {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      try {
        long left = 1000;
        while (!set && left > 0) {
          left = c.awaitNanos(left);
        }
        r.r1 = set ? 1 : 0;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        set = true;
        c.signal();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Condition.awaitUntil: false if the deadline has elapsed")
  public static class AwaitUntilDate {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean set;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      l.lock();
      try {
        Date end = new Date(System.currentTimeMillis() + 1);
        boolean more = true;
        while (!set && more) {
          more = c.awaitUntil(end);
        }
        r.r1 = set ? 1 : 0;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void two() {
      l.lock();
      try {
        set = true;
        c.signalAll();
      } finally {
        l.unlock();
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "Thread.join(millis) waits at most so long")
  public static class JoinWithLimit {
    volatile int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      t.join(1);
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Thread.join(0) waits forever")
  public static class JoinZero {
    int x;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> x = 1);
      t.start();
      t.join(0);
      r.r1 = x;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"interrupted false"},
      mustProve = true,
      because = "Object.wait: InterruptedException, and the interrupted status is cleared")
  public static class InterruptBeforeWait {
    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      synchronized (this) {
        try {
          wait();
          r.r1 = "woken";
        } catch (InterruptedException e) {
          r.r1 = "interrupted " + Thread.currentThread().isInterrupted();
        }
      }
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"slept", "interrupted"},
      mustProve = true,
      because = "Thread.sleep: may be interrupted meanwhile")
  public static class SleepInterrupted {
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        Thread.sleep(1);
        r.r1 = "slept";
      } catch (InterruptedException e) {
        r.r1 = "interrupted";
      }
    }

    @Actor
    public void two() {
      Thread other = t;
      if (other != null) {
        other.interrupt();
      }
    }
  }

  @State
  @Expect(
      value = {"1"},
      mustProve = true,
      because = "Thread.sleep: the thread does not lose ownership of any monitors")
  public static class SleepKeepsMonitor {
    int x;

    @Actor
    public synchronized void one(I_Result r) throws InterruptedException {
      x = 1;
      Thread.sleep(1);
      r.r1 = x;
    }

    @Actor
    public synchronized void two() {
      x = 2;
    }
  }

  @State
  @Expect(
      value = {"got", "timeout", "interrupted"},
      because = "Lock.tryLock(time): acquired, interrupted, or the time has elapsed")
  public static class TimedTryLockInterrupted {
    final ReentrantLock l = new ReentrantLock();
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        if (l.tryLock(1, TimeUnit.MICROSECONDS)) {
          r.r1 = "got";
          l.unlock();
        } else {
          r.r1 = "timeout";
        }
      } catch (InterruptedException e) {
        r.r1 = "interrupted";
      }
    }

    @Actor
    public void two() {
      l.lock();
      Thread o = t;
      if (o != null) {
        o.interrupt();
      }
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"IMSE, IMSE"},
      mustProve = true,
      because = "Condition.signal, Object.wait: without the lock, IllegalMonitorStateException")
  public static class WithoutTheLock {
    final Lock l = new ReentrantLock();
    final Condition c = l.newCondition();

    @Actor
    public void one(LL_Result r) {
      try {
        c.signal();
        r.r1 = "ok";
      } catch (IllegalMonitorStateException e) {
        r.r1 = "IMSE";
      }
    }

    @Actor
    public void two(LL_Result r) throws InterruptedException {
      try {
        c.wait(1);
        r.r2 = "ok";
      } catch (IllegalMonitorStateException e) {
        r.r2 = "IMSE";
      }
    }
  }

  @State
  @Expect(
      value = {"converted", "refused"},
      because = "StampedLock.tryConvertToWriteLock: not while others read")
  public static class ConvertAgainstReader {
    final StampedLock l = new StampedLock();

    @Actor
    public void one(L_Result r) {
      long s = l.readLock();
      long w = l.tryConvertToWriteLock(s);
      r.r1 = w == 0 ? "refused" : "converted";
      l.unlock(w == 0 ? s : w);
    }

    @Actor
    public void two() {
      long s = l.readLock();
      l.unlockRead(s);
    }
  }

  @State
  @Expect(
      value = {"true, true", "true, false", "false, true"},
      because = "StampedLock: its views lock the same lock")
  public static class ViewsOfStamped {
    final StampedLock l = new StampedLock();

    boolean t(Lock v) {
      boolean b = v.tryLock();
      if (b) {
        v.unlock();
      }
      return b;
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = t(l.asWriteLock());
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = t(l.asReadWriteLock().readLock());
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 1", "-1, -1"},
      because = "StampedLock.validate: false if a write lock was acquired meanwhile")
  public static class OptimisticPair {
    final StampedLock l = new StampedLock();
    volatile int x, y;

    @Actor
    public void one() {
      long s = l.writeLock();
      x = 1;
      y = 1;
      l.unlockWrite(s);
    }

    @Actor
    public void two(II_Result r) {
      long s = l.tryOptimisticRead();
      int a = x, b = y;
      if (l.validate(s)) {
        r.r1 = a;
        r.r2 = b;
      } else {
        r.r1 = r.r2 = -1;
      }
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "LockSupport.parkNanos: returns after the time, or for no reason")
  public static class ParkWithLimit {
    volatile boolean set;

    @Actor
    public void one(I_Result r) {
      if (!set) {
        LockSupport.parkNanos(1000);
      }
      r.r1 = set ? 1 : 0;
    }

    @Actor
    public void two() {
      set = true;
    }
  }

  @State
  @Expect(
      value = {"true, true", "true, false", "false, true"},
      because = "Semaphore.tryAcquire(permits, time)")
  public static class TimedPermits {
    final Semaphore s = new Semaphore(2);

    boolean t(int n) throws InterruptedException {
      boolean b = s.tryAcquire(n, 1, TimeUnit.NANOSECONDS);
      if (b) {
        s.release(n);
      }
      return b;
    }

    @Actor
    public void one(ZZ_Result r) throws InterruptedException {
      r.r1 = t(2);
    }

    @Actor
    public void two(ZZ_Result r) throws InterruptedException {
      r.r2 = t(1);
    }
  }

  static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

  @State
  @Expect(
      value = {"0, 1", "2, 0"},
      mustProve = true,
      because = "MethodHandles.arrayElementVarHandle: getAndAdd is atomic")
  public static class ArrayHandleAdds {
    final int[] a = new int[2];

    @Actor
    public void one(II_Result r) {
      r.r1 = (int) INTS.getAndAdd(a, 1, 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = (int) INTS.getAndAdd(a, 1, 2);
    }
  }

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.EITHER,
      mayAlso = {"-1"},
      because =
          "MethodHandles.byteArrayViewVarHandle: bytes seen as longs, plain access by bytes races")
  public static class BytesAsLongs {
    final byte[] b = new byte[16];

    @Actor
    public void one() {
      LONGS.set(b, 8, 1L);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = b[8];
    }
  }

  @State
  @Expect(
      value = {"0, 0", "1, 1"},
      mayAlso = {"1, 0"},
      because = "VarHandle: release and acquire order what is before and after")
  public static class ReleaseAcquire {
    static final VarHandle FLAG;

    static {
      try {
        FLAG = MethodHandles.lookup().findVarHandle(ReleaseAcquire.class, "flag", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int x, flag;

    @Actor
    public void one() {
      x = 1;
      FLAG.setRelease(this, 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = r.r1 == 1 ? x : 0;
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "AtomicInteger.weakCompareAndSetVolatile may fail spuriously")
  public static class WeakFailsForNothing {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(Z_Result r) {
      r.r1 = n.weakCompareAndSetVolatile(0, 1);
    }

    @Actor
    public void two() {
      n.get();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "2, 0"},
      mustProve = true,
      because = "AtomicReference.compareAndExchange returns the witness value")
  public static class ExchangeWitness {
    final AtomicReference<Integer> n = new AtomicReference<>(0);

    @Actor
    public void one(II_Result r) {
      r.r1 = n.compareAndExchange(0, 1);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = n.compareAndExchange(0, 2);
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      because = "AtomicIntegerArray.getAndUpdate: the function may be applied again")
  public static class FunctionAgain {
    final AtomicIntegerArray a = new AtomicIntegerArray(1);
    volatile int calls;

    @Actor
    public void one() {
      a.getAndUpdate(0, v -> {
        calls++;
        return v + 1;
      });
    }

    @Actor
    public void two() {
      a.set(0, 5);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = calls;
    }
  }

  static class Own {
    volatile int v;
  }

  @State
  @Expect(
      value = {"1, CCE", "2, CCE"},
      mayAlso = {"3, CCE"},
      because = "AtomicIntegerFieldUpdater: ClassCastException for an object of another class")
  public static class UpdaterOfOther {
    static final AtomicIntegerFieldUpdater V = AtomicIntegerFieldUpdater.newUpdater(Own.class, "v");
    final Own own = new Own();

    @Actor
    public void one(LL_Result r) {
      r.r1 = "" + V.incrementAndGet(own);
    }

    @Actor
    public void two(LL_Result r) {
      own.v = 1;
      try {
        V.get("other");
        r.r2 = "ok";
      } catch (ClassCastException e) {
        r.r2 = "CCE";
      }
    }
  }

  @State
  @Expect(
      value = {"1, 0", "0, 1"},
      because = "LongAdder.sumThenReset: only without concurrent updates an exact sum")
  public static class AdderResets {
    final LongAdder n = new LongAdder();
    volatile int before;

    @Actor
    public void one() {
      n.increment();
    }

    @Actor
    public void two() {
      before = (int) n.sumThenReset();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = before;
      r.r2 = (int) n.sum();
    }
  }

  @State
  @Expect(
      value = {"5"},
      because = "LongAccumulator: the function is applied to values in some order")
  public static class Accumulates {
    final LongAccumulator n = new LongAccumulator(Long::max, 0);

    @Actor
    public void one() {
      n.accumulate(5);
    }

    @Actor
    public void two() {
      n.accumulate(3);
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = n.intValue();
    }
  }

  @State
  @Expect(
      value = {"true", "false"},
      because = "AtomicStampedReference.compareAndSet compares reference and stamp")
  public static class StampTells {
    final AtomicStampedReference<String> s = new AtomicStampedReference<>("a", 0);

    @Actor
    public void one(Z_Result r) {
      int[] stamp = new int[1];
      String v = s.get(stamp);
      r.r1 = s.compareAndSet(v, "c", stamp[0], 9);
    }

    @Actor
    public void two() {
      s.set("b", 1);
      s.set("a", 2);
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 0", "1, 1"},
      mayAlso = {"0, 0"},
      because = "AtomicInteger.lazySet: setRelease, later reads may go before it")
  public static class LazyDekker {
    final AtomicInteger x = new AtomicInteger(), y = new AtomicInteger();

    @Actor
    public void one(II_Result r) {
      x.lazySet(1);
      r.r1 = y.get();
    }

    @Actor
    public void two(II_Result r) {
      y.lazySet(1);
      r.r2 = x.get();
    }
  }

  @State
  @Expect(
      value = {"0, 1", "1, 0", "1, 1"},
      races = Expect.Races.EITHER,
      mayAlso = {"0, 0"},
      because = "VarHandle.fullFence orders plain accesses, which still race")
  public static class FencedDekker {
    int x, y;

    @Actor
    public void one(II_Result r) {
      x = 1;
      VarHandle.fullFence();
      r.r1 = y;
    }

    @Actor
    public void two(II_Result r) {
      y = 1;
      VarHandle.fullFence();
      r.r2 = x;
    }
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1"},
      mustProve = true,
      because = "ThreadLocal.withInitial: called once for each thread that asks")
  public static class LocalOfEach {
    final AtomicInteger n = new AtomicInteger();
    final ThreadLocal<Integer> local = ThreadLocal.withInitial(n::incrementAndGet);

    @Actor
    public void one(II_Result r) {
      local.get();
      r.r1 = local.get();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = local.get();
    }
  }

  @State
  @Expect(
      value = {"true"},
      mustProve = true,
      because = "Object.hashCode: the same integer for the same object")
  public static class HashStays {
    final Object o = new Object();
    volatile int a;

    @Actor
    public void one() {
      a = o.hashCode();
    }

    @Actor
    public void two(Z_Result r) {
      r.r1 = System.identityHashCode(o) == o.hashCode();
    }
  }

  static int reflected;

  @State
  @Expect(
      value = {"0", "1"},
      races = Expect.Races.SOME,
      because = "Field.setInt writes the field")
  public static class ReflectedField {
    @Actor
    public void one() throws ReflectiveOperationException {
      TimeAndModes.class.getDeclaredField("reflected").setInt(null, 1);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = reflected;
    }
  }

  int n;

  int up() {
    return ++n;
  }

  @State
  @Expect(
      value = {"1, 2", "2, 1", "1, 1"},
      races = Expect.Races.SOME,
      because = "MethodHandle.invokeExact calls the method")
  public static class HandleCalls {
    static final MethodHandle UP;

    static {
      try {
        UP = MethodHandles.lookup()
            .findVirtual(TimeAndModes.class, "up", MethodType.methodType(int.class));
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    final TimeAndModes o = new TimeAndModes();

    @Actor
    public void one(II_Result r) throws Throwable {
      r.r1 = (int) UP.invokeExact(o);
    }

    @Actor
    public void two(II_Result r) throws Throwable {
      r.r2 = (int) UP.invokeExact(o);
    }
  }

  @State
  @Expect(
      value = {"same", "other"},
      races = Expect.Races.SOME,
      because = "ObjectOutputStream reads what it writes")
  public static class SerialisedWhileChanged {
    final ArrayList<String> l = new ArrayList<>();

    @Actor
    public void one() {
      l.add("a");
    }

    @Actor
    public void two(L_Result r) throws Exception {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ObjectOutputStream o = new ObjectOutputStream(out)) {
        o.writeObject(l);
      }
      r.r1 = out.size() < 60 ? "same" : "other";
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because =
          "Cleaner: the action runs some time after the object is unreachable, on another thread")
  public static class CleanedUp {
    volatile int x;

    @Actor
    public void one() {
      Cleaner.create().register(new Object(), () -> x = 1).clean();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = x;
    }
  }

  static volatile int finalized;

  static class Dying {
    @Override
    protected void finalize() {
      finalized = 1;
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "JLS 12.6: a finalizer may run at any time once the object is unreachable")
  public static class Finalised {
    @Actor
    public void one() {
      new Dying();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = finalized;
    }
  }

  @State
  @Expect(
      value = {"there"},
      mayAlso = {"gone"},
      because = "WeakReference: may be cleared once the object is weakly reachable")
  public static class WeaklyReachable {
    @Actor
    public void one(L_Result r) {
      WeakReference<Object> w = new WeakReference<>(new Object());
      r.r1 = w.get() == null ? "gone" : "there";
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"a", "b"},
      because = "LinkedBlockingQueue.take waits for an element")
  public static class PutAndTake {
    final BlockingQueue<String> q = new LinkedBlockingQueue<>();

    @Actor
    public void one() throws InterruptedException {
      q.put("a");
    }

    @Actor
    public void two() throws InterruptedException {
      q.put("b");
    }

    @Actor
    public void three(L_Result r) throws InterruptedException {
      r.r1 = q.take();
    }
  }

  @State
  @Expect(
      value = {"1, 2"},
      because = "ArrayBlockingQueue.put waits for space; first in, first out")
  public static class FullThenTaken {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
      q.put(2);
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      r.r1 = q.take();
      r.r2 = q.take();
    }
  }

  @State
  @Expect(
      value = {"null", "1"},
      because = "BlockingQueue.poll(time): null if the time elapses")
  public static class PolledInTime {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>(1);

    @Actor
    public void one() throws InterruptedException {
      q.offer(1, 1, TimeUnit.MILLISECONDS);
    }

    @Actor
    public void two(L_Result r) throws InterruptedException {
      r.r1 = "" + q.poll(1, TimeUnit.MILLISECONDS);
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "BlockingQueue.take waits forever if nothing comes")
  public static class TakenFromEmpty {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(2);

    @Actor
    public void one() throws InterruptedException {
      q.put(1);
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      r.r1 = q.take() + q.take();
    }
  }

  @State
  @Expect(
      value = {"7"},
      because = "BlockingQueue: actions before placing an element happen before its removal")
  public static class HandedOver {
    int x;
    final BlockingQueue<String> q = new LinkedBlockingQueue<>();

    @Actor
    public void one() throws InterruptedException {
      x = 7;
      q.put("go");
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      q.take();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"interrupted", "1"},
      because = "BlockingQueue.take: InterruptedException if interrupted while waiting")
  public static class TakerInterrupted {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      try {
        r.r1 = "" + q.take();
      } catch (InterruptedException e) {
        r.r1 = "interrupted";
      }
    }

    @Actor
    public void two() {
      Thread o = t;
      if (o != null) {
        o.interrupt();
      }
      q.add(1);
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "SynchronousQueue: put waits for take")
  public static class Rendezvous {
    final BlockingQueue<Integer> q = new SynchronousQueue<>();

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
      value = {"1"},
      because = "CompletableFuture.join waits until it is complete")
  public static class FutureJoined {
    int x;
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one() {
      x = 1;
      f.complete(x);
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = f.join();
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "CompletableFuture.complete: true for the one that completes it")
  public static class CompletedOnce {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = f.complete(1);
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = f.complete(2);
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "FutureTask.run computes once; get waits")
  public static class TaskRunsOnce {
    final AtomicInteger calls = new AtomicInteger();
    final FutureTask<Integer> t = new FutureTask<>(calls::incrementAndGet);

    @Actor
    public void one() {
      t.run();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      t.run();
      r.r1 = t.get();
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "ExecutorService.submit: what the task does happens before get returns")
  public static class Submitted {
    int x;

    @Actor
    public void one(I_Result r) throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.submit(() -> x = 1).get();
      r.r1 = x;
      pool.shutdown();
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"3"},
      because = "ForkJoinPool.invoke returns the result of the task")
  public static class Forked {
    @Actor
    public void one(I_Result r) {
      r.r1 = new ForkJoinPool(1).invoke(new RecursiveTask<Integer>() {
        @Override
        protected Integer compute() {
          return 3;
        }
      });
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"1"},
      because = "CyclicBarrier.await: all happen before any returns")
  public static class AtBarrier {
    int x;
    final CyclicBarrier b = new CyclicBarrier(2);

    @Actor
    public void one() throws Exception {
      x = 1;
      b.await();
    }

    @Actor
    public void two(I_Result r) throws Exception {
      b.await();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "Phaser.arriveAndAwaitAdvance: all have arrived")
  public static class AtPhase {
    volatile int x;
    final Phaser p = new Phaser(2);

    @Actor
    public void one() {
      x = 1;
      p.arriveAndAwaitAdvance();
    }

    @Actor
    public void two(I_Result r) {
      p.arriveAndAwaitAdvance();
      r.r1 = x;
    }
  }

  @State
  @Expect(
      value = {"b, a"},
      because = "Exchanger.exchange: each gets the other's")
  public static class Exchanged {
    final Exchanger<String> e = new Exchanger<>();

    @Actor
    public void one(LL_Result r) throws InterruptedException {
      r.r1 = e.exchange("a");
    }

    @Actor
    public void two(LL_Result r) throws InterruptedException {
      r.r2 = e.exchange("b");
    }
  }

  @State
  @Expect(
      value = {"1", "2"},
      races = Expect.Races.SOME,
      because = "ThreadFactory: the program's own makes threads of the program")
  public static class OwnFactory {
    int n;
    final ThreadFactory f = Thread::new;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = f.newThread(() -> n++);
      t.start();
      n++;
      t.join();
      r.r1 = n;
    }

    @Actor
    public void two() {}
  }

  @State
  @Expect(
      value = {"RUNNABLE", "TERMINATED", "NEW"},
      mayAlso = {"BLOCKED", "WAITING"},
      because = "Thread.getState")
  public static class StateOfThread {
    final Thread t = new Thread(() -> {});

    @Actor
    public void one() {
      t.start();
    }

    @Actor
    public void two(L_Result r) {
      r.r1 = "" + t.getState();
    }
  }

  @State
  @Expect(
      value = {"timeout", "set"},
      because = "System.nanoTime moves on while others do not")
  public static class DeadlineByRemaining {
    volatile boolean set;

    @Actor
    public void one(L_Result r) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        if (set) {
          r.r1 = "set";
          return;
        }
        Thread.yield();
      }
      r.r1 = "timeout";
    }

    @Actor
    public void two() {
      set = true;
    }
  }

  @State
  @Expect(
      value = {"true, false", "true, true"},
      because = "System.nanoTime: the difference of two is not negative, and may be zero")
  public static class TimeDoesNotGoBack {
    volatile int x;

    @Actor
    public void one(ZZ_Result r) {
      long a = System.nanoTime();
      x = 1;
      long b = System.nanoTime();
      r.r1 = b - a >= 0;
      r.r2 = b == a;
    }

    @Actor
    public void two() {
      x = 2;
    }
  }

  @State
  @Expect(
      value = {"0, true", "0, false", "3, true"},
      because = "AtomicInteger.weakCompareAndSetVolatile is one atomic step, and may fail")
  public static class WeakAgainstRead {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(LL_Result r) {
      r.r1 = n.get();
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = n.weakCompareAndSetVolatile(0, 3);
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "AtomicInteger.compareAndSet never fails spuriously, the weak one may")
  public static class WeakAgainstStrong {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(LL_Result r) {
      r.r1 = n.compareAndSet(0, 2);
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = n.weakCompareAndSetVolatile(0, 3);
    }
  }

  @State
  @Expect(
      value = {"true, false", "false, true"},
      because = "AtomicInteger.compareAndSet never fails spuriously, the weak one may")
  public static class WeakBeforeStrong {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(LL_Result r) {
      r.r1 = n.weakCompareAndSetVolatile(0, 3);
    }

    @Actor
    public void two(LL_Result r) {
      r.r2 = n.compareAndSet(0, 2);
    }
  }

  @State
  @Expect(
      value = {"0, 0, true", "5, 5, false", "0, 5, false", "0, 0, false"},
      because = "AtomicInteger.weakCompareAndSetVolatile after a read by the same thread")
  public static class WeakAfterOwnRead {
    final AtomicInteger n = new AtomicInteger();

    @Actor
    public void one(L_Result r) {
      int before = n.get();
      boolean done = n.weakCompareAndSetVolatile(0, 7);
      r.r1 = before + ", " + (done ? 0 : n.get()) + ", " + done;
    }

    @Actor
    public void two() {
      n.set(5);
    }
  }

  static class Closing {
    volatile int closed;

    void close() throws Throwable {
      finalize();
    }

    @Override
    protected void finalize() throws Throwable {
      closed++;
      super.finalize();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "JLS 12.6: a finalizer may be called as any method, too")
  public static class FinalisedByHand {
    final Closing c = new Closing();

    @Actor
    public void one() throws Throwable {
      c.close();
    }

    @Actor
    public void two(I_Result r) {
      r.r1 = c.closed;
    }
  }
}
