package dev.safebank.stress.explore.engine;

import java.util.Optional;

/**
 * What becomes of an actor that goes round a loop in vain: it waits until somebody has changed what
 * it looked at, since until then it would only do the same again. If it may be counting its rounds,
 * the exploration says so, and the actor goes on all the same when nobody else can move.
 */
final class Spinning {

  private Spinning() {}

  static void atHead(Execution execution, Actor actor, Loops.Head head, int site) {
    execution.checkNotOver();
    actor.note();
    Optional<Loops.Change> inVain = actor.loops.atHead(head);
    if (++actor.idleRounds > execution.limits().idleRounds()) {
      stayFor(execution, actor, site);
    }
    if (inVain.isPresent()) {
      if (inVain.get() == Loops.Change.NONE) {
        waitForChange(execution, actor, site);
      }
      tryAgain(execution, actor, site);
    }
  }

  private static void waitForChange(Execution execution, Actor actor, int site) {
    Operation spin = actor.pending().be(Action.SPIN, site);
    actor.loops.lastLookedAt().forEach(place -> spin.touch(place, false));
    spin.when(() -> actor.loops.changedSince() != Loops.Change.NONE);
    if (!actor.loops.isCertain()) {
      execution
          .findings()
          .bound(
              "%s spins at %s, perhaps counting: it goes on only when what it looked at has changed"
                  .formatted(actor.name, execution.site(site).where()));
      spin.orNobodyElseMoves();
    }
    execution.step(actor);
    if (actor.loops.changedSince() == Loops.Change.NONE
        && ++actor.lonelyRounds > execution.limits().lonelyRounds()) {
      stayFor(execution, actor, site);
    }
  }

  private static void tryAgain(Execution execution, Actor actor, int site) {
    int retries = execution.limits().retries();
    if (actor.loops.changedSince() == Loops.Change.LOCKED && ++actor.retries > retries) {
      execution
          .findings()
          .bound(
              "%s goes round the loop at %s more than %d times in vain while others only lock and unlock"
                  .formatted(actor.name, execution.site(site).where(), retries));
      actor.cut = true;
      stayFor(execution, actor, site);
    }
  }

  /** The actor never moves again. */
  private static void stayFor(Execution execution, Actor actor, int site) {
    actor.pending().be(Action.SPIN, site).when(() -> false);
    execution.step(actor);
  }
}
