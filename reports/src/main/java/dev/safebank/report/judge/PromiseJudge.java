package dev.safebank.report.judge;

import dev.safebank.model.Promise;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.ScenarioFacts;
import dev.safebank.stress.evidence.VariantFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges one promise of one variant from the variant's cells. */
final class PromiseJudge {

  private final VariantFacts variant;
  private final Promise promise;
  private final List<String> scenariosThatCanBreakIt;
  private final boolean scenariosFiltered;
  private final List<CellVerdict> cells;

  /**
   * @param scenarios all that the evidence knows
   * @param scenariosFiltered whether there may be others, of which it knows nothing
   */
  PromiseJudge(
      VariantFacts variant,
      Promise promise,
      List<ScenarioFacts> scenarios,
      boolean scenariosFiltered,
      List<CellVerdict> cellsOfVariant) {
    this.variant = variant;
    this.promise = promise;
    this.scenariosThatCanBreakIt = scenarios.stream()
        .filter(scenario -> scenario.canBreak().contains(promise))
        .map(ScenarioFacts::name)
        .toList();
    this.scenariosFiltered = scenariosFiltered;
    this.cells = cellsOfVariant.stream()
        .filter(cell -> scenariosThatCanBreakIt.contains(cell.scenario()))
        .toList();
  }

  /** The verdict; empty if a filter left out every scenario that can break the promise. */
  Optional<PromiseVerdict> verdict() {
    if (cells.isEmpty() && (scenariosFiltered || !scenariosThatCanBreakIt.isEmpty())) {
      return Optional.empty();
    }
    Verdict verdict = decide();
    boolean claimed = variant.keeps().contains(promise);
    long samples = cells.stream().mapToLong(CellVerdict::samples).sum();
    long violations = violating().mapToLong(OutcomeVerdict::samples).sum();
    List<Objection> objections = new PromiseObjections(variant.name(), promise, cells)
        .to(verdict, claimed, everyScenarioSelected());
    return Optional.of(new PromiseVerdict(
        promise,
        claimed,
        verdict,
        blocked(),
        objections.isEmpty(),
        samples,
        violations,
        violations == 0 && samples > 0 ? Optional.of(3.0 / samples) : Optional.empty(),
        cells.stream().mapToLong(CellVerdict::interleavings).sum(),
        cells.stream().map(CellVerdict::scenario).toList(),
        notes(verdict),
        objections));
  }

  private Verdict decide() {
    if (violating().findAny().isPresent()) {
      return Verdict.BROKEN;
    }
    boolean allSpeak =
        cells.stream().allMatch(cell -> cell.speaks() || cell.status() == CellStatus.SKIPPED);
    if (!allSpeak || cells.stream().noneMatch(CellVerdict::speaks)) {
      return Verdict.UNTESTED;
    }
    boolean proved = everyScenarioSelected()
        && cells.stream().allMatch(cell -> whyNotProved(cell).isEmpty());
    if (proved) {
      return Verdict.PROVED;
    }
    return cells.stream().anyMatch(cell -> cell.samples() > 0) ? Verdict.HELD : Verdict.UNTESTED;
  }

  private Stream<OutcomeVerdict> violating() {
    return cells.stream()
        .flatMap(cell -> cell.outcomes().stream())
        .filter(outcome -> outcome.breaks().equals(Optional.of(promise)))
        .filter(OutcomeVerdict::witnessed);
  }

  private Optional<Blockage.Kind> blocked() {
    Set<String> violations = violating().map(OutcomeVerdict::outcome).collect(Collectors.toSet());
    if (violations.equals(Set.of("STUCK"))) {
      return Optional.of(Blockage.Kind.STUCK);
    }
    return !violations.isEmpty() && Set.of("DEADLOCK", "STUCK").containsAll(violations)
        ? Optional.of(Blockage.Kind.DEADLOCK)
        : Optional.empty();
  }

  private boolean everyScenarioSelected() {
    return !scenariosFiltered && cells.size() == scenariosThatCanBreakIt.size();
  }

  private List<String> notes(Verdict verdict) {
    List<String> notes = new ArrayList<>();
    for (CellVerdict cell : cells) {
      if (cell.status() == CellStatus.SKIPPED) {
        notes.add("%s was not stressed: %s.".formatted(cell.scenario(), cell.reason()));
      }
    }
    if (verdict == Verdict.HELD) {
      Map<String, List<String>> scenariosByReason = new LinkedHashMap<>();
      cells.forEach(cell -> whyNotProved(cell)
          .ifPresent(reason -> scenariosByReason
              .computeIfAbsent(reason, first -> new ArrayList<>())
              .add(cell.scenario())));
      scenariosByReason.forEach((reason, scenarios) ->
          notes.add("%s: %s.".formatted(String.join(", ", scenarios), reason)));
    }
    if (!everyScenarioSelected()) {
      notes.add("Filtered run: scenarios that can break this promise may have been left out.");
    }
    return notes;
  }

  private static Optional<String> whyNotProved(CellVerdict cell) {
    if (cell.exploration().isEmpty()) {
      return Optional.of("not explored");
    }
    Exploration exploration = cell.exploration().get();
    if (!exploration.complete()) {
      return Optional.of("exploration was bounded"
          + exploration.limits().stream()
              .findFirst()
              .map(limit -> " (" + limit + ")")
              .orElse(""));
    }
    if (!exploration.races().isEmpty()) {
      return Optional.of("data race on " + exploration.races().get(0).field());
    }
    if (!exploration.relaxed().isEmpty()) {
      return Optional.of("races by design (" + exploration.relaxed().get(0) + ")");
    }
    return cell.unexplained() ? Optional.of("an UNEXPLAINED outcome") : Optional.empty();
  }
}
