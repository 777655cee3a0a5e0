package dev.safebank.report.input;

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
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.VerdictAccess;
import dev.safebank.report.verdict.VerdictAction;
import dev.safebank.report.verdict.VerdictHolder;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictRace;
import dev.safebank.report.verdict.VerdictResource;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Converts the explorer's records to the records of verdicts. */
public final class ExplorationAdapter {

  private ExplorationAdapter() {}

  /** The exploration of a test as verdicts show it. */
  public static CellExploration of(ExplorationRecord explored) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    explored
        .outcomes()
        .forEach((outcome, count) ->
            outcomes.merge(BlockageKind.declaredForm(outcome), count, Long::sum));
    return new CellExploration(
        explored.test(),
        new ExplorationVerdict(
            explored.interleavings(),
            explored.incomplete().isEmpty(),
            explored.incomplete(),
            explored.relaxed(),
            explored.races().stream().map(ExplorationAdapter::race).toList()),
        outcomes,
        explored.serial().stream().map(BlockageKind::declaredForm).collect(Collectors.toSet()),
        explored.witnesses().stream()
            .filter(witness -> !witness.waiting().isEmpty())
            .collect(Collectors.toMap(
                witness -> BlockageKind.declaredForm(witness.outcome()),
                Function.identity(),
                (first, second) -> first)),
        explored.witnesses().stream()
            .<VerdictWitness>map(ExplorationAdapter::witness)
            .toList());
  }

  /** An interleaving as verdicts show it. */
  public static VerdictWitness.Interleaving witness(RecordedWitness witness) {
    Interference interference = new Interference(witness);
    List<VerdictStep> steps = new ArrayList<>();
    for (int i = 0; i < witness.steps().size(); i++) {
      steps.add(step(witness.steps().get(i), interference.isBy(i)));
    }
    return new VerdictWitness.Interleaving(
        BlockageKind.declaredForm(witness.outcome()),
        witness.actors(),
        witness.switches(),
        witness.simplest(),
        steps,
        witness.waiting().stream().map(ExplorationAdapter::waiting).toList(),
        witness.schedule());
  }

  private static VerdictStep step(RecordedStep step, boolean interferes) {
    return new VerdictStep(
        step.actor(),
        action(step.action()),
        step.variable(),
        step.before(),
        step.after(),
        step.success(),
        step.method(),
        location(step.where()),
        interferes);
  }

  private static VerdictWait waiting(RecordedWait actor) {
    return new VerdictWait(
        actor.actor(),
        resource(actor.kind()),
        actor.resource(),
        actor.heldBy().stream().map(ExplorationAdapter::holder).toList(),
        location(actor.where()));
  }

  private static VerdictHolder holder(RecordedHolder holder) {
    return new VerdictHolder(holder.actor(), holder.ended(), location(holder.since()));
  }

  /** A data race as verdicts show it. */
  public static VerdictRace race(RecordedRace race) {
    return new VerdictRace(
        race.variable(), access(race.first()), access(race.second()), race.schedule());
  }

  private static VerdictAccess access(RecordedAccess access) {
    return new VerdictAccess(access.actor(), action(access.action()), location(access.where()));
  }

  private static VerdictLocation location(RecordedLocation where) {
    return new VerdictLocation(where.className(), where.method(), where.file(), where.line());
  }

  /** The two have the same constants, which a test pins. */
  static VerdictAction action(RecordedAction action) {
    return VerdictAction.valueOf(action.name());
  }

  /** The two have the same constants, which a test pins. */
  static VerdictResource resource(RecordedResource kind) {
    return VerdictResource.valueOf(kind.name());
  }
}
