package dev.safebank.stress.run.plan;

import dev.safebank.console.text.DurationFormat;
import java.time.Duration;

/**
 * The time that a stress run may take.
 *
 * @param time the target; what coverage does not need is spent on claims
 * @param overrun how much longer it may take so that on a slow machine every cell is run and every
 *     admitted break is witnessed
 */
public record Budget(Duration time, Duration overrun) {

  /** The budget by default. */
  public static final String AUTO = "auto";

  private static final Budget AUTOMATIC =
      new Budget(Duration.ofSeconds(200), Duration.ofSeconds(400));

  /**
   * Reads a budget; a given time has no overrun.
   *
   * @throws IllegalArgumentException if it is neither {@link #AUTO} nor a time; the message says
   *     what is allowed
   */
  public static Budget parse(String written) {
    return written.equals(AUTO)
        ? AUTOMATIC
        : new Budget(DurationFormat.parse(written), Duration.ZERO);
  }

  /** The text that {@link #parse} reads this budget from. */
  public String written() {
    return equals(AUTOMATIC) ? AUTO : DurationFormat.compact(time);
  }
}
