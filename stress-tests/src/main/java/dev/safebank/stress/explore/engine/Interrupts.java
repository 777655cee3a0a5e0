package dev.safebank.stress.explore.engine;

import java.util.Optional;

/** Interrupts of actors. */
final class Interrupts {

  private Interrupts() {}

  /** Throws if the actor is interrupted; no step at all in a program that interrupts nobody. */
  static void check(Execution execution, Optional<Actor> actor, int site)
      throws InterruptedException {
    if (actor.isPresent()
        && execution.findings().interrupts()
        && test(execution, actor.get(), actor.get(), true, site)) {
      throw new InterruptedException();
    }
  }

  /** Reads, and perhaps clears, an actor's flag. */
  static boolean test(Execution execution, Actor self, Actor target, boolean clear, int site) {
    if (!execution.findings().interrupts()) {
      return false;
    }
    self.pending().be(clear ? Action.UPDATE : Action.READ, site).touch(target.interruptFlag, clear);
    execution.touches().await(self, target.interruptFlag, site);
    boolean interrupted = target.interrupted;
    if (clear) {
      target.interrupted = false;
    }
    return interrupted;
  }

  /** Sets an actor's flag. */
  static void set(Execution execution, Actor self, Actor target, int site) {
    execution.interrupting();
    self.pending().be(Action.WRITE, site).touch(target.interruptFlag, true);
    execution.touches().await(self, target.interruptFlag, site);
    target.interrupted = true;
  }
}
