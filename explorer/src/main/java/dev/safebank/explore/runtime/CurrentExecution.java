package dev.safebank.explore.runtime;

import java.util.Optional;

/**
 * The execution that the calling thread belongs to: how the hooks find it. A thread that an earlier
 * exploration has left behind never reaches the execution of a later one.
 */
public final class CurrentExecution {

  private CurrentExecution() {}

  /** The execution; null if instrumented code runs outside of one. */
  public static Execution get() {
    Thread thread = Thread.currentThread();
    if (thread instanceof ExplorationThread ours) {
      return ours.session().execution();
    }
    ExplorationSession.recordForeignThread(thread);
    return null;
  }

  /** As {@link #thread}, for code that runs at every step: null if there is none. */
  public static ThreadContext running() {
    Execution execution = get();
    return execution == null ? null : execution.running();
  }

  /** The thread that runs; empty if it is in code that counts as one step, or if none runs. */
  public static Optional<ThreadContext> thread() {
    return Optional.ofNullable(running());
  }
}
