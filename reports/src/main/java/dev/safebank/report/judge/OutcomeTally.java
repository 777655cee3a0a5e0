package dev.safebank.report.judge;

import dev.safebank.model.Promise;
import dev.safebank.report.gather.CellExploration;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.OutcomeFacts;
import dev.safebank.stress.evidence.ScenarioFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Counts a cell's outcomes, and says of each what it is. */
final class OutcomeTally {

  private final ScenarioFacts scenario;
  private final Optional<CellExploration> exploration;
  private final Map<String, SortedMap<String, Long>> samples = new HashMap<>();

  OutcomeTally(ScenarioFacts scenario, CellEvidence evidence) {
    this.scenario = scenario;
    this.exploration = evidence.exploration();
    for (ForkRecord fork : evidence.forks()) {
      fork.outcomes()
          .forEach((outcome, count) -> samples
              .computeIfAbsent(ScenarioFacts.canonical(outcome), unseen -> new TreeMap<>())
              .merge(fork.configuration(), count, Long::sum));
    }
  }

  /** Declared outcomes in declared order, seen or not, then the undeclared ones by name. */
  List<OutcomeVerdict> outcomes() {
    Set<String> undeclared = new TreeSet<>(samples.keySet());
    exploration.ifPresent(explored -> undeclared.addAll(explored.outcomes().keySet()));
    scenario.outcomes().forEach(facts -> undeclared.remove(facts.outcome()));
    return Stream.concat(
            scenario.outcomes().stream().map(this::declared),
            undeclared.stream().map(this::undeclared))
        .toList();
  }

  private OutcomeVerdict declared(OutcomeFacts facts) {
    OutcomeKind known = facts.serial() ? OutcomeKind.SERIAL : OutcomeKind.ANOMALY;
    return verdict(
        facts.outcome(),
        seenButUnreachable(facts.outcome()) ? OutcomeKind.UNEXPLAINED : known,
        facts.breaks(),
        facts.meaning());
  }

  private OutcomeVerdict undeclared(String outcome) {
    return verdict(outcome, unnamed(outcome), Optional.empty(), "");
  }

  /** An outcome that the scenario does not know is what the interleavings to it make of it. */
  private OutcomeKind unnamed(String outcome) {
    if (exploration.filter(explored -> explored.serial().contains(outcome)).isPresent()) {
      return OutcomeKind.SERIAL;
    }
    return exploration
            .filter(explored -> explored.outcomes().containsKey(outcome))
            .isPresent()
        ? OutcomeKind.ANOMALY
        : OutcomeKind.UNEXPLAINED;
  }

  private OutcomeVerdict verdict(
      String outcome, OutcomeKind kind, Optional<Promise> breaks, String meaning) {
    SortedMap<String, Long> seen = seen(outcome);
    return new OutcomeVerdict(
        outcome,
        kind,
        breaks,
        meaning,
        seen.values().stream().mapToLong(Long::longValue).sum(),
        exploration.map(explored -> explored.outcomes().getOrDefault(outcome, 0L)),
        seen);
  }

  private boolean seenButUnreachable(String outcome) {
    boolean unreachable = exploration
        .filter(explored -> !explored.outcomes().containsKey(outcome))
        .map(CellExploration::exploration)
        .filter(Exploration::complete)
        .isPresent();
    return unreachable && !seen(outcome).isEmpty();
  }

  private SortedMap<String, Long> seen(String outcome) {
    return samples.getOrDefault(outcome, new TreeMap<>());
  }
}
