package dev.safebank.explore.program;

import java.util.Optional;

/**
 * The result of an execution.
 *
 * @param outcome as jcstress would print it; empty if the execution was cut short
 */
public record ExecutionResult(ExecutionStatus status, String outcome) {

  /**
   * Calls the arbiter, if all actors have ended.
   *
   * @param failure what an actor threw
   * @param settled the outcome that the arbiter settled as a thread of its own; empty if it was
   *     none
   */
  public static ExecutionResult of(
      ConcurrentProgram program,
      ConcurrentProgram.Instance run,
      ExecutionStatus verdict,
      Optional<String> failure,
      Optional<String> settled) {
    return switch (verdict) {
      case FINISHED ->
        failure
            .map(ExecutionResult::failed)
            .or(() -> settled.map(outcome -> new ExecutionResult(verdict, outcome)))
            .orElseGet(() -> arbitrated(program, run));
      case DEADLOCK, STUCK ->
        failure
            .map(ExecutionResult::failed)
            .orElseGet(() -> new ExecutionResult(verdict, program.outcomeOfWaiting(verdict, run)));
      default -> new ExecutionResult(verdict, "");
    };
  }

  private static ExecutionResult arbitrated(
      ConcurrentProgram program, ConcurrentProgram.Instance run) {
    try {
      program.arbitrate(run);
      return new ExecutionResult(ExecutionStatus.FINISHED, run.result().toString());
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable thrown) {
      return failed("the arbiter threw " + thrown);
    }
  }

  private static ExecutionResult failed(String how) {
    return new ExecutionResult(ExecutionStatus.FINISHED, "FAILED: " + how);
  }
}
