package dev.safebank.stress.watch;

/**
 * Why an actor was freed from a wait that would never have ended. The constant's name is what the
 * actor puts into its outcome.
 */
public enum Ruling {
  /** The actor stood in a cycle of threads, each waiting for a lock that the next one holds. */
  DEADLOCK,
  /** No cycle, and no way on: every actor waited, and nobody was left who could have woken one. */
  STUCK
}
