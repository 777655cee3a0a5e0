package dev.safebank.evidence;

import java.util.List;

/**
 * A deadlock, a stall or an endless call that the watchdog found, with the threads in it.
 *
 * @param kind a cycle of waiting, a stall, or calls that run on
 * @param threads the threads in the cycle, in its order; for a stall, the actors that are blocked;
 *     for calls that run on, the actors
 */
public record Blockage(BlockageKind kind, List<BlockedThread> threads) {

  public Blockage {
    threads = List.copyOf(threads);
  }

  /**
   * A thread that waits forever, or whose call does not end.
   *
   * @param actor the actor method it is in
   * @param state a {@link Thread.State}, e.g. {@code BLOCKED}
   * @param waitsFor what it waits for, e.g. {@code ReentrantLock@1b2c3d}; empty if unknown
   * @param heldBy the actor or thread that holds it; empty if there is none, or it is unknown
   * @param stack innermost frame first
   */
  public record BlockedThread(
      String actor, String state, String waitsFor, String heldBy, List<String> stack) {

    public BlockedThread {
      stack = List.copyOf(stack);
    }
  }
}
