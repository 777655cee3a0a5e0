package dev.safebank.evidence;

import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyClassifier;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.model.specification.ReportedProgram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario as its annotation describes it. What an outcome of it is, follows from its program and
 * the specification.
 *
 * @param name simple class name, unique in a run
 * @param className binary class name
 * @param story what the actors do, in one or two sentences
 * @param actors each actor's part, in order, e.g. {@code A→B 50}
 * @param reports what the parts of an outcome are, e.g. {@code status, total}
 * @param program the calls of the actors, and which balances are reported
 * @param meanings how an anomaly comes about here, by what is wrong, in one sentence
 */
public record ScenarioFacts(
    String name,
    String className,
    String story,
    List<String> actors,
    String reports,
    ReportedProgram program,
    Map<AnomalyKind, String> meanings) {

  private static final int MOST_CALLS = 8;

  public ScenarioFacts {
    int calls = program.program().actors().stream().mapToInt(List::size).sum();
    if (calls > MOST_CALLS) {
      throw new IllegalArgumentException("%s has %d calls, more than the %d whose orders can be run"
          .formatted(name, calls, MOST_CALLS));
    }
    actors = List.copyOf(actors);
    Map<AnomalyKind, String> ordered = new EnumMap<>(AnomalyKind.class);
    ordered.putAll(meanings);
    meanings = Collections.unmodifiableMap(ordered);
  }

  /** The outcomes that the specification allows. */
  public Set<String> serialOutcomes() {
    return program.serialOutcomes();
  }

  /** The promises whose break some outcome can show. */
  public Set<Promise> canBreak() {
    return program.canShow();
  }

  /**
   * What is wrong with an outcome.
   *
   * @param outcome as observed; where nothing is known but that actors wait forever,
   *     {@link BlockageKind#outcome}
   * @return empty if the specification allows it
   */
  public Set<AnomalyKind> anomalies(String outcome) {
    if (outcome.equals(BlockageKind.DEADLOCK.outcome())) {
      return EnumSet.of(AnomalyKind.DEADLOCK);
    }
    if (outcome.equals(BlockageKind.STUCK.outcome())) {
      return EnumSet.of(AnomalyKind.STUCK);
    }
    if (outcome.equals(BlockageKind.HUNG.outcome())) {
      return EnumSet.of(AnomalyKind.HUNG);
    }
    return AnomalyClassifier.classify(program, outcome);
  }

  /**
   * What is wrong with an interleaving: of one at whose end actors wait, what they wait for.
   *
   * @return empty if the specification allows its outcome
   */
  public Set<AnomalyKind> anomalies(RecordedWitness witness) {
    Set<AnomalyKind> waits = AnomalyClassifier.classify(program.program(), witness.waits());
    return BlockageKind.STUCK.outcome().equals(witness.outcome()) && !waits.isEmpty()
        ? waits
        : anomalies(witness.outcome());
  }

  /** The promises that an outcome breaks. */
  public Set<Promise> brokenBy(String outcome) {
    return anomalies(outcome).stream()
        .flatMap(kind -> kind.breaks().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Promise.class)));
  }

  /** What these anomalies mean here, in plain sentences. */
  public String meaning(Set<AnomalyKind> anomalies) {
    return anomalies.stream()
        .map(kind -> meanings.getOrDefault(kind, kind.meaning()))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
