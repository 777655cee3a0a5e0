package dev.safebank.stress.run;

import java.time.Duration;

/**
 * How long a stress run takes.
 *
 * @param time what it aims at: what coverage leaves of it goes to claims
 * @param overrun how much longer it may take, to give every cell its turn and witness every
 *     admitted break on a slow machine
 */
record Budget(Duration time, Duration overrun) {

  /** The budget of those who name none. */
  static final String AUTO = "auto";

  private static final Budget AUTOMATIC =
      new Budget(Duration.ofSeconds(200), Duration.ofSeconds(400));

  /**
   * Reads a budget; a time that somebody names is kept to.
   *
   * @throws IllegalArgumentException if it is neither {@link #AUTO} nor a time; the message says
   *     what is allowed
   */
  static Budget parse(String written) {
    return written.equals(AUTO) ? AUTOMATIC : new Budget(HumanTime.parse(written), Duration.ZERO);
  }

  /** The text that {@link #parse} reads this budget from. */
  String written() {
    return equals(AUTOMATIC) ? AUTO : HumanTime.written(time);
  }
}
