package dev.safebank.report.judge;

import static java.util.Comparator.naturalOrder;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.fleet.FleetInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges one promise of one variant from the variant's cells. */
final class PromiseJudge {

  private final VariantFacts variant;
  private final Promise promise;
  private final List<String> scenariosThatCanBreakIt;
  private final boolean scenariosFiltered;
  private final List<CellVerdict> cells;
  private final ScopeEvidence scopes;
  private final List<PlatformCount> platforms;

  /**
   * @param scenarios all that the evidence knows
   * @param scenariosFiltered whether there may be others, of which it knows nothing
   * @param mixed the machines, if they are of several platforms
   */
  PromiseJudge(
      VariantFacts variant,
      Promise promise,
      List<ScenarioFacts> scenarios,
      boolean scenariosFiltered,
      List<CellVerdict> cellsOfVariant,
      ScopeEvidence scopes,
      Optional<FleetInfo> mixed) {
    this.variant = variant;
    this.promise = promise;
    this.scenariosThatCanBreakIt = scenarios.stream()
        .filter(scenario -> scenario.canBreak().contains(promise))
        .map(ScenarioFacts::name)
        .toList();
    this.scenariosFiltered = scenariosFiltered;
    this.cells = cellsOfVariant.stream()
        .filter(cell -> scenariosThatCanBreakIt.contains(cell.scenario())
            || violating(cell, promise).findAny().isPresent())
        .toList();
    this.scopes = scopes;
    this.platforms = mixed.map(fleet -> PlatformCount.of(fleet, cells, promise)).orElse(List.of());
  }

  /** The verdict; empty if a filter left out every scenario that can break the promise. */
  Optional<PromiseVerdict> verdict() {
    if (cells.isEmpty()
        && scopes.findings(promise).isEmpty()
        && (scenariosFiltered || !scenariosThatCanBreakIt.isEmpty())) {
      return Optional.empty();
    }
    Verdict verdict = decide();
    boolean claimed = variant.keeps().contains(promise);
    PlatformCount count = platforms.isEmpty()
        ? new PlatformCount(
            "",
            cells.stream().mapToLong(CellVerdict::samples).sum(),
            violating().mapToLong(OutcomeVerdict::samples).sum())
        : PlatformCount.telling(platforms);
    long samples = count.samples();
    List<GateViolation> objections = new PromiseViolations(
            variant.name(), promise, cells, scopes.findings(promise), scopes.words())
        .to(verdict, claimed, everyScenarioSelected());
    return Optional.of(new PromiseVerdict(
        promise,
        claimed,
        verdict,
        blocked(),
        objections.isEmpty(),
        samples,
        count.violations(),
        verdict == Verdict.HELD && samples > 0 ? Optional.of(3.0 / samples) : Optional.empty(),
        cells.stream().mapToLong(CellVerdict::interleavings).sum(),
        cells.stream().map(CellVerdict::scenario).toList(),
        verdict == Verdict.PROVED ? Optional.of(scopes.words()) : Optional.empty(),
        scopes.findings(promise),
        notes(verdict),
        objections));
  }

  private Verdict decide() {
    if (violating().findAny().isPresent() || !scopes.findings(promise).isEmpty()) {
      return Verdict.BROKEN;
    }
    boolean allHaveEvidence =
        cells.stream().allMatch(cell -> cell.hasEvidence() || cell.status() == CellStatus.SKIPPED);
    if (!allHaveEvidence || cells.stream().noneMatch(CellVerdict::hasEvidence)) {
      return Verdict.UNTESTED;
    }
    boolean proved = everyScenarioSelected()
        && cells.stream().allMatch(cell -> whyNotProved(cell).isEmpty())
        && scopes.whyNotProved().isEmpty();
    if (proved) {
      return Verdict.PROVED;
    }
    return cells.stream().anyMatch(cell -> cell.samples() > 0) ? Verdict.HELD : Verdict.UNTESTED;
  }

  private Stream<OutcomeVerdict> violating() {
    return cells.stream().flatMap(cell -> violating(cell, promise));
  }

  private static Stream<OutcomeVerdict> violating(CellVerdict cell, Promise promise) {
    return cell.outcomes().stream()
        .filter(outcome -> outcome.breaks().contains(promise))
        .filter(OutcomeVerdict::witnessed);
  }

  /** How actors waited forever, if the promise broke by nothing else. */
  private Optional<String> blocked() {
    List<Optional<BlockageKind>> violations = Stream.concat(
            violating().map(outcome -> BlockageKind.in(outcome.outcome())),
            scopes.findings(promise).stream().map(finding -> blockage(finding.witness())))
        .toList();
    return violations.stream().allMatch(Optional::isPresent)
        ? violations.stream()
            .flatMap(Optional::stream)
            .min(naturalOrder())
            .map(BlockageKind::outcome)
        : Optional.empty();
  }

  private static Optional<BlockageKind> blockage(VerdictWitness.Interleaving witness) {
    return witness.waiting().isEmpty()
        ? Optional.empty()
        : Optional.of(witness.waitsInACycle() ? BlockageKind.DEADLOCK : BlockageKind.STUCK);
  }

  private boolean everyScenarioSelected() {
    return !scenariosFiltered
        && cells.stream().map(CellVerdict::scenario).toList().containsAll(scenariosThatCanBreakIt);
  }

  private List<String> notes(Verdict verdict) {
    List<String> notes = new ArrayList<>();
    platforms.forEach(platform -> notes.add(platform.words()));
    for (CellVerdict cell : cells) {
      if (cell.status() == CellStatus.SKIPPED) {
        notes.add("%s was not stressed: %s.".formatted(cell.scenario(), cell.reason()));
      }
    }
    if (verdict == Verdict.HELD || verdict == Verdict.UNTESTED) {
      scopes.whyNotProved().ifPresent(reason -> notes.add("Programs: %s.".formatted(reason)));
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
    ExplorationVerdict exploration = cell.exploration().get();
    if (!exploration.complete()) {
      return Optional.of("exploration was bounded"
          + exploration.limits().stream()
              .findFirst()
              .map(limit -> " (" + limit + ")")
              .orElse(""));
    }
    if (!exploration.races().isEmpty()) {
      return Optional.of("data race on " + exploration.races().get(0).variable());
    }
    if (!exploration.relaxed().isEmpty()) {
      return Optional.of("races by design (" + exploration.relaxed().get(0) + ")");
    }
    if (cell.breaksContract()) {
      return Optional.of("an outcome that breaks the contract");
    }
    return cell.unexplained() ? Optional.of("an UNEXPLAINED outcome") : Optional.empty();
  }
}
