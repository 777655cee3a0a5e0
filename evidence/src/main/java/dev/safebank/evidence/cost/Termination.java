package dev.safebank.evidence.cost;

/** How a trial of the original program ended. */
public enum Termination {
  /** Every thread made all its transfers. */
  FINISHED,
  /** Threads waited in a cycle, each for a lock that the next one held. */
  DEADLOCKED,
  /** No cycle, but every thread waited, and none was left that could have woken one. */
  STUCK,
  /** Threads ran, but completed no transfer until the time-out. */
  SPINNING
}
