package dev.safebank.explore.synchronizer;

import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.Optional;

/** The model of a {@code Lock}. */
public interface LockModel {

  /**
   * Acquires the lock, waiting for it if necessary; the actor is empty when no actor runs.
   *
   * @return false if it timed out
   */
  boolean lock(Execution execution, Optional<ThreadContext> actor, WaitMode mode, int site)
      throws InterruptedException;

  /** Acquires the lock if it is available at that moment. */
  boolean tryLock(Execution execution, Optional<ThreadContext> actor, int site);

  /** Releases the lock; never ends the execution. */
  void unlock(Execution execution, Optional<ThreadContext> actor, int site);
}
