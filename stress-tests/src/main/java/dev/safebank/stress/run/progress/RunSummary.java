package dev.safebank.stress.run.progress;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.stress.run.plan.CellProgress;
import dev.safebank.stress.run.plan.Planner;
import dev.safebank.stress.run.plan.RunProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The summary at the end of a stress run. Verdicts are computed by the report. */
public final class RunSummary {

  private static final int NAMES = 10;

  private RunSummary() {}

  /**
   * The lines, the result first.
   *
   * @param elapsed the time that the run took
   */
  public static List<String> lines(Planner planner, Duration elapsed) {
    RunProgress tally = planner.tally();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d samples from %,d forks in %s; %d of %d cells covered, %d of %d admitted breaks seen."
            .formatted(
                tally.samples(),
                tally.forks(),
                DurationFormat.words(elapsed),
                tally.covered(),
                tally.cells(),
                tally.witnessed(),
                tally.expected()));
    addNames(
        lines,
        "Failed, and took %s of the run".formatted(DurationFormat.words(planner.lost())),
        planner.failed());
    addNames(lines, "UNTESTED for lack of time", planner.untried());
    if (!planner.untried().isEmpty()) {
      lines.add("Give the run more time, e.g. -Dstress.budget=%s."
          .formatted(DurationFormat.compact(roundedUp(elapsed.plus(planner.missing())))));
    }
    addNames(
        lines,
        "Fewer than %,d samples in %d configurations"
            .formatted(CellProgress.COVERAGE_SAMPLES, CellProgress.COVERAGE_CONFIGURATIONS),
        planner.thin());
    addNames(lines, "Admitted breaks not seen", planner.unwitnessed());
    return lines;
  }

  /** The next ten seconds. */
  private static Duration roundedUp(Duration time) {
    return Duration.ofSeconds((time.toSeconds() / 10 + 1) * 10);
  }

  private static void addNames(List<String> lines, String what, List<?> things) {
    if (!things.isEmpty()) {
      String names =
          things.stream().limit(NAMES).map(Object::toString).collect(Collectors.joining(", "));
      String more = things.size() > NAMES ? ", …" : "";
      lines.add("%s (%d): %s%s.".formatted(what, things.size(), names, more));
    }
  }
}
