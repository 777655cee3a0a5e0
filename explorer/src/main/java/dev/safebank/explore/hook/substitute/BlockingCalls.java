package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import dev.safebank.explore.thread.Interrupts;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** How calls wait at objects of the JDK that keep their own state. */
final class BlockingCalls {

  /** Those that wait for an element or for space, and for nothing else. */
  private static final Set<Class<?>> QUEUES =
      Set.of(LinkedBlockingQueue.class, ArrayBlockingQueue.class, LinkedBlockingDeque.class);

  private BlockingCalls() {}

  /** Waits for an element; the call that takes it must follow. */
  static void awaitElement(BlockingQueue<?> queue, int site) throws InterruptedException {
    check(queue, site);
    await(queue, () -> !queue.isEmpty(), site);
  }

  /** Waits for an element for some time; false if that was over before. */
  static boolean awaitElement(BlockingQueue<?> queue, long time, TimeUnit unit, int site)
      throws InterruptedException {
    check(queue, site);
    return await(queue, () -> !queue.isEmpty(), true, time, unit, site);
  }

  /** Waits for space; the call that fills it must follow. */
  static void awaitSpace(BlockingQueue<?> queue, int site) throws InterruptedException {
    check(queue, site);
    await(queue, () -> queue.remainingCapacity() > 0, site);
  }

  /** Waits for space for some time; false if that was over before. */
  static boolean awaitSpace(BlockingQueue<?> queue, long time, TimeUnit unit, int site)
      throws InterruptedException {
    check(queue, site);
    return await(queue, () -> queue.remainingCapacity() > 0, true, time, unit, site);
  }

  private static void check(BlockingQueue<?> queue, int site) {
    if (!QUEUES.contains(queue.getClass())) {
      throw CurrentExecution.get().blockBefore(site);
    }
  }

  /** A deque looks for an interrupt only if it has to wait, as OpenJDK's does. */
  private static void await(BlockingQueue<?> queue, Guard wanted, int site)
      throws InterruptedException {
    boolean need = !(queue instanceof LinkedBlockingDeque<?>)
        || !CurrentExecution.get().findings().interrupts()
        || !await(queue, wanted, true, WaitMode.IMMEDIATE, site);
    if (need) {
      await(queue, wanted, true, WaitMode.INTERRUPTIBLE, site);
    }
  }

  /** Waits at any object. */
  static boolean await(Object object, Guard wanted, boolean changes, WaitMode mode, int site)
      throws InterruptedException {
    return new SynchronizerModels(CurrentExecution.get())
        .blocking(object)
        .await(CurrentExecution.get(), CurrentExecution.thread(), wanted, changes, mode, site);
  }

  /** Waits at any object for some time. */
  static boolean await(
      Object object, Guard wanted, boolean changes, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (unit.toNanos(time) > 0) {
      return await(object, wanted, changes, WaitMode.TIMED, site);
    }
    Interrupts.check(CurrentExecution.get(), CurrentExecution.thread(), site);
    return await(object, wanted, changes, WaitMode.IMMEDIATE, site);
  }
}
