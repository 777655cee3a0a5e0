package dev.safebank.explore.hook;

import dev.safebank.explore.hook.boundary.IdentityHooks;
import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.synchronizer.SynchronizerModels;

/**
 * Called by instrumented code instead of entering and leaving a monitor. Not meant to be called by
 * anything else.
 */
public final class MonitorHooks {

  private MonitorHooks() {}

  /** Stands in for the start of a {@code synchronized} block. */
  public static void enter(Object object, int site) {
    Execution execution = CurrentExecution.get();
    if (execution != null) {
      IdentityHooks.use(object, site);
      SynchronizerModels.monitor(execution, object)
          .lock(execution, CurrentExecution.thread(), site);
      holds(object, 1);
    }
  }

  private static void holds(Object object, int more) {
    if (object instanceof Thread) {
      CurrentExecution.thread().ifPresent(actor -> actor.heldThreads += more);
    }
  }

  /** Stands in for the end of a {@code synchronized} block; throws nothing that ends executions. */
  public static void exit(Object object, int site) {
    Execution execution = CurrentExecution.get();
    if (execution == null) {
      return;
    }
    try {
      SynchronizerModels.monitor(execution, object)
          .unlock(execution, CurrentExecution.thread(), site);
      holds(object, -1);
    } catch (IllegalMonitorStateException unbalanced) {
      // The handler that compilers write around this call would only call it again.
      execution.giveUpLater(
          "a monitor that is not held is given back at " + execution.site(site).where());
    }
  }
}
