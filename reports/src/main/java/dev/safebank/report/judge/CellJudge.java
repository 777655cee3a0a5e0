package dev.safebank.report.judge;

import dev.safebank.report.gather.CellExploration;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.Witness;
import dev.safebank.report.words.Figures;
import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.CellFacts;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
import dev.safebank.stress.evidence.ScenarioFacts;
import dev.safebank.stress.evidence.VariantFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges one variant in one scenario. */
final class CellJudge {

  private static final Set<ForkStatus> MAKES_GOOD =
      EnumSet.of(ForkStatus.COMPLETED, ForkStatus.HALTED);

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
    Standing standing = standing();
    List<OutcomeVerdict> outcomes = new OutcomeTally(scenario, evidence).outcomes();
    return new CellVerdict(
        scenario.name(),
        cell.test(),
        standing.status(),
        standing.reason(),
        evidence.forks().size(),
        outcomes,
        evidence.exploration().map(CellExploration::exploration),
        witnesses(outcomes),
        objections(standing, outcomes));
  }

  /** How far the stress evidence can be relied on, and why no further. */
  private record Standing(CellStatus status, String reason) {}

  private Standing standing() {
    Optional<String> failure = failure();
    if (failure.isPresent()) {
      return new Standing(CellStatus.FAILED, failure.get());
    }
    if (!evidence.forks().isEmpty()) {
      return new Standing(CellStatus.TESTED, "");
    }
    return evidence
        .skipped()
        .map(reason -> new Standing(CellStatus.SKIPPED, reason))
        .orElseGet(() -> new Standing(
            CellStatus.MISSING, "no fork of it is recorded: the run ended before its turn"));
  }

  private Optional<String> failure() {
    Map<String, ForkRecord> owed = new TreeMap<>();
    for (ForkRecord fork : evidence.forks()) {
      if (fork.status() == ForkStatus.FAILED) {
        return Optional.of(described(fork));
      }
      if (MAKES_GOOD.contains(fork.status())) {
        owed.remove(fork.configuration());
      } else {
        owed.put(fork.configuration(), fork);
      }
    }
    if (!owed.isEmpty()) {
      return Optional.of(described(owed.values().iterator().next()) + ", and was not made good");
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
      case CRASHED, COMPLETED, HALTED -> "crashed";
    };
    String message = fork.message().isBlank() ? "" : " (" + fork.message().strip() + ")";
    return "a fork on " + fork.configuration() + " " + how + message;
  }

  private List<Witness> witnesses(List<OutcomeVerdict> outcomes) {
    List<Witness> witnesses = new ArrayList<>();
    Set<String> anomalies = outcomes.stream()
        .filter(outcome -> outcome.kind() != OutcomeKind.SERIAL)
        .map(OutcomeVerdict::outcome)
        .collect(Collectors.toSet());
    evidence
        .exploration()
        .ifPresent(explored -> explored.witnesses().stream()
            .filter(witness -> anomalies.contains(witness.outcome()))
            .forEach(witnesses::add));
    Set<Blockage.Kind> shown = EnumSet.noneOf(Blockage.Kind.class);
    for (ForkRecord fork : evidence.forks()) {
      for (Blockage blockage : fork.blockages()) {
        if (shown.add(blockage.kind())) {
          witnesses.add(
              new Witness.ObservedBlockage(blockage.kind().name(), fork.configuration(), blockage));
        }
      }
    }
    return witnesses;
  }

  private List<Objection> objections(Standing standing, List<OutcomeVerdict> outcomes) {
    List<Objection> objections = new ArrayList<>();
    if (standing.status() == CellStatus.MISSING || standing.status() == CellStatus.FAILED) {
      objections.add(new Objection(
          Objection.Kind.UNTESTED_CELL,
          "%s in %s is UNTESTED: %s."
              .formatted(variant.name(), scenario.name(), standing.reason())));
    }
    outcomes.stream()
        .filter(OutcomeVerdict::witnessed)
        .filter(this::mustNotBe)
        .forEach(outcome -> objections.add(unexplained(outcome, outcomes)));
    return objections;
  }

  /**
   * Whether an outcome has no place here: nothing explains it, or the scenario has no name for it.
   */
  private boolean mustNotBe(OutcomeVerdict outcome) {
    boolean nothingAdmitted = variant.keeps().containsAll(scenario.canBreak());
    return switch (outcome.kind()) {
      case SERIAL -> false;
      case ANOMALY -> outcome.breaks().isEmpty() && nothingAdmitted;
      case UNEXPLAINED -> nothingAdmitted || provesOutcomes();
    };
  }

  private boolean provesOutcomes() {
    return evidence
        .exploration()
        .map(CellExploration::exploration)
        .filter(Exploration::proves)
        .isPresent();
  }

  private Objection unexplained(OutcomeVerdict outcome, List<OutcomeVerdict> outcomes) {
    long samples = outcomes.stream().mapToLong(OutcomeVerdict::samples).sum();
    String sighting = outcome.samples() == 0
        ? "has an interleaving that leads to \"%s\"".formatted(outcome.outcome())
        : "gave \"%s\" in %s of %s samples%s"
            .formatted(
                outcome.outcome(),
                Figures.count(outcome.samples()),
                Figures.count(samples),
                Sightings.on(outcome.configurations().keySet()));
    return new Objection(
        Objection.Kind.UNEXPLAINED_OUTCOME,
        "%s in %s %s, %s.".formatted(variant.name(), scenario.name(), sighting, whyNot(outcome)));
  }

  private static String whyNot(OutcomeVerdict outcome) {
    if (outcome.kind() == OutcomeKind.ANOMALY) {
      return "which the scenario does not know: declare it there";
    }
    return outcome.meaning().isEmpty()
        ? "UNEXPLAINED: the scenario does not know this outcome"
        : "UNEXPLAINED: no interleaving leads there, and the cell has no data race that could";
  }
}
