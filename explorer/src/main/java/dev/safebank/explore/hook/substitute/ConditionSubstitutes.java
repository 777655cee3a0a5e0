package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import dev.safebank.explore.synchronizer.WaitSet;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Calls to a {@code Condition}; one that the program implements itself is simply called. */
@Substitutes(Condition.class)
@SuppressWarnings("WaitNotInLoop") // The loop, if there is one, is around the call stood in for.
public final class ConditionSubstitutes {

  private ConditionSubstitutes() {}

  /** Stands in for {@link Condition#await()}. */
  public static void await(Condition condition, int site) throws InterruptedException {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      condition.await();
    } else {
      wait(model.get(), WaitMode.INTERRUPTIBLE, site);
    }
  }

  /** Stands in for {@link Condition#await(long, TimeUnit)}. */
  public static boolean await(Condition condition, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      return condition.await(time, unit);
    }
    boolean mayBeInTime = unit.toNanos(time) > 0;
    WaitSet.Wake wake = wait(model.get(), WaitMode.TIMED, site);
    return wake == WaitSet.Wake.SIGNALLED || (mayBeInTime && wake == WaitSet.Wake.SPURIOUS);
  }

  /** Stands in for {@link Condition#awaitUntil(Date)}. */
  public static boolean awaitUntil(Condition condition, Date deadline, int site)
      throws InterruptedException {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      return condition.awaitUntil(deadline);
    }
    Objects.requireNonNull(deadline);
    return wait(model.get(), WaitMode.TIMED, site) != WaitSet.Wake.TIMED_OUT;
  }

  /**
   * Stands in for {@link Condition#awaitNanos(long)}; what is left is all or nothing. One that was
   * signalled in time may have the lock back when its time is over.
   */
  public static long awaitNanos(Condition condition, long nanos, int site)
      throws InterruptedException {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      return condition.awaitNanos(nanos);
    }
    boolean inTime = switch (wait(model.get(), WaitMode.TIMED, site)) {
      case SIGNALLED -> CurrentExecution.get().scheduler().alternative(2) == 0;
      case SPURIOUS -> true;
      case TIMED_OUT -> false;
    };
    return inTime ? nanos : Math.min(nanos, 0);
  }

  /** Stands in for {@link Condition#awaitUninterruptibly()}: an interrupt remains pending. */
  public static void awaitUninterruptibly(Condition condition, int site) {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      condition.awaitUninterruptibly();
      return;
    }
    try {
      wait(model.get(), WaitMode.UNINTERRUPTIBLE, site);
    } catch (InterruptedException never) {
      throw new IllegalStateException("interrupted where that is not possible", never);
    }
  }

  /** Stands in for {@link Condition#signal()}. */
  public static void signal(Condition condition, int site) {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      condition.signal();
    } else {
      signal(model.get(), false, site);
    }
  }

  /** Stands in for {@link Condition#signalAll()}. */
  public static void signalAll(Condition condition, int site) {
    Optional<WaitSet> model = model(condition);
    if (model.isEmpty()) {
      condition.signalAll();
    } else {
      signal(model.get(), true, site);
    }
  }

  private static WaitSet.Wake wait(WaitSet waiters, WaitMode mode, int site)
      throws InterruptedException {
    ThreadContext actor = CurrentExecution.thread()
        .orElseThrow(
            () -> CurrentExecution.get().blockOutsideActors(ResourceKind.NOTIFICATION, site));
    return waiters.await(CurrentExecution.get(), actor, mode, site);
  }

  private static void signal(WaitSet waiters, boolean all, int site) {
    waiters.signal(CurrentExecution.get(), CurrentExecution.thread(), all, site);
  }

  private static Optional<WaitSet> model(Condition condition) {
    return CurrentExecution.get() == null
        ? Optional.empty()
        : new SynchronizerModels(CurrentExecution.get()).condition(condition);
  }
}
