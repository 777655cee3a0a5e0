package dev.safebank.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which calls fail to end: the one vocabulary for them, in evidence and in outcomes.
 */
public enum BlockageKind {
  /** Each waits for a lock that the next one holds. */
  DEADLOCK,
  /** A thread waits, not in a cycle, and no other thread is left that could wake it. */
  STUCK,
  /**
   * A call that did not end although nothing kept its actor from running: a livelock, an endless
   * loop, or a wait that the JVM does not show.
   */
  HUNG;

  private static final String BETWEEN_PARTS = ", ";

  /** The text that an actor which is blocked in this way reports as its part of the outcome. */
  public String outcome() {
    return name();
  }

  /**
   * The kind that an outcome reports: a deadlock if any part of it says so, else stuck, else hung.
   *
   * @param outcome as jcstress prints it, e.g. {@code DEADLOCK, MOVED}
   * @return empty if all calls ended
   */
  public static Optional<BlockageKind> in(String outcome) {
    List<String> parts = List.of(outcome.split(BETWEEN_PARTS, -1));
    return Arrays.stream(values())
        .filter(kind -> parts.contains(kind.outcome()))
        .findFirst();
  }

  /**
   * The declared form of an outcome: {@link #outcome} alone if actors never came back, else the
   * outcome itself. (Which actor is freed from a deadlock is the watchdog's choice, and no property
   * of the variant.)
   */
  public static String declaredForm(String outcome) {
    return in(outcome).map(BlockageKind::outcome).orElse(outcome);
  }
}
