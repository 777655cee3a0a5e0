package dev.safebank.report.judge;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.report.input.CellExploration;
import dev.safebank.report.input.UntestedCell;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Computes the verdict on a cell: one variant in one scenario. */
final class CellJudge {

  /**
   * The statuses of forks that give evidence of their configuration, even if other forks of it were
   * killed from outside.
   */
  private static final Set<ForkStatus> MAKES_GOOD =
      EnumSet.of(ForkStatus.COMPLETED, ForkStatus.HALTED, ForkStatus.HUNG);

  /** The statuses of forks that no later fork replaces. */
  private static final Set<ForkStatus> FAILS = EnumSet.of(ForkStatus.FAILED, ForkStatus.CRASHED);

  private final VariantFacts variant;
  private final ScenarioFacts scenario;
  private final CellFacts cell;
  private final CellEvidence evidence;

  CellJudge(VariantFacts variant, ScenarioFacts scenario, CellFacts cell, CellEvidence evidence) {
    this.variant = variant;
    this.scenario = scenario;
    this.cell = cell;
    this.evidence = evidence;
  }

  CellVerdict verdict() {
    StressStatus stress = stressStatus();
    List<OutcomeVerdict> outcomes = new OutcomeCounts(variant, scenario, evidence).outcomes();
    return new CellVerdict(
        scenario.name(),
        cell.test(),
        stress.status(),
        stress.reason(),
        evidence.forks().size(),
        outcomes,
        evidence.exploration().map(CellExploration::exploration),
        witnesses(outcomes),
        objections(stress, outcomes));
  }

  /** The status of the stress evidence of a cell, and its reason. */
  private record StressStatus(CellStatus status, String reason) {}

  private StressStatus stressStatus() {
    Optional<String> failure = failure();
    if (failure.isPresent()) {
      return new StressStatus(CellStatus.FAILED, failure.get());
    }
    if (evidence.untested().isPresent()) {
      UntestedCell cause = evidence.untested().get();
      return new StressStatus(cause.status(), cause.reason());
    }
    if (!evidence.forks().isEmpty()) {
      return new StressStatus(CellStatus.TESTED, "");
    }
    return evidence
        .skipped()
        .map(reason -> new StressStatus(CellStatus.SKIPPED, reason))
        .orElseGet(() -> new StressStatus(
            CellStatus.MISSING, "no fork of it is recorded: the run ended before its turn"));
  }

  private Optional<String> failure() {
    Map<String, ForkRecord> notReplaced = new TreeMap<>();
    for (ForkRecord fork : evidence.forks()) {
      if (FAILS.contains(fork.status())) {
        return Optional.of(described(fork));
      }
      if (MAKES_GOOD.contains(fork.status())) {
        notReplaced.remove(fork.configuration());
      } else {
        notReplaced.put(fork.configuration(), fork);
      }
    }
    if (!notReplaced.isEmpty()) {
      return Optional.of(
          described(notReplaced.values().iterator().next()) + ", and no later fork replaced it");
    }
    boolean samples = evidence.forks().stream().anyMatch(fork -> fork.samples() > 0);
    return samples || evidence.forks().isEmpty()
        ? Optional.empty()
        : Optional.of("its forks took no sample");
  }

  private static String described(ForkRecord fork) {
    String how = switch (fork.status()) {
      case FAILED -> "failed";
      case TIMED_OUT -> "overran its time";
      case KILLED -> "was killed";
      case CRASHED, COMPLETED, HALTED, HUNG -> "crashed";
    };
    String message = fork.message().isBlank() ? "" : " (" + fork.message().strip() + ")";
    return "a fork on " + fork.configuration() + " " + how + message;
  }

  private List<VerdictWitness> witnesses(List<OutcomeVerdict> outcomes) {
    List<VerdictWitness> witnesses = new ArrayList<>();
    Set<String> anomalies = outcomes.stream()
        .filter(outcome -> outcome.kind() != OutcomeKind.SERIAL)
        .map(OutcomeVerdict::outcome)
        .collect(Collectors.toSet());
    evidence
        .exploration()
        .ifPresent(explored -> explored.witnesses().stream()
            .filter(witness -> anomalies.contains(witness.outcome()))
            .forEach(witnesses::add));
    Set<BlockageKind> shown = EnumSet.noneOf(BlockageKind.class);
    for (ForkRecord fork : evidence.forks()) {
      for (Blockage blockage : fork.blockages()) {
        if (shown.add(blockage.kind())) {
          witnesses.add(VerdictRecords.observed(fork.configuration(), blockage));
        }
      }
    }
    return witnesses;
  }

  private List<GateViolation> objections(StressStatus stress, List<OutcomeVerdict> outcomes) {
    List<GateViolation> objections = new ArrayList<>();
    if (stress.status() != CellStatus.TESTED && stress.status() != CellStatus.SKIPPED) {
      objections.add(new GateViolation(GateViolation.Rule.UNTESTED_CELL, untested(stress)));
    }
    outcomes.stream()
        .filter(OutcomeVerdict::breaksContract)
        .forEach(outcome -> objections.add(new GateViolation(
            GateViolation.Rule.BROKEN_CONTRACT,
            "%s in %s: the bank broke its contract: %s (%s)."
                .formatted(
                    variant.name(),
                    scenario.name(),
                    outcome.contrast(),
                    sighting(outcome, outcomes)))));
    outcomes.stream()
        .filter(this::mustNotBe)
        .forEach(outcome -> objections.add(new GateViolation(
            GateViolation.Rule.UNEXPLAINED_OUTCOME,
            "%s in %s %s, UNEXPLAINED: no interleaving leads there, and the cell has no data race"
                    .formatted(variant.name(), scenario.name(), sighting(outcome, outcomes))
                + " that could.")));
    return objections;
  }

  private String untested(StressStatus stress) {
    return evidence
        .untested()
        .filter(cause -> cause.reason().equals(stress.reason()))
        .map(UntestedCell::message)
        .orElseGet(() -> "%s in %s is UNTESTED: %s."
            .formatted(variant.name(), scenario.name(), stress.reason()));
  }

  /**
   * Whether an outcome was seen that cannot be. Where a data race can bring it about, it breaks at
   * least one of the promises that every scenario can break, and counts as that.
   */
  private boolean mustNotBe(OutcomeVerdict outcome) {
    return outcome.kind() == OutcomeKind.UNEXPLAINED && provesOutcomes();
  }

  private boolean provesOutcomes() {
    return evidence
        .exploration()
        .map(CellExploration::exploration)
        .filter(ExplorationVerdict::proves)
        .isPresent();
  }

  private static String sighting(OutcomeVerdict outcome, List<OutcomeVerdict> outcomes) {
    if (outcome.samples() == 0) {
      return "an interleaving leads to \"%s\"".formatted(outcome.outcome());
    }
    return "gave \"%s\" in %s of %s samples%s"
        .formatted(
            outcome.outcome(),
            NumberFormats.count(outcome.samples()),
            NumberFormats.count(
                outcomes.stream().mapToLong(OutcomeVerdict::samples).sum()),
            Sightings.on(outcome.configurations().keySet()));
  }
}
