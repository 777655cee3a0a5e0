package dev.safebank.stress.run.progress;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.RunProgress;
import java.time.Duration;
import java.util.List;

/** Describes the progress of a run in one line. */
public final class ProgressText {

  private ProgressText() {}

  /**
   * The line, the most important first, so that a narrow terminal may cut off the end.
   *
   * @param running the forks that are running, the oldest first
   */
  public static String line(
      RunProgress tally, Duration elapsed, Duration budget, List<PlannedFork> running) {
    long percent = Math.min(100, 100 * elapsed.toMillis() / Math.max(1, budget.toMillis()));
    String line = "Stress %d%%, %s: %s samples, %d/%d cells covered, %d/%d breaks seen"
        .formatted(
            percent,
            left(budget.minus(elapsed)),
            NumberFormats.compact(tally.samples()),
            tally.covered(),
            tally.cells(),
            tally.witnessed(),
            tally.expected());
    return running.isEmpty() ? line : line + ", " + running.get(0);
  }

  private static String left(Duration left) {
    return left.isNegative()
        ? DurationFormat.words(left.negated()) + " over budget, for what is not yet seen"
        : DurationFormat.words(left) + " left";
  }
}
