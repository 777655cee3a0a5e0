package dev.safebank.junit.bank;

import dev.safebank.explore.result.ResourceHolder;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.result.SourceLocation;
import dev.safebank.explore.result.StepAction;
import dev.safebank.explore.result.WaitingActor;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.result.WitnessStep;
import dev.safebank.report.verdict.VerdictHolder;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import dev.safebank.report.verdict.VerdictWitness;

/** Puts a witness as the report has it into the form in which it is drawn, one to one. */
final class ShownWitness {

  private ShownWitness() {}

  static Witness of(VerdictWitness.Interleaving shown) {
    return new Witness(
        shown.actors(),
        shown.steps().stream().map(ShownWitness::step).toList(),
        shown.switches(),
        shown.simplest(),
        shown.waiting().stream().map(ShownWitness::waiting).toList(),
        shown.schedule());
  }

  private static WitnessStep step(VerdictStep step) {
    return new WitnessStep(
        step.actor(),
        StepAction.valueOf(step.action().name()),
        step.variable(),
        step.before(),
        step.after(),
        step.success(),
        step.method(),
        location(step.where()));
  }

  private static WaitingActor waiting(VerdictWait actor) {
    return new WaitingActor(
        actor.actor(),
        ResourceKind.valueOf(actor.kind().name()),
        actor.resource(),
        actor.heldBy().stream().map(ShownWitness::holder).toList(),
        location(actor.where()));
  }

  private static ResourceHolder holder(VerdictHolder holder) {
    return new ResourceHolder(holder.actor(), holder.ended(), location(holder.since()));
  }

  private static SourceLocation location(VerdictLocation where) {
    return new SourceLocation(where.className(), where.method(), where.file(), where.line());
  }
}
