package dev.safebank.stress.explore.engine;

import java.util.Optional;

/** What stands in for a {@code Lock}. */
interface LockModel {

  /** Waits for the lock and takes it; the actor is empty when no actor runs. */
  void lock(Execution execution, Optional<Actor> actor, boolean interruptibly, int site)
      throws InterruptedException;

  /** Takes the lock if it is available at that moment. */
  boolean tryLock(Execution execution, Optional<Actor> actor, int site);

  /** Gives the lock back; never ends the execution. */
  void unlock(Execution execution, Optional<Actor> actor, int site);
}
