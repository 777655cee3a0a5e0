package dev.safebank.explore.operation;

/** The kind of a step. */
public enum Action {
  /** Reads a variable. */
  READ,
  /** Writes a variable. */
  WRITE,
  /** Reads and writes a variable in one atomic step. */
  UPDATE,
  /** Compares a variable with a value and, if equal, sets it, in one atomic step. */
  COMPARE,
  /** Acquires a lock, a permit or a monitor, waiting if necessary. */
  ACQUIRE,
  /** Acquires a lock or a permit if it is free at that moment. */
  TRY,
  /** Releases a lock, a permit or a monitor. */
  RELEASE,
  /** Releases a monitor, or a condition's lock, to wait for a signal. */
  WAIT,
  /** Stops waiting without a signal: interrupted, timed out, or spuriously. */
  LEAVE,
  /** Reacquires the lock after a wait. */
  RESUME,
  /** Wakes threads that wait. */
  NOTIFY,
  /** Waits for something that is not a lock: to be unparked, for a latch, or for a thread's end. */
  AWAIT,
  /** Calls a method of a collection, as one step. */
  CALL,
  /** Waits in a spin loop until another thread changes what it read. */
  SPIN,
  /** Begins to initialise a class, or notices that it is initialised. */
  INITIALIZE,
  /** Has initialised a class. */
  INITIALIZED,
  /** Starts a thread. */
  START,
  /** Takes its first step as a started thread. */
  BEGIN,
  /** Ends, as a started thread. */
  END;

  /** Whether it accesses a variable and has no other effect. */
  public boolean isAccess() {
    return this == READ || this == WRITE || this == UPDATE || this == COMPARE;
  }

  /** Whether it acquires or releases a lock: both together have no effect. */
  public boolean isLocking() {
    return this == ACQUIRE || this == TRY || this == RELEASE || this == RESUME;
  }
}
