package dev.safebank.report.verdict;

/** The action of one step of an interleaving. */
public enum VerdictAction {
  /** Reads a variable, or the state of a synchronizer. */
  READ,
  /** Writes a variable. */
  WRITE,
  /** Reads and writes a variable atomically. */
  UPDATE,
  /** Compare-and-set of a variable; the step says whether it succeeded. */
  COMPARE_AND_SET,
  /** Acquires a lock, a permit or a monitor, after waiting for it if necessary. */
  ACQUIRE,
  /** Acquires a lock or a permit if it is available; the step says whether it was. */
  TRY_ACQUIRE,
  /** Releases a lock, a permit or a monitor. */
  RELEASE,
  /** Releases a monitor, or a condition's lock, and begins to wait for a notification. */
  WAIT,
  /** Acquires the monitor or the lock again after waiting for a notification. */
  REACQUIRE,
  /** Notifies or unparks waiting threads. */
  NOTIFY,
  /** Returns from waiting for something that is not a lock: a park permit, a latch, a thread. */
  AWAIT,
  /** Calls a method of a collection, atomically. */
  CALL,
  /** Spins until another thread changes what the loop reads. */
  SPIN,
  /** Begins to initialise a class, or notices that it is initialised. */
  INITIALIZE,
  /** Has initialised a class. */
  INITIALIZED,
  /** Starts a thread. */
  START,
  /** Begins, as a started thread. */
  BEGIN,
  /** Ends, as a started thread. */
  END
}
