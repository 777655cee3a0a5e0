package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.thread.Interrupts;
import java.util.Optional;

/**
 * A blocking acquisition: how a thread waits for a lock, for permits, or for a latch. It returns
 * when the acquisition is possible, and the caller performs it in the same step; or when the time
 * is over.
 *
 * <p>A thread that is interrupted while it waits may still acquire what is available, with the
 * interrupt pending: OpenJDK's {@code AbstractQueuedSynchronizer} tries once more before it checks
 * for an interrupt.
 *
 * <p>One that joins a queue first tries to take what is there. It need not be seen to queue as long
 * as it would only wait its turn: it may as well not have come yet. Only those that hold up others
 * by queueing must.
 *
 * @param action what the step counts as
 * @param location where the synchronizer's state lives
 * @param change whether the step conflicts with others of its kind
 * @param amount how much is taken, as a number of locks
 */
record Acquisition(
    Action action,
    Resource resource,
    Location location,
    boolean change,
    Guard available,
    WaitMode mode,
    int amount) {

  /** Waits without blocking other threads; true if the acquisition is possible. */
  boolean await(Execution execution, ThreadContext self, int site) throws InterruptedException {
    checkInterrupt(execution, self, site);
    boolean stepped = await(execution, self, available, site);
    return settle(execution, self, stepped, available.isOpen(), false);
  }

  /**
   * Waits in a queue, and so blocks the threads that come later. A thread with a time limit leaves
   * the queue in the end, so it cannot block others forever: it does not queue at all.
   *
   * @param fair whether one that comes while others wait queues even if it could be served
   */
  boolean await(Execution execution, ThreadContext self, WaitQueue queue, boolean fair, int site)
      throws InterruptedException {
    if (mode.isTimed()) {
      return await(execution, self, site);
    }
    checkInterrupt(execution, self, site);
    begin(execution, self, site);
    boolean stepped = execution.accesses().await(self, location, site);
    if (available.isOpen() && (!fair || queue.isEmpty())) {
      return settle(execution, self, stepped, true, false);
    }
    if (stepped) {
      self.executing().becomes(Action.TRY);
    }
    Object place = queue.join();
    try {
      Guard turn = () -> queue.isFirst(place) && available.isOpen();
      return settle(execution, self, await(execution, self, turn, site), turn.isOpen(), true);
    } finally {
      queue.leave(place);
    }
  }

  /** Whether this was a step. */
  private boolean await(Execution execution, ThreadContext self, Guard open, int site) {
    boolean interruptible = isInterruptible(execution);
    begin(execution, self, site)
        .enabledWhen(
            resource, () -> open.isOpen() || mode.isTimed() || (interruptible && self.interrupted));
    return execution.accesses().await(self, location, site);
  }

  private void checkInterrupt(Execution execution, ThreadContext self, int site)
      throws InterruptedException {
    if (mode.isInterruptible()) {
      Interrupts.check(execution, Optional.of(self), site);
    }
  }

  private Operation begin(Execution execution, ThreadContext self, int site) {
    Operation step = self.pending().begin(action, site).access(location, change);
    return isInterruptible(execution) ? step.access(self.interruptFlag, true) : step;
  }

  private boolean isInterruptible(Execution execution) {
    return mode.isInterruptible() && execution.findings().interrupts();
  }

  /** The result of the current step: acquired, interrupted, or timed out. */
  private boolean settle(
      Execution execution, ThreadContext self, boolean stepped, boolean takes, boolean queued)
      throws InterruptedException {
    if (isInterruptible(execution)) {
      if (self.interrupted && isInterruptHeeded(execution, takes)) {
        settleChange(self, queued);
        self.takeInterrupt();
        throw new InterruptedException();
      }
      self.executing().changed(self.interruptFlag, false);
    }
    if (stepped) {
      self.taken = takes ? amount : 0;
      settleChange(self, takes || queued);
    }
    return takes;
  }

  /** A step that changed nothing has only read; unless those that it waited for change nothing. */
  private void settleChange(ThreadContext self, boolean changed) {
    if (!location.isHeldByMany()) {
      self.executing().changed(location, change && changed);
    }
  }

  private boolean isInterruptHeeded(Execution execution, boolean takes) {
    boolean other = takes || mode.isTimed();
    return !other || execution.scheduler().alternative(2) == 0;
  }
}
