package dev.safebank.report.judge;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.model.Promise;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.ProgramFinding;
import dev.safebank.report.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the gate violations of a verdict on a promise; their messages name variant, promise,
 * scenario and outcome.
 */
final class PromiseViolations {

  private static final int MOST_OUTCOMES = 3;

  private final String variant;
  private final Promise promise;
  private final List<CellVerdict> cells;
  private final List<ProgramFinding> findings;
  private final String programs;

  /** @param programs those that were explored, in words */
  PromiseViolations(
      String variant,
      Promise promise,
      List<CellVerdict> cells,
      List<ProgramFinding> findings,
      String programs) {
    this.variant = variant;
    this.promise = promise;
    this.cells = cells;
    this.findings = findings;
    this.programs = programs;
  }

  /** The objections to a verdict; none if it is as the variant claims. */
  List<GateViolation> to(Verdict verdict, boolean claimed, boolean everyScenarioSelected) {
    return switch (verdict) {
      case BROKEN -> claimed ? brokenClaims() : List.of();
      case UNTESTED -> List.of(untested(claimed));
      case PROVED, HELD ->
        claimed || !everyScenarioSelected ? List.of() : List.of(unwitnessed(verdict));
    };
  }

  private List<GateViolation> brokenClaims() {
    Stream<String> byPrograms = findings.stream().map(PromiseViolations::described);
    Stream<String> byCells = cells.stream()
        .filter(cell -> !violations(cell).isEmpty())
        .map(cell -> sightings(cell) + ": " + violations(cell).get(0).contrast());
    return Stream.concat(byPrograms, byCells)
        .map(how -> new GateViolation(
            GateViolation.Rule.BROKEN_CLAIM,
            "%s claims %s, but %s.".formatted(variant, promise, how)))
        .toList();
  }

  private static String described(ProgramFinding finding) {
    return "%s programs of %s break it: %s"
        .formatted(NumberFormats.count(finding.programs()), finding.scope(), finding.contrast());
  }

  private String sightings(CellVerdict cell) {
    List<OutcomeVerdict> stressed =
        violations(cell).stream().filter(outcome -> outcome.samples() > 0).toList();
    if (stressed.isEmpty()) {
      return "an interleaving of %s leads to %s"
          .formatted(
              cell.scenario(),
              listed(violations(cell).stream()
                  .map(outcome -> '"' + outcome.outcome() + '"')
                  .toList()));
    }
    String counts = listed(stressed.stream()
        .map(outcome ->
            "\"%s\" in %s".formatted(outcome.outcome(), NumberFormats.count(outcome.samples())))
        .toList());
    Set<String> configurations = new TreeSet<>();
    stressed.forEach(outcome -> configurations.addAll(outcome.configurations().keySet()));
    return "%s gave %s of %s samples%s"
        .formatted(
            cell.scenario(),
            counts,
            NumberFormats.count(cell.samples()),
            Sightings.on(configurations));
  }

  private static String listed(List<String> outcomes) {
    String first = outcomes.stream().limit(MOST_OUTCOMES).collect(Collectors.joining(" and "));
    return outcomes.size() <= MOST_OUTCOMES
        ? first
        : first + " and " + (outcomes.size() - MOST_OUTCOMES) + " other outcomes";
  }

  private GateViolation untested(boolean claimed) {
    String stance = claimed ? "claims" : "admits to breaking";
    Optional<CellVerdict> culprit = cells.stream()
        .filter(cell -> !cell.hasEvidence() && cell.status() != CellStatus.SKIPPED)
        .findFirst()
        .or(() -> cells.stream().filter(cell -> !cell.hasEvidence()).findFirst());
    String cause = culprit
        .map(cell -> cell.scenario() + " has no usable evidence: " + cell.reason())
        .or(this::skippedWithoutProof)
        .orElse("no scenario can break that promise");
    return new GateViolation(
        GateViolation.Rule.UNTESTED_PROMISE,
        "%s %s %s, which is UNTESTED: %s.".formatted(variant, stance, promise, cause));
  }

  /** Every cell was only explored, and no exploration proves anything. */
  private Optional<String> skippedWithoutProof() {
    return cells.stream()
        .findFirst()
        .map(cell -> "%s was not stressed (%s), and its exploration proves nothing"
            .formatted(cell.scenario(), cell.reason()));
  }

  private GateViolation unwitnessed(Verdict verdict) {
    String never = verdict == Verdict.PROVED
        ? "every interleaving of %s and of %s keeps it".formatted(scenarios(), programs)
        : "%s never showed it in %s samples"
            .formatted(
                scenarios(),
                NumberFormats.count(
                    cells.stream().mapToLong(CellVerdict::samples).sum()));
    String wayOut = verdict == Verdict.PROVED
        ? "Claim it: add %s to its @LockingVariant(keeps)".formatted(promise)
        : "Claim it if the variant keeps it (@LockingVariant(keeps)), or raise -Dstress.budget";
    return new GateViolation(
        GateViolation.Rule.UNWITNESSED_BREAK,
        "%s admits to breaking %s, but %s. %s.".formatted(variant, promise, never, wayOut));
  }

  private String scenarios() {
    return cells.stream()
        .filter(CellVerdict::hasEvidence)
        .map(CellVerdict::scenario)
        .collect(Collectors.joining(", "));
  }

  private List<OutcomeVerdict> violations(CellVerdict cell) {
    return cell.outcomes().stream()
        .filter(outcome -> outcome.breaks().contains(promise))
        .filter(OutcomeVerdict::witnessed)
        .toList();
  }
}
