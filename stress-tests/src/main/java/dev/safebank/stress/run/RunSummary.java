package dev.safebank.stress.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run has to say of itself when it is over; what the evidence means, verdicts say. */
final class RunSummary {

  private static final int NAMES = 10;

  private RunSummary() {}

  static List<String> lines(Planner planner, Duration elapsed) {
    Tally tally = planner.tally();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d samples from %,d forks in %s; %d of %d cells covered, %d of %d admitted breaks seen."
            .formatted(
                tally.samples(),
                tally.forks(),
                HumanTime.words(elapsed),
                tally.covered(),
                tally.cells(),
                tally.witnessed(),
                tally.owed()));
    addNames(lines, "UNTESTED, for want of time", planner.untried());
    addNames(
        lines,
        "Fewer than %,d samples in %d configurations"
            .formatted(CellProgress.COVERAGE_SAMPLES, CellProgress.COVERAGE_CONFIGURATIONS),
        planner.thin());
    addNames(lines, "Admitted, but not seen", planner.unwitnessed());
    return lines;
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
