package dev.safebank.explore.hook;

import dev.safebank.explore.runtime.CurrentExecution;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.thread.ThreadStart;

/**
 * Called by instrumented code to report what is no access: code that is one step as a whole, new
 * objects, changes of local state, and operations that are not controlled or weaker than sequential
 * consistency. Not meant to be called by anything else.
 */
public final class ExecutionHooks {

  private ExecutionHooks() {}

  /** A class's initialisation begins: one step as a whole. */
  public static void enterAtomic() {
    ThreadContext actor =
        CurrentExecution.get() == null ? null : CurrentExecution.get().scheduledThread();
    if (actor != null) {
      actor.atomicDepth++;
    }
  }

  /** A class's initialisation, or a call that counts as one step, ends. */
  public static void exitAtomic() {
    ThreadContext actor =
        CurrentExecution.get() == null ? null : CurrentExecution.get().scheduledThread();
    if (actor != null) {
      actor.atomicDepth--;
    }
  }

  /** Called before a call that may change state which the runtime does not see. */
  public static void localStateMayHaveChanged() {
    ThreadContext actor = CurrentExecution.running();
    if (actor != null) {
      actor.loops.localStateMayHaveChanged();
    }
  }

  /** Called before a call that the explorer does not control. */
  public static void uncontrolled(int site) {
    if (CurrentExecution.thread().isPresent()) {
      CurrentExecution.get().findings().uncontrolled(site);
    }
  }

  /** Called before an operation that is weaker than sequential consistency. */
  public static void relaxed(int site) {
    if (CurrentExecution.thread().isPresent()) {
      CurrentExecution.get().findings().relaxed(site);
    }
  }

  /** The program catches something: an error of the machine is none that every machine has. */
  public static void caught(Throwable thrown, int site) {
    Execution execution = CurrentExecution.get();
    if (thrown instanceof VirtualMachineError error && execution != null) {
      execution.machineErrors().caught(error, site);
    }
  }

  /** Called after {@code new}. */
  public static void created(Object object) {
    if (object instanceof Thread thread) {
      ThreadStart.created(thread);
    }
  }
}
