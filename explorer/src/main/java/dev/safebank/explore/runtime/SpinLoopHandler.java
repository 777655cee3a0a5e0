package dev.safebank.explore.runtime;

import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.spinloop.LoopDetector;
import java.util.Optional;

/**
 * Blocks a thread that spins without effect until a location that it read has changed, since until
 * then each iteration would do the same. If it has read the clock, it is also enabled when no other
 * thread is, since time passes then. If it seems to count its iterations without end, the
 * exploration is reported as incomplete, and the thread is also enabled when no other is.
 */
public final class SpinLoopHandler {

  private SpinLoopHandler() {}

  public static void atHead(
      Execution execution, ThreadContext actor, LoopDetector.Head head, int site) {
    execution.checkNotOver();
    actor.recordEffects();
    actor.wakeups.atHead(execution, site);
    Optional<LoopDetector.Change> inVain =
        actor.loops.atHead(head, execution.limits().countedRounds());
    if (inVain.isPresent()) {
      if (inVain.get() == LoopDetector.Change.NONE) {
        waitForChange(execution, actor, site);
      }
      tryAgain(execution, actor, site);
    }
  }

  private static void waitForChange(Execution execution, ThreadContext actor, int site) {
    if (actor.heldThreads > 0) {
      execution.findings().uncontrolled(site);
    }
    Operation spin = actor.pending().begin(Action.SPIN, site);
    actor.loops.accessedInLastRound().forEach(place -> spin.access(place, place.isHeldByMany()));
    spin.enabledWhen(() -> actor.loops.changesSinceLastRound() != LoopDetector.Change.NONE);
    boolean waitsForTime =
        actor.loops.accessedInLastRound().contains(execution.clocks().location());
    if (waitsForTime) {
      spin.orWhenNoOtherIsEnabled();
    }
    if (!actor.loops.isCertain()) {
      execution
          .findings()
          .bound(
              ("%s spins at %s, perhaps counting, for more than %d rounds: it goes on only when what it looked at has"
                      + " changed")
                  .formatted(
                      actor.name,
                      execution.site(site).where(),
                      execution.limits().countedRounds()));
      spin.orWhenNoOtherIsEnabled();
    }
    execution.step(actor);
    if (waitsForTime && actor.loops.changesSinceLastRound() == LoopDetector.Change.NONE) {
      execution.clocks().mustPass();
    }
    if (actor.loops.changesSinceLastRound() == LoopDetector.Change.NONE
        && ++actor.soleRunnerRounds > execution.limits().soleRunnerRounds()) {
      stayFor(execution, actor, site);
    }
  }

  private static void tryAgain(Execution execution, ThreadContext actor, int site) {
    int retries = execution.limits().retries();
    if (actor.loops.changesSinceLastRound() == LoopDetector.Change.LOCKED
        && ++actor.retries > retries) {
      execution
          .findings()
          .bound(
              "%s repeats the loop at %s more than %d times without effect while others only lock and unlock"
                  .formatted(actor.name, execution.site(site).where(), retries));
      actor.cut = true;
      stayFor(execution, actor, site);
    }
  }

  /** The thread is never enabled again. */
  private static void stayFor(Execution execution, ThreadContext actor, int site) {
    actor.pending().begin(Action.SPIN, site).enabledWhen(() -> false);
    execution.step(actor);
  }
}
