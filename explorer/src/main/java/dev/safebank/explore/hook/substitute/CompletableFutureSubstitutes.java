package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.WaitMode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that wait for a {@code CompletableFuture}. Only one without dependent stages can get here:
 * whoever adds some is stopped.
 */
@Substitutes(CompletableFuture.class)
public final class CompletableFutureSubstitutes {

  private CompletableFutureSubstitutes() {}

  /** Stands in for {@link CompletableFuture#join}. */
  public static Object join(CompletableFuture<Object> future, int site) {
    check(future, site);
    try {
      BlockingCalls.await(future, future::isDone, false, WaitMode.UNINTERRUPTIBLE, site);
    } catch (InterruptedException never) {
      throw new IllegalStateException("interrupted where that is not possible", never);
    }
    return future.join();
  }

  /** Stands in for {@link CompletableFuture#get()}: one that is complete ignores interrupts. */
  public static Object get(CompletableFuture<Object> future, int site)
      throws InterruptedException, ExecutionException {
    check(future, site);
    if (!isDoneNow(future, site)) {
      BlockingCalls.await(future, future::isDone, false, WaitMode.INTERRUPTIBLE, site);
    }
    return future.get();
  }

  /** Stands in for {@link CompletableFuture#get(long, TimeUnit)}. */
  public static Object get(CompletableFuture<Object> future, long time, TimeUnit unit, int site)
      throws InterruptedException, ExecutionException, TimeoutException {
    check(future, site);
    if (!isDoneNow(future, site)
        && !BlockingCalls.await(future, future::isDone, false, time, unit, site)) {
      throw new TimeoutException();
    }
    return future.get();
  }

  private static boolean isDoneNow(CompletableFuture<Object> future, int site)
      throws InterruptedException {
    return BlockingCalls.await(future, future::isDone, false, WaitMode.IMMEDIATE, site);
  }

  private static void check(CompletableFuture<Object> future, int site) {
    if (future.getClass() != CompletableFuture.class) {
      throw CurrentExecution.get().blockBefore(site);
    }
  }
}
