package dev.safebank.explore.runtime;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.Schedule;
import java.util.Optional;

/**
 * Decides which thread does the next step, and which alternative of a nondeterministic step
 * happens.
 */
public interface Scheduler {

  /**
   * Chooses the thread that does the next step.
   *
   * @param enabled bit set of the enabled threads; not empty
   * @param last index of the thread that did the last step, or {@link Coroutines#MAIN}
   * @return an actor, or {@link Coroutines#MAIN} after telling the execution why it must end
   */
  int choose(Execution execution, int enabled, int last);

  /** Called after a step, when its accesses are final. */
  void onStepExecuted(Execution execution, ThreadContext actor);

  /** Called when an execution ends: no thread is enabled, or it was stopped. */
  void onExecutionEnd(Execution execution);

  /** The schedule of the execution so far, if this scheduler records one. */
  default Optional<Schedule> schedule() {
    return Optional.empty();
  }

  /**
   * Whether variables that are first accessed at a place in the source count as shared, so that
   * accesses to them are steps.
   */
  default boolean isShared(Execution execution, int site) {
    return !execution.limits().mergeUnshared() || execution.findings().isShared(site);
  }

  /**
   * Which of several things that may happen does happen, at any moment of an execution: before its
   * first step, between two steps, or after the last.
   *
   * @param count how many there are, two at least
   */
  int choice(Execution execution, int count);

  /** Which alternative of the step that is being done is to happen; 0 the first time. */
  int alternative();

  /** Which of several things that may happen does happen, in the step that is being done. */
  int alternative(int count);
}
