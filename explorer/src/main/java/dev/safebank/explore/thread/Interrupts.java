package dev.safebank.explore.thread;

import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.runtime.ThreadState;
import java.util.Optional;

/** Interrupts of actors. An interrupt happens before its detection, by any thread (JLS 17.4.4). */
public final class Interrupts {

  private Interrupts() {}

  /** Throws if the actor is interrupted; no step at all in a program without interrupts. */
  public static void check(Execution execution, Optional<ThreadContext> actor, int site)
      throws InterruptedException {
    if (interrupted(execution, actor, site)) {
      throw new InterruptedException();
    }
  }

  /** Reads and clears the actor's flag; no step at all in a program without interrupts. */
  public static boolean interrupted(Execution execution, Optional<ThreadContext> actor, int site) {
    return actor.isPresent()
        && execution.findings().interrupts()
        && test(execution, actor.get(), actor.get(), true, site);
  }

  /** Reads, and perhaps clears, an actor's flag. */
  public static boolean test(
      Execution execution, ThreadContext self, ThreadContext target, boolean clear, int site) {
    self.pending()
        .begin(clear ? Action.UPDATE : Action.READ, site)
        .access(target.interruptFlag, clear);
    execution.accesses().await(self, target.interruptFlag, site);
    boolean interrupted = target.interrupted;
    self.executing().changed(clear && interrupted);
    if (interrupted) {
      target.interrupts.acquire(self.clock);
    }
    if (clear) {
      target.interrupted = false;
    }
    return interrupted;
  }

  /** Sets an actor's flag. */
  public static void set(Execution execution, ThreadContext self, ThreadContext target, int site) {
    execution.learnOfInterrupts();
    self.pending().begin(Action.WRITE, site).access(target.interruptFlag, true);
    execution.accesses().await(self, target.interruptFlag, site);
    target.interrupted = true;
    target.interrupts.release(self.clock);
  }

  /** Reads the flag of a thread that was not started when it was asked for. */
  public static boolean testBeforeStart(
      Execution execution, ThreadContext self, ThreadState state, int site) {
    if (!execution.findings().interrupts()) {
      return false;
    }
    self.pending().begin(Action.READ, site).access(state.interruptFlag, false);
    execution.accesses().await(self, state.interruptFlag, site);
    return state.isInterrupted();
  }

  /** Sets the flag of a thread that was not started when it was interrupted. */
  public static void setBeforeStart(
      Execution execution, ThreadContext self, ThreadState state, int site) {
    execution.learnOfInterrupts();
    self.pending().begin(Action.WRITE, site).access(state.interruptFlag, true);
    execution.accesses().await(self, state.interruptFlag, site);
    state.interrupt();
  }
}
