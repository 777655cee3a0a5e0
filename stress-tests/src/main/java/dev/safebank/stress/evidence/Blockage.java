package dev.safebank.stress.evidence;

import java.util.List;

/**
 * Actors that wait for ever, as the watchdog found them.
 *
 * @param kind a cycle of waiting, or not
 * @param threads the threads in the cycle, in its order; for a stall, the actors that are blocked
 */
public record Blockage(Kind kind, List<BlockedThread> threads) {

  public Blockage {
    threads = List.copyOf(threads);
  }

  /** Why nobody can move. */
  public enum Kind {
    /** Each waits for a lock that the next one holds. */
    DEADLOCK,
    /** No cycle, and no way on. */
    STUCK
  }

  /**
   * A thread that waits.
   *
   * @param actor the actor method it is in
   * @param state {@code BLOCKED}, {@code WAITING} or {@code TIMED_WAITING}
   * @param waitsFor what it waits for, e.g. {@code ReentrantLock@1b2c3d}; empty if unknown
   * @param heldBy the actor or thread that holds it; empty if unknown or nobody
   * @param stack innermost frame first
   */
  public record BlockedThread(
      String actor, String state, String waitsFor, String heldBy, List<String> stack) {

    public BlockedThread {
      stack = List.copyOf(stack);
    }
  }
}
