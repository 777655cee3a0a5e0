package dev.safebank.explore.programs;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Programs so small that their interleavings can be counted by hand. They are jcstress tests but
 * for the annotation that would have jcstress run them.
 */
public final class Counted {

  private Counted() {}

  /** Two writes, then two reads across. */
  @State
  public static class StoreBuffering {
    private volatile int x;
    private volatile int y;

    @Actor
    public void one(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void two(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  /** Data, then a volatile flag; read the other way round, whatever the flag says. */
  @State
  public static class MessagePassing {
    private int data;
    private volatile int flag;

    @Actor
    public void send(II_Result r) {
      data = 1;
      flag = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  /** The same, but the data is read only if the flag says so. */
  @State
  public static class GuardedMessagePassing {
    private int data;
    private volatile boolean flag;

    @Actor
    public void send() {
      data = 1;
      flag = true;
    }

    @Actor
    public void receive(I_Result r) {
      r.r1 = flag ? data : -1;
    }
  }

  /** Three steps against four, all on one variable. */
  @State
  public static class ThreeByFour {
    private volatile int x;

    @Actor
    public void three() {
      x = 1;
      x = 2;
      x = 3;
    }

    @Actor
    public void four() {
      x = 4;
      x = 5;
      x = 6;
      x = 7;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  /** Three steps against four, each actor on a variable of its own. */
  @State
  public static class ThreeBesideFour {
    private volatile int x;
    private volatile int y;

    @Actor
    public void three() {
      x = 1;
      x = 2;
      x = 3;
    }

    @Actor
    public void four() {
      y = 4;
      y = 5;
      y = 6;
      y = 7;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  /** Two increments of a plain field. */
  @State
  public static class LostUpdate {
    private int n;

    @Actor
    public void one() {
      n++;
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

  /** Two philosophers with two forks. */
  @State
  public static class TwoPhilosophers {
    private final Lock first = new ReentrantLock();
    private final Lock second = new ReentrantLock();

    @Actor
    public void one(II_Result r) {
      eat(first, second);
    }

    @Actor
    public void two(II_Result r) {
      eat(second, first);
    }
  }

  /** Three philosophers in a circle. */
  @State
  public static class ThreePhilosophers {
    private final Lock first = new ReentrantLock();
    private final Lock second = new ReentrantLock();
    private final Lock third = new ReentrantLock();

    @Actor
    public void one(II_Result r) {
      eat(first, second);
    }

    @Actor
    public void two(II_Result r) {
      eat(second, third);
    }

    @Actor
    public void three(II_Result r) {
      eat(third, first);
    }
  }

  @SuppressWarnings("LockNotBeforeTry") // Nothing between the locks can fail.
  private static void eat(Lock left, Lock right) {
    left.lock();
    right.lock();
    right.unlock();
    left.unlock();
  }

  /** One waits without asking whether it still needs to; the other notifies once. */
  @State
  public static class LostWakeUp {

    @Actor
    public void waiter(I_Result r) throws InterruptedException {
      synchronized (this) {
        waitOnce();
      }
      r.r1 = 1;
    }

    @SuppressWarnings("WaitNotInLoop") // This is the fault to be found.
    private void waitOnce() throws InterruptedException {
      wait();
    }

    @Actor
    public void notifier(I_Result r) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** The same with a flag, asked for in a loop. */
  @State
  public static class GuardedWait {
    private boolean ready;

    @Actor
    public void waiter(I_Result r) throws InterruptedException {
      synchronized (this) {
        while (!ready) {
          wait();
        }
      }
      r.r1 = 1;
    }

    @Actor
    public void notifier(I_Result r) {
      synchronized (this) {
        ready = true;
        notifyAll();
      }
    }
  }

  /** A singleton checked twice, in a plain field. */
  @State
  public static class BrokenDoubleChecked {
    private Box instance;

    @SuppressWarnings("DoubleCheckedLocking") // This is the fault to be found.
    private Box get() {
      if (instance == null) {
        synchronized (this) {
          if (instance == null) {
            instance = new Box();
          }
        }
      }
      return instance;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = get().value;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = get().value;
    }
  }

  /** A singleton checked twice, in a volatile field. */
  @State
  public static class DoubleChecked {
    private volatile Box instance;

    private Box get() {
      if (instance == null) {
        synchronized (this) {
          if (instance == null) {
            instance = new Box();
          }
        }
      }
      return instance;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = get().value;
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = get().value;
    }
  }

  private static final class Box {
    private int value;

    private Box() {
      value = 42;
    }
  }
}
