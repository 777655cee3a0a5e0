package dev.safebank.model.contract;

import dev.safebank.model.Midway;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A hook that holds up transfers of one amount until it is opened. */
final class Pause implements Midway {

  private final long amount;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Holds up transfers of this amount. */
  Pause(long amount) {
    this.amount = amount;
  }

  @Override
  public void reached(int from, int to, long transferred) throws InterruptedException {
    if (transferred == amount) {
      reached.countDown();
      open.await();
    }
  }

  /** Waits until a transfer is held up; false if none is in time. */
  boolean awaitReached(Duration limit) throws InterruptedException {
    return reached.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Lets all transfers pass from now on. */
  void open() {
    open.countDown();
  }
}
