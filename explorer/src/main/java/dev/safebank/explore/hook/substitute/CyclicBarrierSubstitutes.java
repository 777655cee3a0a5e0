package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.CyclicBarrierModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to a {@code CyclicBarrier}; one with an action is not controlled. */
@Substitutes(CyclicBarrier.class)
public final class CyclicBarrierSubstitutes {

  private CyclicBarrierSubstitutes() {}

  /** Stands in for {@link CyclicBarrier#await()}. */
  public static int await(CyclicBarrier barrier, int site)
      throws InterruptedException, BrokenBarrierException {
    try {
      return await(barrier, WaitMode.INTERRUPTIBLE, site);
    } catch (TimeoutException never) {
      throw new IllegalStateException("timed out where that is not possible", never);
    }
  }

  /** Stands in for {@link CyclicBarrier#await(long, TimeUnit)}. */
  public static int await(CyclicBarrier barrier, long time, TimeUnit unit, int site)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return await(barrier, unit.toNanos(time) > 0 ? WaitMode.TIMED : WaitMode.IMMEDIATE, site);
  }

  private static int await(CyclicBarrier barrier, WaitMode mode, int site)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return model(barrier).await(CurrentExecution.get(), CurrentExecution.thread(), mode, site);
  }

  /** Stands in for {@link CyclicBarrier#reset()}. */
  public static void reset(CyclicBarrier barrier, int site) {
    model(barrier).reset(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link CyclicBarrier#isBroken()}. */
  public static boolean isBroken(CyclicBarrier barrier, int site) {
    return model(barrier).isBroken(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  /** Stands in for {@link CyclicBarrier#getNumberWaiting()}. */
  public static int getNumberWaiting(CyclicBarrier barrier, int site) {
    return model(barrier).waiting(CurrentExecution.get(), CurrentExecution.thread(), site);
  }

  private static CyclicBarrierModel model(CyclicBarrier barrier) {
    return new SynchronizerModels(CurrentExecution.get()).barrier(barrier);
  }
}
