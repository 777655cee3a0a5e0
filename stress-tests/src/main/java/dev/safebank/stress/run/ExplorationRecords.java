package dev.safebank.stress.run;

import dev.safebank.stress.evidence.ExplorationRecord;
import dev.safebank.stress.explore.result.Exploration;
import dev.safebank.stress.explore.result.ReachedOutcome;
import dev.safebank.stress.explore.result.WaitingActor;
import dev.safebank.stress.explore.result.Witness;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts what the explorer found into the form of evidence. */
final class ExplorationRecords {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private ExplorationRecords() {}

  static ExplorationRecord of(Exploration exploration) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    exploration
        .outcomes()
        .forEach((outcome, reached) -> outcomes.put(outcome, reached.interleavings()));
    return new ExplorationRecord(
        exploration.test(),
        exploration.interleavings(),
        exploration.redundant(),
        exploration.incomplete(),
        outcomes,
        new TreeSet<>(exploration.serialOutcomes()),
        exploration.races().stream()
            .map(race -> new ExplorationRecord.Race(
                race.variable(), race.first().toString(), race.second().toString()))
            .toList(),
        exploration.relaxed(),
        exploration.outcomes().values().stream()
            .map(ExplorationRecords::witness)
            .toList(),
        exploration.nanos() / NANOS_PER_MILLI);
  }

  private static ExplorationRecord.Witness witness(ReachedOutcome reached) {
    Witness witness = reached.witness();
    List<ExplorationRecord.Step> steps = witness.steps().stream()
        .map(step -> new ExplorationRecord.Step(
            witness.actors().get(step.actor()), step.where(), step.what()))
        .toList();
    return new ExplorationRecord.Witness(
        reached.outcome(),
        witness.switches(),
        witness.simplest(),
        steps,
        witness.waiting().stream().map(ExplorationRecords::waiting).toList(),
        witness.schedule());
  }

  private static ExplorationRecord.Waiting waiting(WaitingActor actor) {
    return new ExplorationRecord.Waiting(
        actor.actor(), actor.where(), actor.what(), actor.heldBy());
  }
}
