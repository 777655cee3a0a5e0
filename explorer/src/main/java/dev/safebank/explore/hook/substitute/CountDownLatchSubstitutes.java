package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.CountDownLatchModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import dev.safebank.explore.thread.Interrupts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls to a {@code CountDownLatch}. */
@Substitutes(CountDownLatch.class)
public final class CountDownLatchSubstitutes {

  private CountDownLatchSubstitutes() {}

  /** Stands in for {@link CountDownLatch#await()}. */
  public static void await(CountDownLatch latch, int site) throws InterruptedException {
    model(latch)
        .await(CurrentExecution.get(), CurrentExecution.thread(), WaitMode.INTERRUPTIBLE, site);
  }

  /** Stands in for {@link CountDownLatch#await(long, TimeUnit)}. */
  public static boolean await(CountDownLatch latch, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (unit.toNanos(time) > 0) {
      return model(latch)
          .await(CurrentExecution.get(), CurrentExecution.thread(), WaitMode.TIMED, site);
    }
    Interrupts.check(CurrentExecution.get(), CurrentExecution.thread(), site);
    return model(latch)
        .await(CurrentExecution.get(), CurrentExecution.thread(), WaitMode.IMMEDIATE, site);
  }

  /** Stands in for {@link CountDownLatch#countDown()}. */
  public static void countDown(CountDownLatch latch, int site) {
    model(latch).countDown(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link CountDownLatch#getCount()}. */
  public static long getCount(CountDownLatch latch, int site) {
    return model(latch).count(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  private static CountDownLatchModel model(CountDownLatch latch) {
    return new SynchronizerModels(CurrentExecution.get()).latch(latch);
  }
}
