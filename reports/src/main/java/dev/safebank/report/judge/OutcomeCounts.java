package dev.safebank.report.judge;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyClassifier;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.report.input.CellExploration;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts a cell's outcomes and classifies each by the specification. */
final class OutcomeCounts {

  /** What a bank that admits to breaking one of these may do even when it is called alone. */
  private static final Set<Promise> BROKEN_ALONE =
      EnumSet.of(Promise.UNDOES_FAILED_TRANSFERS, Promise.RELEASES_LOCKS, Promise.NESTS);

  private final VariantFacts variant;
  private final ScenarioFacts scenario;
  private final Optional<CellExploration> exploration;
  private final Map<String, SortedMap<String, Long>> samples = new HashMap<>();
  private final Map<String, SortedSet<String>> reports = new HashMap<>();

  OutcomeCounts(VariantFacts variant, ScenarioFacts scenario, CellEvidence evidence) {
    this.variant = variant;
    this.scenario = scenario;
    this.exploration = evidence.exploration();
    for (ForkRecord fork : evidence.forks()) {
      fork.outcomes().forEach((report, count) -> add(report, fork.configuration(), count));
    }
  }

  private void add(String report, String configuration, long count) {
    String outcome = BlockageKind.declaredForm(report);
    reports.computeIfAbsent(outcome, unseen -> new TreeSet<>()).add(report);
    samples
        .computeIfAbsent(outcome, unseen -> new TreeMap<>())
        .merge(configuration, count, Long::sum);
  }

  /** Those that the specification allows, seen or not, then the others by name. */
  List<OutcomeVerdict> outcomes() {
    Set<String> serial = scenario.serialOutcomes();
    Set<String> others = new TreeSet<>(samples.keySet());
    exploration.ifPresent(explored -> {
      others.addAll(explored.outcomes().keySet());
      others.addAll(explored.serial());
    });
    others.removeAll(serial);
    return Stream.concat(serial.stream(), others.stream()).map(this::verdict).toList();
  }

  private OutcomeVerdict verdict(String outcome) {
    Set<AnomalyKind> anomalies = anomalies(outcome);
    Set<Promise> breaks = anomalies.stream()
        .flatMap(kind -> kind.breaks().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Promise.class)));
    SortedMap<String, Long> seen = samples.getOrDefault(outcome, new TreeMap<>());
    return new OutcomeVerdict(
        outcome,
        kind(outcome, anomalies),
        breaks,
        anomalies.contains(AnomalyKind.FORBIDDEN_RESULT)
            || (!anomalies.isEmpty() && givenAlone(outcome) && !mayBreakAlone(breaks)),
        anomalies.isEmpty() ? "The specification allows this." : scenario.meaning(anomalies),
        anomalies.isEmpty() ? "" : contrast(outcome),
        seen.values().stream().mapToLong(Long::longValue).sum(),
        exploration.map(explored -> explored.outcomes().getOrDefault(outcome, 0L)),
        seen);
  }

  /** What is wrong with an outcome: with every report of it, and with the interleaving to it. */
  private Set<AnomalyKind> anomalies(String outcome) {
    Set<AnomalyKind> anomalies = EnumSet.noneOf(AnomalyKind.class);
    exploration
        .map(explored -> explored.blocked().get(outcome))
        .ifPresent(witness -> anomalies.addAll(scenario.anomalies(witness)));
    reports.getOrDefault(outcome, new TreeSet<>()).stream()
        .filter(report -> !report.equals(outcome) || anomalies.isEmpty())
        .forEach(report -> anomalies.addAll(scenario.anomalies(report)));
    return anomalies.isEmpty() ? scenario.anomalies(outcome) : anomalies;
  }

  private OutcomeKind kind(String outcome, Set<AnomalyKind> anomalies) {
    if (seenButUnreachable(outcome)) {
      return OutcomeKind.UNEXPLAINED;
    }
    return anomalies.isEmpty() ? OutcomeKind.SERIAL : OutcomeKind.ANOMALY;
  }

  /** Whether this bank gives an outcome even when its actors go one after the other. */
  private boolean givenAlone(String outcome) {
    return exploration.filter(explored -> explored.serial().contains(outcome)).isPresent();
  }

  private boolean mayBreakAlone(Set<Promise> breaks) {
    Set<Promise> named = EnumSet.noneOf(Promise.class);
    named.addAll(breaks);
    named.remove(Promise.LINEARIZABLE);
    return !named.isEmpty()
        && BROKEN_ALONE.containsAll(named)
        && variant.keeps().stream().noneMatch(named::contains);
  }

  private String contrast(String outcome) {
    SortedSet<String> seen = reports.getOrDefault(outcome, new TreeSet<>());
    String report = seen.isEmpty() ? outcome : seen.first();
    return AnomalyClassifier.contrast(scenario.program(), report)
        + (givenAlone(outcome) ? ", also when the actors go one after the other" : "");
  }

  private boolean seenButUnreachable(String outcome) {
    return samples.containsKey(outcome)
        && exploration
            .filter(explored -> !explored.outcomes().containsKey(outcome))
            .map(CellExploration::exploration)
            .filter(ExplorationVerdict::complete)
            .isPresent();
  }
}
