package dev.safebank.explore.soundness.programs;

import dev.safebank.explore.soundness.Expect;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Threads as monitors, joins and calls that find an interrupt pending, handlers, thread-locals. */
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
public final class ThreadsAndInterrupts {

  private ThreadsAndInterrupts() {}

  @State
  @Expect(
      value = "1 true",
      mayAlso = "2 false",
      because =
          "Thread.join: InterruptedException if interrupted; OpenJDK looks only while the thread lives")
  public static class JoinEndedInterrupted {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      t.start();
      while (t.isAlive()) Thread.onSpinWait();
      Thread.currentThread().interrupt();
      int k;
      try {
        t.join();
        k = 1;
      } catch (InterruptedException e) {
        k = 2;
      }
      r.r1 = k + " " + Thread.interrupted();
    }
  }

  @State
  @Expect(value = "1 true", mayAlso = "2 false", because = "Thread.join: not started")
  public static class JoinNewInterrupted {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      Thread.currentThread().interrupt();
      int k;
      try {
        t.join();
        k = 1;
      } catch (InterruptedException e) {
        k = 2;
      }
      r.r1 = k + " " + Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = {"1 true", "2 false"},
      because = "Thread.join: started, may have ended")
  public static class JoinStartedInterrupted {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      t.start();
      Thread.currentThread().interrupt();
      int k;
      try {
        t.join();
        k = 1;
      } catch (InterruptedException e) {
        k = 2;
      }
      r.r1 = k + " " + Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = {"1 true", "2 false"},
      because = "Thread.join: started, may have ended")
  public static class JoinTimedInterrupted {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      t.start();
      Thread.currentThread().interrupt();
      int k;
      try {
        t.join(1);
        k = 1;
      } catch (InterruptedException e) {
        k = 2;
      }
      r.r1 = k + " " + Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = "1",
      because = "Thread.join: as a thread terminates this.notifyAll is invoked",
      mayAlso = "DEADLOCK|STUCK")
  public static class WaitOnThread {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {});
      t.start();
      synchronized (t) {
        while (t.isAlive()) t.wait();
      }
      r.r1 = 1;
    }
  }

  @State
  @Expect(
      value = {"1", "DEADLOCK|STUCK"},
      because = "Thread.join: uses this.wait, so needs the monitor")
  public static class JoinNeedsMonitor {
    final Thread t = new Thread(() -> {});
    final CountDownLatch l = new CountDownLatch(1);
    volatile boolean started;

    @Actor
    public void one() throws InterruptedException {
      synchronized (t) {
        l.await();
      }
    }

    @Actor
    public void two(I_Result r) throws InterruptedException {
      t.start();
      t.join();
      l.countDown();
      r.r1 = 1;
    }
  }

  static class Worker extends Thread {
    private boolean stop;
    volatile int n;

    synchronized void halt() {
      stop = true;
    }

    synchronized boolean stopped() {
      return stop;
    }

    public void run() {
      while (!stopped()) Thread.yield();
      n = 1;
    }
  }

  static String run(Callable<?> c) {
    try {
      return "" + c.call() + " " + Thread.interrupted();
    } catch (InterruptedException e) {
      return "IE " + Thread.interrupted();
    } catch (Exception e) {
      return e.getClass().getSimpleName() + " " + Thread.interrupted();
    }
  }

  @State
  @Expect(value = "1", because = "a worker with synchronized methods of its own")
  public static class SynchronizedWorker {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Worker w = new Worker();
      w.start();
      w.halt();
      w.join();
      r.r1 = w.n;
    }
  }

  static class Waiter extends Thread {
    boolean go;
    volatile int n;

    public void run() {
      synchronized (this) {
        while (!go)
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
      }
      n = 1;
    }

    synchronized void go() {
      go = true;
      notify();
    }
  }

  @State
  @Expect(value = "1", because = "a worker that waits on itself")
  public static class WaitingWorker {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Waiter w = new Waiter();
      w.start();
      w.go();
      w.join();
      r.r1 = w.n;
    }
  }

  @State
  @Expect(value = "1", because = "polls with join(1)")
  public static class JoinLoop {
    int n;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> n = 1);
      t.start();
      while (t.isAlive()) t.join(1);
      r.r1 = n;
    }
  }

  @State
  @Expect(value = "1, 1", because = "joined by two")
  public static class JoinedByTwo {
    int n;
    final Thread t = new Thread(() -> n = 1);
    final CountDownLatch l = new CountDownLatch(1);

    @Actor
    public void one(II_Result r) throws InterruptedException {
      t.start();
      l.countDown();
      t.join();
      r.r1 = n;
    }

    @Actor
    public void two(II_Result r) throws InterruptedException {
      l.await();
      t.join();
      r.r2 = n;
    }
  }

  @State
  @Expect(
      value = {"1"},
      because = "exception in child while monitor held is released")
  public static class ChildThrowsInMonitor {
    int n;
    final Object m = new Object();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        synchronized (m) {
          n++;
          throw new RuntimeException();
        }
      });
      t.start();
      t.join();
      synchronized (m) {
        r.r1 = n;
      }
    }
  }

  @State
  @Expect(
      value = {"1 true", "1 false"},
      because = "child leaves a lock locked")
  public static class ChildLeavesLock {
    final ReentrantLock l = new ReentrantLock();

    @Actor
    public void one(L_Result r) throws InterruptedException {
      Thread t = new Thread(l::lock);
      t.start();
      boolean b = l.tryLock();
      if (b) l.unlock();
      t.join();
      r.r1 = "1 " + b;
    }
  }

  @State
  @Expect(
      value = {"DEADLOCK|STUCK"},
      because = "two children deadlock, and the actor joins them",
      mayAlso = "1")
  public static class JoinsDeadlocked {
    final Object a = new Object(), b = new Object();

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        synchronized (a) {
          synchronized (b) {
          }
        }
      });
      Thread u = new Thread(() -> {
        synchronized (b) {
          synchronized (a) {
          }
        }
      });
      t.start();
      u.start();
      t.join();
      u.join();
      r.r1 = 1;
    }
  }

  static class Grp extends ThreadGroup {
    volatile int n;

    Grp() {
      super("g");
    }

    public void uncaughtException(Thread t, Throwable e) {
      n = 5;
    }
  }

  @State
  @Expect(
      value = {"5"},
      because = "ThreadGroup.uncaughtException is called")
  public static class GroupHandles {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      Grp g = new Grp();
      Thread t = new Thread(g, () -> {
        throw new IllegalStateException();
      });
      t.start();
      t.join();
      r.r1 = g.n;
    }
  }

  @State
  @Expect(
      value = {"7"},
      because = "Thread.setDefaultUncaughtExceptionHandler")
  public static class DefaultHandler {
    static volatile int n;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread.setDefaultUncaughtExceptionHandler((t, e) -> n = 7);
      Thread t = new Thread(() -> {
        throw new IllegalStateException();
      });
      t.start();
      t.join();
      r.r1 = n;
    }
  }

  static class OwnHandler extends Thread {
    volatile int n;

    public void run() {
      throw new Error();
    }

    public UncaughtExceptionHandler getUncaughtExceptionHandler() {
      return (t, e) -> n = 3;
    }
  }

  @State
  @Expect(
      value = {"3"},
      because = "dispatch goes by getUncaughtExceptionHandler",
      mayAlso = "0")
  public static class OverriddenGetHandler {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      OwnHandler t = new OwnHandler();
      t.start();
      t.join();
      r.r1 = t.n;
    }
  }

  @State
  @Expect(
      value = {"9"},
      because = "handler removes itself, throws")
  public static class HandlerThrows {
    volatile int n;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {
        throw new Error();
      });
      t.setUncaughtExceptionHandler((x, e) -> {
        n = 9;
        throw new RuntimeException();
      });
      t.start();
      t.join();
      r.r1 = n;
    }
  }

  @State
  @Expect(
      value = {"NEW RUNNABLE", "NEW TERMINATED"},
      mayAlso = "NEW*",
      because = "Thread.getState")
  public static class States {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      String s = "" + t.getState();
      t.start();
      r.r1 = s + " " + t.getState();
    }
  }

  @State
  @Expect(
      value = {"TERMINATED"},
      because = "Thread.getState after join")
  public static class StateEnded {
    @Actor
    public void one(L_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {});
      t.start();
      t.join();
      r.r1 = t.getState();
    }
  }

  @State
  @Expect(
      value = {"ok"},
      because = "polls for its end")
  public static class SpinTerminated {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      t.start();
      while (t.getState() != Thread.State.TERMINATED) Thread.yield();
      r.r1 = "ok";
    }
  }

  @State
  @Expect(
      value = {"1", "0"},
      because = "InheritableThreadLocal: copy at creation")
  public static class Inherit {
    final InheritableThreadLocal<int[]> l = new InheritableThreadLocal<>();
    volatile int v;

    @Actor
    public void one(I_Result r) throws InterruptedException {
      int[] a = {0};
      l.set(a);
      Thread t = new Thread(() -> {
        synchronized (a) {
          v = l.get()[0];
        }
      });
      t.start();
      synchronized (a) {
        a[0] = 1;
      }
      t.join();
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"null"},
      because = "Thread(group, target, name, stackSize, inherit = false)")
  public static class NoInherit {
    final InheritableThreadLocal<String> l = new InheritableThreadLocal<>();
    volatile String v;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      l.set("x");
      Thread t = new Thread(null, () -> v = l.get(), "n", 0, false);
      t.start();
      t.join();
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"nm"},
      because = "name given")
  public static class Named {
    volatile String v;

    @Actor
    public void one(L_Result r) throws InterruptedException {
      Thread t = new Thread(() -> v = Thread.currentThread().getName(), "nm");
      t.start();
      t.join();
      r.r1 = v;
    }
  }

  @State
  @Expect(
      value = {"b"},
      because = "renamed")
  public static class Renamed {
    @Actor
    public void one(L_Result r) throws InterruptedException {
      Thread t = new Thread(() -> {}, "a");
      t.setName("b");
      t.start();
      t.join();
      r.r1 = t.getName();
    }
  }

  @State
  @Expect(
      value = {"ITSE"},
      because = "start twice")
  public static class StartTwice {
    @Actor
    public void one(L_Result r) {
      Thread t = new Thread(() -> {});
      t.start();
      try {
        t.start();
        r.r1 = "ok";
      } catch (IllegalThreadStateException e) {
        r.r1 = "ITSE";
      }
    }
  }

  static class RunTwice extends Thread {
    volatile int n;

    public void run() {
      n++;
    }
  }

  @State
  @Expect(
      value = {"2", "1"},
      because = "run called by hand and by start")
  public static class RunAndStart {
    @Actor
    public void one(I_Result r) throws InterruptedException {
      RunTwice t = new RunTwice();
      t.start();
      t.run();
      t.join();
      r.r1 = t.n;
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "ThreadLocal.remove then initial again")
  public static class RemoveInit {
    final ThreadLocal<Object> t = ThreadLocal.withInitial(Object::new);

    @Actor
    public void one(Z_Result r) {
      Object a = t.get();
      t.remove();
      r.r1 = a != t.get();
    }

    @Actor
    public void two() {
      t.get();
    }
  }

  @State
  @Expect(
      value = {"0", "1"},
      because = "initial value reads a variable")
  public static class LocalInitReads {
    volatile int n;
    final ThreadLocal<Integer> t = ThreadLocal.withInitial(() -> n);

    @Actor
    public void one(I_Result r) {
      t.get();
      r.r1 = t.get();
    }

    @Actor
    public void two() {
      n = 1;
    }
  }

  @State
  @Expect(
      value = {"true false"},
      because = "Thread.interrupted clears")
  public static class Clears {
    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = Thread.interrupted() + " " + Thread.currentThread().isInterrupted();
    }
  }

  @State
  @Expect(
      value = "true",
      because = "Thread.isInterrupted: a thread that has ended keeps its flag in OpenJDK since 17")
  public static class InterruptedEnded {
    @Actor
    public void one(Z_Result r) throws InterruptedException {
      Thread t = new Thread(() -> Thread.currentThread().interrupt());
      t.start();
      t.join();
      r.r1 = t.isInterrupted();
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "Thread.interrupt: a thread not started keeps it (since 14)")
  public static class InterruptNew {
    volatile boolean b;

    @Actor
    public void one(Z_Result r) throws InterruptedException {
      Thread t = new Thread(() -> b = Thread.interrupted());
      t.interrupt();
      t.start();
      t.join();
      r.r1 = b;
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "isInterrupted of a thread not started")
  public static class IsInterruptedNew {
    @Actor
    public void one(Z_Result r) {
      Thread t = new Thread(() -> {});
      t.interrupt();
      r.r1 = t.isInterrupted();
    }
  }

  @State
  @Expect(
      value = {"IE true", "IE false"},
      because = "tryLock(0) checks the flag")
  public static class TryLockZeroInterrupted {
    final ReentrantLock l = new ReentrantLock();
    volatile boolean b;

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      try {
        l.tryLock(0, TimeUnit.SECONDS);
        r.r1 = "ok";
      } catch (InterruptedException e) {
        r.r1 = "IE " + b;
      }
    }

    @Actor
    public void two() {
      b = true;
    }
  }

  @State
  @Expect(
      value = {"IE true", "IE false"},
      because = "CountDownLatch.await checks interrupts first, even at zero")
  public static class ZeroLatchInterrupted {
    final CountDownLatch l = new CountDownLatch(0);
    volatile boolean b;

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      try {
        l.await();
        r.r1 = "ok";
      } catch (InterruptedException e) {
        r.r1 = "IE " + b;
      }
    }

    @Actor
    public void two() {
      b = true;
    }
  }

  @State
  @Expect(
      value = {"0 true", "1 false", "1 true"},
      mayAlso = {"0 false"},
      because = "interrupted while it queues")
  public static class LockInterruptiblyHeld {
    final ReentrantLock l = new ReentrantLock();
    final Thread[] t = new Thread[1];
    volatile boolean set;

    @Actor
    public void one(L_Result r) {
      t[0] = Thread.currentThread();
      set = true;
      int k;
      try {
        l.lockInterruptibly();
        l.unlock();
        k = 1;
      } catch (InterruptedException e) {
        k = 0;
      }
      r.r1 = k + " " + (k == 0 ? true : Thread.interrupted());
    }

    @Actor
    public void two() {
      l.lock();
      if (set) t[0].interrupt();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"n true", "i false"},
      mayAlso = {"n false"},
      because = "interrupt and notify of one that waits")
  public static class NotifyAndInterrupt {
    boolean in, done;
    Thread t;

    @Actor
    public void one(L_Result r) {
      synchronized (this) {
        t = Thread.currentThread();
        in = true;
        notifyAll();
        String s = "n";
        try {
          while (!done) wait();
        } catch (InterruptedException e) {
          s = "i";
        }
        r.r1 = s + " " + Thread.interrupted();
      }
    }

    @Actor
    public void two() {
      synchronized (this) {
        while (!in)
          try {
            wait();
          } catch (InterruptedException e) {
          }
        done = true;
        t.interrupt();
        notifyAll();
      }
    }
  }

  @State
  @Expect(
      value = {"IE", "true"},
      because = "interrupted before tryAcquire with time: throws though a permit is there")
  public static class TryAcquireInterrupted {
    final Semaphore s = new Semaphore(1);
    volatile int x;

    @Actor
    public void one(L_Result r) {
      if (x == 1) Thread.currentThread().interrupt();
      try {
        r.r1 = s.tryAcquire(1, TimeUnit.SECONDS) ? "true" : "false";
      } catch (InterruptedException e) {
        r.r1 = "IE";
      }
    }

    @Actor
    public void two() {
      x = 1;
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "tryAcquire without time ignores the flag")
  public static class TryAcquireIgnores {
    final Semaphore s = new Semaphore(1);

    @Actor
    public void one(Z_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = s.tryAcquire() && Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "acquireUninterruptibly keeps the flag")
  public static class AcquireKeeps {
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
      value = {"IE 0", "IE 1"},
      because = "barrier: interrupted before it arrives breaks it")
  public static class BarrierInterruptedBefore {
    final CyclicBarrier b = new CyclicBarrier(2);
    volatile int x;

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      try {
        b.await();
        r.r1 = "ok";
      } catch (InterruptedException e) {
        r.r1 = "IE " + x;
      } catch (BrokenBarrierException e) {
        r.r1 = "BB";
      }
    }

    @Actor
    public void two() {
      x = 1;
    }
  }

  @State
  @Expect(
      value = {"false true", "true true"},
      mayAlso = "true false",
      because = "awaitUninterruptibly keeps the flag")
  public static class AwaitUninterruptiblyKeeps {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean go;
    volatile Thread t;

    @Actor
    public void one(L_Result r) {
      t = Thread.currentThread();
      l.lock();
      boolean g = go;
      while (!go) c.awaitUninterruptibly();
      l.unlock();
      r.r1 = g + " " + Thread.interrupted();
    }

    @Actor
    public void two() {
      Thread w;
      while ((w = t) == null) Thread.onSpinWait();
      w.interrupt();
      l.lock();
      go = true;
      c.signal();
      l.unlock();
    }
  }

  @State
  @Expect(
      value = {"true"},
      because = "park returns when interrupted, the flag stays")
  public static class ParkInterruptedTwice {
    @Actor
    public void one(Z_Result r) {
      Thread.currentThread().interrupt();
      LockSupport.park();
      LockSupport.park(this);
      LockSupport.parkNanos(1);
      r.r1 = Thread.interrupted();
    }
  }

  @State
  @Expect(
      value = "1 true",
      because =
          "CompletableFuture.get: waits if necessary; OpenJDK looks at the flag only if it waits",
      mayAlso = "IE false")
  public static class GetDoneInterrupted {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(L_Result r) {
      f.complete(1);
      Thread.currentThread().interrupt();
      r.r1 = run(() -> f.get());
    }

    @Actor
    public void two() {
      f.isDone();
    }
  }

  @State
  @Expect(
      value = "1 true",
      because = "CompletableFuture.get(time): OpenJDK looks at the flag first",
      mayAlso = "IE false")
  public static class TimedGetDoneInterrupted {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(L_Result r) {
      f.complete(1);
      Thread.currentThread().interrupt();
      r.r1 = run(() -> f.get(1, TimeUnit.SECONDS));
    }

    @Actor
    public void two() {
      f.isDone();
    }
  }

  @State
  @Expect(
      value = {"IE false", "1 true"},
      because = "CompletableFuture.get: either, if not complete")
  public static class GetInterrupted {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = run(() -> f.get());
    }

    @Actor
    public void two() {
      f.complete(1);
    }
  }

  @State
  @Expect(
      value = {"1 true"},
      because = "CompletableFuture.join is not interrupted")
  public static class JoinKeepsFlag {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = run(() -> f.join());
    }

    @Actor
    public void two() {
      f.complete(1);
    }
  }

  @State
  @Expect(
      value = {"IE false"},
      because = "LinkedBlockingQueue.take: lockInterruptibly",
      mayAlso = "1 true")
  public static class TakeInterrupted {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();

    @Actor
    public void one(L_Result r) {
      q.add(1);
      Thread.currentThread().interrupt();
      r.r1 = run(() -> q.take());
    }

    @Actor
    public void two() {
      q.peek();
    }
  }

  @State
  @Expect(
      value = {"IE false"},
      because = "ArrayBlockingQueue.put: lockInterruptibly",
      mayAlso = "0 true")
  public static class PutInterrupted {
    final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = run(() -> {
        q.put(1);
        return 0;
      });
    }

    @Actor
    public void two() {
      q.peek();
    }
  }

  @State
  @Expect(
      value = {"1 true"},
      because = "LinkedBlockingDeque.takeFirst: the lock is not taken interruptibly (17)",
      mayAlso = "IE false")
  public static class DequeTakeInterrupted {
    final BlockingDeque<Integer> q = new LinkedBlockingDeque<>();

    @Actor
    public void one(L_Result r) {
      q.add(1);
      Thread.currentThread().interrupt();
      r.r1 = run(() -> q.takeFirst());
    }

    @Actor
    public void two() {
      q.peek();
    }
  }

  @State
  @Expect(
      value = {"0 true"},
      because = "LinkedBlockingDeque.put: the lock is not taken interruptibly (17)",
      mayAlso = "IE false")
  public static class DequePutInterrupted {
    final BlockingDeque<Integer> q = new LinkedBlockingDeque<>();

    @Actor
    public void one(L_Result r) {
      Thread.currentThread().interrupt();
      r.r1 = run(() -> {
        q.put(1);
        return 0;
      });
    }

    @Actor
    public void two() {
      q.peek();
    }
  }

  @State
  @Expect(
      value = {"IE false"},
      because = "LinkedBlockingDeque.pollFirst(time): lockInterruptibly",
      mayAlso = "1 true")
  public static class DequePollInterrupted {
    final BlockingDeque<Integer> q = new LinkedBlockingDeque<>();

    @Actor
    public void one(L_Result r) {
      q.add(1);
      Thread.currentThread().interrupt();
      r.r1 = run(() -> q.pollFirst(1, TimeUnit.SECONDS));
    }

    @Actor
    public void two() {
      q.peek();
    }
  }
}
