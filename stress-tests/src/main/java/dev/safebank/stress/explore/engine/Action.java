package dev.safebank.stress.explore.engine;

/** What an actor is about to do, or did, in one step. */
public enum Action {
  /** Reads a variable. */
  READ("reads"),
  /** Writes a variable. */
  WRITE("writes"),
  /** Reads and writes a variable in one atomic step. */
  UPDATE("updates"),
  /** Compares a variable with a value and, if equal, sets it, in one atomic step. */
  COMPARE("compares and sets"),
  /** Takes a lock, a permit or a monitor, waiting for it if it must. */
  ACQUIRE("locks"),
  /** Takes a lock or a permit if it is free at that moment. */
  TRY("tries"),
  /** Gives back a lock, a permit or a monitor. */
  RELEASE("unlocks"),
  /** Gives up a monitor, or a condition's lock, to wait for a signal. */
  WAIT("waits on"),
  /** Takes the lock back after a wait. */
  RESUME("takes back"),
  /** Wakes threads that wait. */
  NOTIFY("notifies"),
  /** Waits for something that is not a lock: a permit to go on, a latch, a thread's end. */
  AWAIT("awaits"),
  /** Calls a method of a collection, as one step. */
  CALL("calls"),
  /** Spins, reading the same in vain, until another actor changes what it read. */
  SPIN("spins on"),
  /** Starts a thread. */
  START("starts"),
  /** Takes its first step as a started thread. */
  BEGIN("begins"),
  /** Ends, as a started thread. */
  END("ends");

  private final String words;

  Action(String words) {
    this.words = words;
  }

  /** The action as a verb in the third person, e.g. {@code reads}. */
  public String words() {
    return words;
  }

  /** Whether it accesses a variable, so that all that can come of it is a change of that. */
  boolean isAccess() {
    return this == READ || this == WRITE || this == UPDATE || this == COMPARE;
  }

  /** Whether it takes or gives back a lock, which undone leaves no trace. */
  boolean isLocking() {
    return this == ACQUIRE || this == TRY || this == RELEASE || this == RESUME;
  }
}
