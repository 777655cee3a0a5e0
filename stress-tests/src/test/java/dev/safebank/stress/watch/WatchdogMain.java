package dev.safebank.stress.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import org.openjdk.jcstress.annotations.Actor;

/** A program with two actors that block in the way that the argument names. */
public final class WatchdogMain {

  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
  private final Object a = new Object();
  private final Object b = new Object();
  private final Semaphore permit = new Semaphore(0);

  private WatchdogMain() {}

  /** Runs the actors {@code monitors} or {@code permits}. */
  public static void main(String[] args) throws Exception {
    Watchdog.guard(WatchdogMain.class);
    WatchdogMain test = new WatchdogMain();
    CountDownLatch done = new CountDownLatch(2);
    boolean monitors = args[0].equals("monitors");
    start(() -> System.out.println(monitors ? test.lockAThenB() : test.acquire()), done);
    start(() -> System.out.println(monitors ? test.lockBThenA() : test.acquireToo()), done);
    done.await();
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void start(Action action, CountDownLatch done) {
    new Thread(() -> {
          try {
            action.run();
            done.countDown();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        })
        .start();
  }

  @Actor
  String lockAThenB() throws Exception {
    return enterBoth(a, b);
  }

  @Actor
  String lockBThenA() throws Exception {
    return enterBoth(b, a);
  }

  @Actor
  String acquire() {
    return acquireFromNobody();
  }

  @Actor
  String acquireToo() {
    return acquireFromNobody();
  }

  private String enterBoth(Object one, Object other) throws Exception {
    synchronized (one) {
      bothHoldOne.await();
      synchronized (other) {
        return "entered both";
      }
    }
  }

  private String acquireFromNobody() {
    try {
      permit.acquire();
      return "acquired";
    } catch (InterruptedException blocked) {
      return Watchdog.ruling();
    }
  }
}
