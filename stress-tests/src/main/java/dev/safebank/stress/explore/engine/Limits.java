package dev.safebank.stress.explore.engine;

/**
 * How far an exploration goes before it gives up and says so.
 *
 * @param executions how many executions in all
 * @param steps how many steps in one execution
 * @param retries how many rounds of a loop in which an actor did nothing but look, or take locks
 *     and give them back
 * @param spuriousFailures how often, per actor and execution, a weak compare-and-set fails although
 *     it need not
 * @param mergeUnshared whether a location that only one actor ever touches makes no steps
 */
public record Limits(
    long executions, int steps, int retries, int spuriousFailures, boolean mergeUnshared) {

  /** The same, but every access to a variable that is not final is a step. */
  public Limits withEveryStep() {
    return new Limits(executions, steps, retries, spuriousFailures, false);
  }

  /** The same with another number of executions. */
  public Limits withExecutions(long most) {
    return new Limits(most, steps, retries, spuriousFailures, mergeUnshared);
  }

  /** How many executions in all once a bound was met, since then they can prove nothing. */
  long boundedExecutions() {
    return Math.min(executions, 20_000);
  }

  /** How often code may swallow the exception that ends it before its thread is given up. */
  int unwinding() {
    return 1000;
  }

  /** Rounds of loops without any step before an actor counts as looping for ever. */
  int idleRounds() {
    return 1_000_000;
  }

  /** Rounds in vain of an actor that is the only one left to move before it counts as stuck. */
  int lonelyRounds() {
    return 16;
  }
}
