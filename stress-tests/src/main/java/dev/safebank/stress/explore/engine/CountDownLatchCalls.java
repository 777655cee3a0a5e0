package dev.safebank.stress.explore.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls to a {@code CountDownLatch}. */
@CallsTo(CountDownLatch.class)
public final class CountDownLatchCalls {

  private CountDownLatchCalls() {}

  /** Stands in for {@link CountDownLatch#await()}. */
  public static void await(CountDownLatch latch, int site) throws InterruptedException {
    model(latch).await(Steps.current(), Steps.actor(), false, site);
  }

  /** Stands in for {@link CountDownLatch#await(long, TimeUnit)}. */
  public static boolean await(CountDownLatch latch, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return model(latch).await(Steps.current(), Steps.actor(), true, site);
  }

  /** Stands in for {@link CountDownLatch#countDown()}. */
  public static void countDown(CountDownLatch latch, int site) {
    model(latch).countDown(Steps.current(), Steps.actor(), site);
  }

  /** Stands in for {@link CountDownLatch#getCount()}. */
  public static long getCount(CountDownLatch latch, int site) {
    return model(latch).count(Steps.current(), Steps.actor(), site);
  }

  private static Latch model(CountDownLatch latch) {
    return new Models(Steps.current()).latch(latch);
  }
}
