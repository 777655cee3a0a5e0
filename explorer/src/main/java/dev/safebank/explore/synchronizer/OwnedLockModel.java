package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.Optional;

/** The model of a lock with one owner, which is released while the owner waits for a signal. */
interface OwnedLockModel extends Resource, LockModel {

  boolean isHeldBy(Optional<ThreadContext> actor);

  /** Releases all holds in the current step; returns what reacquires them in a later step. */
  Holds giveUp(ThreadContext self);

  /** Enqueues a thread that was signalled. */
  SignalledPlace signalled();

  /**
   * Waits for the lock after the wait set was left, and reacquires the holds in the same step.
   *
   * @param looksForInterrupt whether that step checks for an interrupt
   */
  void awaitReturn(Execution execution, ThreadContext self, boolean looksForInterrupt, int site);

  /** The location of the lock's state. */
  Location location();

  /** The holds of a lock that a thread has released in order to wait. */
  interface Holds {
    /** Reacquires all holds in the current step. */
    void takeBack(int site);
  }

  /** The place of a signalled thread in the lock's queue. */
  interface SignalledPlace {
    /** Open when the lock can be acquired. */
    Guard turn();

    /** Leaves the queue with the lock acquired. */
    void leave();
  }
}
