package dev.safebank.stress.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How far a run has come, in one line. */
final class ProgressText {

  private ProgressText() {}

  /**
   * The most important first, so that a narrow terminal may cut off the end.
   *
   * @param running the forks under way, the oldest first
   */
  static String line(Tally tally, Duration elapsed, Duration budget, List<PlannedFork> running) {
    long percent = Math.min(100, 100 * elapsed.toMillis() / Math.max(1, budget.toMillis()));
    String line = "Stress %d%%, %s: %s samples, %d/%d cells covered, %d/%d breaks seen"
        .formatted(
            percent,
            left(budget.minus(elapsed)),
            count(tally.samples()),
            tally.covered(),
            tally.cells(),
            tally.witnessed(),
            tally.owed());
    return running.isEmpty() ? line : line + ", " + running.get(0);
  }

  private static String left(Duration left) {
    return left.isNegative()
        ? HumanTime.words(left.negated()) + " over for what is still unseen"
        : HumanTime.words(left) + " left";
  }

  /** A number to be grasped at a glance: {@code 950}, {@code 81.2 M}. */
  static String count(long number) {
    if (number < 10_000) {
      return Long.toString(number);
    }
    if (number < 1_000_000) {
      return number / 1_000 + " k";
    }
    return String.format(Locale.ROOT, "%.1f M", number / 1e6);
  }
}
