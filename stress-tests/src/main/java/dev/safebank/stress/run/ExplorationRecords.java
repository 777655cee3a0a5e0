package dev.safebank.stress.run;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.witness.RecordedAccess;
import dev.safebank.evidence.witness.RecordedAction;
import dev.safebank.evidence.witness.RecordedHolder;
import dev.safebank.evidence.witness.RecordedLocation;
import dev.safebank.evidence.witness.RecordedRace;
import dev.safebank.evidence.witness.RecordedResource;
import dev.safebank.evidence.witness.RecordedStep;
import dev.safebank.evidence.witness.RecordedWait;
import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.RacingAccess;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.result.ResourceHolder;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.result.SourceLocation;
import dev.safebank.explore.result.StepAction;
import dev.safebank.explore.result.WaitingActor;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.result.WitnessStep;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Converts the explorer's results to records of evidence, one to one. */
public final class ExplorationRecords {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private ExplorationRecords() {}

  public static ExplorationRecord of(Exploration exploration) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    exploration
        .outcomes()
        .values()
        .forEach(reached -> outcomes.put(outcome(reached), reached.interleavings()));
    return new ExplorationRecord(
        exploration.test(),
        exploration.interleavings(),
        exploration.incomplete(),
        outcomes,
        new TreeSet<>(exploration.serialOutcomes()),
        exploration.races().stream().map(ExplorationRecords::race).toList(),
        exploration.relaxed(),
        exploration.outcomes().values().stream()
            .map(reached -> witness(outcome(reached), reached.witness()))
            .toList(),
        exploration.nanos() / NANOS_PER_MILLI);
  }

  private static String outcome(ReachedOutcome reached) {
    return switch (reached.end()) {
      case DEADLOCK -> BlockageKind.DEADLOCK.outcome();
      case STUCK -> BlockageKind.STUCK.outcome();
      case COMPLETED, STALE, STOPPED -> reached.outcome();
    };
  }

  /** A witness of an outcome. */
  public static RecordedWitness witness(String outcome, Witness witness) {
    return new RecordedWitness(
        outcome,
        witness.actors(),
        witness.switches(),
        witness.simplest(),
        witness.steps().stream().map(ExplorationRecords::step).toList(),
        witness.waiting().stream().map(ExplorationRecords::waiting).toList(),
        witness.schedule());
  }

  private static RecordedStep step(WitnessStep step) {
    return new RecordedStep(
        step.actor(),
        action(step.action()),
        step.variable(),
        step.before(),
        step.after(),
        step.success(),
        step.method(),
        location(step.where()));
  }

  private static RecordedWait waiting(WaitingActor actor) {
    return new RecordedWait(
        actor.actor(),
        resource(actor.kind()),
        actor.resource(),
        actor.heldBy().stream().map(ExplorationRecords::holder).toList(),
        location(actor.where()));
  }

  private static RecordedHolder holder(ResourceHolder holder) {
    return new RecordedHolder(holder.actor(), holder.ended(), location(holder.since()));
  }

  /** A data race. */
  public static RecordedRace race(DataRace race) {
    List<String> actors = race.witness().actors();
    return new RecordedRace(
        race.variable(),
        access(actors, race.first()),
        access(actors, race.second()),
        race.witness().schedule());
  }

  private static RecordedAccess access(List<String> actors, RacingAccess access) {
    return new RecordedAccess(
        actors.get(access.actor()), action(access.action()), location(access.where()));
  }

  private static RecordedLocation location(SourceLocation where) {
    return new RecordedLocation(where.className(), where.method(), where.file(), where.line());
  }

  /** The two have the same constants, which a test pins. */
  static RecordedAction action(StepAction action) {
    return RecordedAction.valueOf(action.name());
  }

  /** The two have the same constants, which a test pins. */
  static RecordedResource resource(ResourceKind kind) {
    return RecordedResource.valueOf(kind.name());
  }
}
