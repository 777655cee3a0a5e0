package dev.safebank.report.verdict;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on a cell: one variant in one scenario.
 *
 * @param scenario name of the scenario
 * @param test binary name of the test class
 * @param status how far the stress evidence can be relied on
 * @param reason why it is not {@code TESTED}; empty if it is
 * @param forks JVMs that were forked
 * @param outcomes those that the specification allows first, then the others
 * @param exploration what exploring it has shown; empty if it was not explored
 * @param witnesses the best of each kind for the anomalies
 * @param objections why the build must not pass; empty if it may
 */
public record CellVerdict(
    String scenario,
    String test,
    CellStatus status,
    String reason,
    int forks,
    List<OutcomeVerdict> outcomes,
    Optional<ExplorationVerdict> exploration,
    List<VerdictWitness> witnesses,
    List<GateViolation> objections) {

  public CellVerdict {
    outcomes = List.copyOf(outcomes);
    witnesses = List.copyOf(witnesses);
    objections = List.copyOf(objections);
  }

  /** All samples taken. */
  public long samples() {
    return outcomes.stream().mapToLong(OutcomeVerdict::samples).sum();
  }

  /** Executions explored; 0 if it was not explored. */
  public long interleavings() {
    return exploration.map(ExplorationVerdict::interleavings).orElse(0L);
  }

  /** Whether there is any evidence: samples, or an exploration. */
  public boolean hasEvidence() {
    return status == CellStatus.TESTED || (status == CellStatus.SKIPPED && exploration.isPresent());
  }

  /** Whether an outcome breaks the contract in a way that nothing excuses. */
  public boolean breaksContract() {
    return outcomes.stream().anyMatch(OutcomeVerdict::breaksContract);
  }

  /** Whether an outcome was seen that nothing explains. */
  public boolean unexplained() {
    return outcomes.stream()
        .anyMatch(outcome -> outcome.kind() == OutcomeKind.UNEXPLAINED && outcome.samples() > 0);
  }
}
