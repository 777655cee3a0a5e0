package dev.safebank.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why calls do not end, and how an outcome says so. Wherever actors that never come back are told
 * apart, it is by these.
 */
public enum BlockageKind {
  /** Each waits for a lock that the next one holds. */
  DEADLOCK,
  /** No cycle of waiting, and nobody left who could end it. */
  STUCK,
  /**
   * A call that did not end although nothing kept its actor from running: a livelock, an endless
   * loop, or a wait that the JVM does not show.
   */
  HUNG;

  private static final String BETWEEN_PARTS = ", ";

  /** What an actor that waits so reports, as its part of the outcome. */
  public String outcome() {
    return name();
  }

  /**
   * What an outcome tells of actors that never come back: a deadlock if that is one of its parts,
   * else that they are stuck if that is, else that they hung.
   *
   * @param outcome as jcstress prints it, e.g. {@code DEADLOCK, MOVED}
   * @return empty if all came back
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
