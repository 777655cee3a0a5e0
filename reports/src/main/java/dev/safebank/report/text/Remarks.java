package dev.safebank.report.text;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.console.text.TextSanitizer;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.RunInfo;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words what limits the verdicts of a run, a sentence each. */
public final class Remarks {

  private static final int LONGEST = 400;

  private Remarks() {}

  /** Says what was left out, skipped, untested, cut short or not explained. */
  public static List<String> of(Verdicts verdicts) {
    List<String> remarks = new ArrayList<>();
    if (verdicts.run().isPresent() && !verdicts.complete()) {
      remarks.add("The evidence is incomplete.");
    }
    verdicts
        .run()
        .ifPresent(run ->
            run.notices().forEach(notice -> remarks.add(TextSanitizer.line(notice, LONGEST))));
    if (verdicts.run().filter(RunInfo::filtered).isPresent()) {
      remarks.add("A filtered run: only what was selected is judged.");
    }
    skipped(verdicts)
        .forEach((reason, scenarios) -> remarks.add(TextSanitizer.line(
            "Not stressed: %s (%s).".formatted(String.join(", ", scenarios), reason), LONGEST)));
    long untested = verdicts.variants().stream()
        .flatMap(variant -> variant.promises().stream())
        .filter(promise -> promise.verdict() == Verdict.UNTESTED)
        .count();
    if (untested > 0) {
      remarks.add(
          "UNTESTED: %s, over all variants.".formatted(NumberFormats.count(untested, "promise")));
    }
    unexplained(verdicts).ifPresent(remarks::add);
    return remarks;
  }

  private static Optional<String> unexplained(Verdicts verdicts) {
    List<CellVerdict> cells = cells(verdicts).filter(CellVerdict::unexplained).toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    boolean allRace = cells.stream()
        .allMatch(cell ->
            cell.exploration().filter(explored -> !explored.races().isEmpty()).isPresent());
    return Optional.of("UNEXPLAINED: outcomes in %s that no interleaving is known to give%s."
        .formatted(
            NumberFormats.count(cells.size(), "cell"),
            allRace ? "; all have data races, for which the memory model allows more" : ""));
  }

  private static Map<String, Set<String>> skipped(Verdicts verdicts) {
    Map<String, Set<String>> scenariosByReason = new TreeMap<>();
    cells(verdicts)
        .filter(cell -> cell.status() == CellStatus.SKIPPED)
        .forEach(cell -> scenariosByReason
            .computeIfAbsent(cell.reason(), reason -> new TreeSet<>())
            .add(cell.scenario()));
    return scenariosByReason;
  }

  private static Stream<CellVerdict> cells(Verdicts verdicts) {
    return verdicts.variants().stream().flatMap(variant -> variant.scenarios().stream());
  }
}
