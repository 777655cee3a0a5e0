package dev.safebank.stress.explore.engine;

import java.util.Optional;

/**
 * What came of an execution.
 *
 * @param outcome as jcstress would print it; empty if the execution was cut short
 */
record Ending(Verdict verdict, String outcome) {

  /**
   * Has the arbiter look at the result, if all actors came to their end.
   *
   * @param failure what an actor threw
   */
  static Ending of(Program program, Program.Run run, Verdict verdict, Optional<String> failure) {
    return switch (verdict) {
      case FINISHED -> failure.map(Ending::failed).orElseGet(() -> arbitrated(program, run));
      case DEADLOCK, STUCK ->
        failure
            .map(Ending::failed)
            .orElseGet(() -> new Ending(verdict, program.outcomeOfWaiting(verdict)));
      default -> new Ending(verdict, "");
    };
  }

  private static Ending arbitrated(Program program, Program.Run run) {
    try {
      program.arbitrate(run);
      return new Ending(Verdict.FINISHED, run.result().toString());
    } catch (StuckOutside blocked) {
      return new Ending(Verdict.STUCK, program.outcomeOfWaiting(Verdict.STUCK));
    } catch (Throwable thrown) {
      return failed("the arbiter threw " + thrown);
    }
  }

  private static Ending failed(String how) {
    return new Ending(Verdict.FINISHED, "FAILED: " + how);
  }
}
