package dev.safebank.report.input;

import dev.safebank.evidence.witness.RecordedStep;
import dev.safebank.evidence.witness.RecordedWitness;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the steps of an interleaving that interfere with another actor: while that actor has begun
 * and not ended, they change a variable that it has read, or access one that it changes. The page
 * highlights them.
 */
final class Interference {

  private final List<String> actors;
  private final List<RecordedStep> steps;
  private final List<Integer> waiting;

  Interference(RecordedWitness witness) {
    this.actors = witness.actors();
    this.steps = witness.steps();
    this.waiting = witness.waiting().stream().map(actor -> actor.actor()).toList();
  }

  /** Whether the step with this index interferes with another actor. */
  boolean isBy(int index) {
    RecordedStep step = steps.get(index);
    return isAccess(step)
        && IntStream.range(0, actors.size())
            .filter(other -> other != step.actor() && isUnderWay(other, index))
            .anyMatch(other -> changes(other, step.variable())
                || (isChange(step) && reads(other, step.variable(), index)));
  }

  private boolean isUnderWay(int actor, int index) {
    boolean begun = steps.subList(0, index).stream().anyMatch(step -> step.actor() == actor);
    boolean ended = !waiting.contains(actor)
        && steps.subList(index, steps.size()).stream().noneMatch(step -> step.actor() == actor);
    return begun && !ended;
  }

  private boolean changes(int actor, String variable) {
    return steps.stream().anyMatch(step -> isOf(step, actor, variable) && isChange(step));
  }

  private boolean reads(int actor, String variable, int before) {
    return steps.subList(0, before).stream()
        .anyMatch(step -> isOf(step, actor, variable) && isAccess(step));
  }

  private static boolean isOf(RecordedStep step, int actor, String variable) {
    return step.actor() == actor && step.variable().equals(variable);
  }

  private static boolean isAccess(RecordedStep step) {
    return switch (step.action()) {
      case READ, WRITE, UPDATE, COMPARE_AND_SET, CALL -> true;
      case ACQUIRE,
          TRY_ACQUIRE,
          RELEASE,
          WAIT,
          REACQUIRE,
          NOTIFY,
          AWAIT,
          SPIN,
          INITIALIZE,
          INITIALIZED,
          START,
          BEGIN,
          END -> false;
    };
  }

  private static boolean isChange(RecordedStep step) {
    return switch (step.action()) {
      case WRITE, UPDATE, CALL -> true;
      case COMPARE_AND_SET -> step.success().orElse(false);
      default -> false;
    };
  }
}
