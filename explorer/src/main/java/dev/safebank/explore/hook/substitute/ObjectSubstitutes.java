package dev.safebank.explore.hook.substitute;

import dev.safebank.explore.boundary.RuntimeClass;
import dev.safebank.explore.hook.boundary.BoundaryCall;
import dev.safebank.explore.hook.boundary.BoundaryHooks;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.synchronizer.ReentrantLockModel;
import dev.safebank.explore.synchronizer.SynchronizerModels;
import dev.safebank.explore.synchronizer.WaitMode;
import java.util.Objects;

/** Calls to methods that every object has. */
@Substitutes(Object.class)
public final class ObjectSubstitutes {

  private ObjectSubstitutes() {}

  /** Stands in for {@link Object#wait()}. */
  public static void wait(Object object, int site) throws InterruptedException {
    wait(object, WaitMode.INTERRUPTIBLE, site);
  }

  /** Stands in for {@link Object#wait(long)}: when the time is over is the scheduler's choice. */
  public static void wait(Object object, long millis, int site) throws InterruptedException {
    Objects.requireNonNull(object);
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    wait(object, millis == 0 ? WaitMode.INTERRUPTIBLE : WaitMode.TIMED, site);
  }

  /** Stands in for {@link Object#wait(long, int)}. */
  public static void wait(Object object, long millis, int nanos, int site)
      throws InterruptedException {
    Objects.requireNonNull(object);
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    wait(object, nanos > 0 && millis >= 0 && millis < Long.MAX_VALUE ? millis + 1 : millis, site);
  }

  private static void wait(Object object, WaitMode mode, int site) throws InterruptedException {
    if (object instanceof Thread) {
      throw CurrentExecution.get().blockBefore(site); // Its end notifies all that wait.
    }
    ReentrantLockModel monitor = monitor(object);
    ThreadContext actor = CurrentExecution.thread()
        .orElseThrow(
            () -> CurrentExecution.get().blockOutsideActors(ResourceKind.NOTIFICATION, site));
    monitor.monitorWaiters().await(CurrentExecution.get(), actor, mode, site);
  }

  /** Stands in for {@link Object#notify()}: which thread wakes up is a choice. */
  public static void notify(Object object, int site) {
    signal(object, false, site);
  }

  /** Stands in for {@link Object#notifyAll()}. */
  public static void notifyAll(Object object, int site) {
    signal(object, true, site);
  }

  private static void signal(Object object, boolean all, int site) {
    ReentrantLockModel monitor = monitor(object);
    monitor.monitorWaiters().signal(CurrentExecution.get(), CurrentExecution.thread(), all, site);
  }

  /** Stands in for {@link Object#hashCode()}, where nothing overrides it. */
  public static int hashCode(Object object, int site) {
    if (RuntimeClass.of(object).hasIdentityHash()) {
      return SystemSubstitutes.identityHashCode(object, site);
    }
    BoundaryCall open = BoundaryHooks.begin(new Object[] {object}, site);
    try {
      return object.hashCode();
    } finally {
      BoundaryHooks.end(open);
    }
  }

  private static ReentrantLockModel monitor(Object object) {
    return SynchronizerModels.monitor(CurrentExecution.get(), object);
  }
}
