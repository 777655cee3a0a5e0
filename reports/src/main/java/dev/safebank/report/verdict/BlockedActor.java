package dev.safebank.report.verdict;

import java.util.List;

/**
 * An actor that the watchdog found waiting forever.
 *
 * @param actor the actor method it is in
 * @param state {@code BLOCKED}, {@code WAITING} or {@code TIMED_WAITING}
 * @param waitsFor what it waits for, e.g. {@code ReentrantLock@1b2c3d}; empty if unknown
 * @param heldBy the actor or thread that holds it; empty if there is none, or it is unknown
 * @param stack innermost frame first
 */
public record BlockedActor(
    String actor, String state, String waitsFor, String heldBy, List<String> stack) {

  public BlockedActor {
    stack = List.copyOf(stack);
  }
}
