package dev.safebank.explore.options;

import java.time.Duration;

/**
 * Bounds of an exploration. One that meets a bound is reported as incomplete.
 *
 * @param executions how many executions in all
 * @param boundedExecutions how many executions in all once a bound was met, since then they can
 *     prove nothing
 * @param steps how many steps in one execution
 * @param retries how many iterations of a loop in which an actor only reads, or acquires and
 *     releases locks
 * @param spuriousFailures how often, per actor and execution, a weak compare-and-set fails although
 *     it need not
 * @param spuriousWakeups how often, per actor and execution, a wait or a park returns spuriously
 * @param mergeUnshared whether accesses to a location that only one actor ever accesses are no
 *     scheduling points
 * @param time how long an exploration starts further executions
 * @param stepTimeout how long an actor may run, or block outside of the explorer's control, before
 *     its next step
 */
public record Limits(
    long executions,
    long boundedExecutions,
    int steps,
    int retries,
    int spuriousFailures,
    int spuriousWakeups,
    boolean mergeUnshared,
    Duration time,
    Duration stepTimeout) {

  private static final Duration BOUNDED_TIME = Duration.ofSeconds(15);

  /** The same, but every access to a variable that is not final is a step. */
  public Limits withEveryStep() {
    return new Limits(
        executions,
        boundedExecutions,
        steps,
        retries,
        spuriousFailures,
        spuriousWakeups,
        false,
        time,
        stepTimeout);
  }

  /** The same with another number of executions. */
  public Limits withExecutions(long most) {
    return new Limits(
        most,
        Math.min(most, boundedExecutions),
        steps,
        retries,
        spuriousFailures,
        spuriousWakeups,
        mergeUnshared,
        time,
        stepTimeout);
  }

  /** The same with another limit in time. */
  public Limits withTime(Duration most) {
    return new Limits(
        executions,
        boundedExecutions,
        steps,
        retries,
        spuriousFailures,
        spuriousWakeups,
        mergeUnshared,
        most,
        stepTimeout);
  }

  /** The same with another time limit for a step. */
  public Limits withStepTimeout(Duration most) {
    return new Limits(
        executions,
        boundedExecutions,
        steps,
        retries,
        spuriousFailures,
        spuriousWakeups,
        mergeUnshared,
        time,
        most);
  }

  /** The same with another number of executions once a bound was met. */
  public Limits withBoundedExecutions(long most) {
    return new Limits(
        executions,
        most,
        steps,
        retries,
        spuriousFailures,
        spuriousWakeups,
        mergeUnshared,
        time,
        stepTimeout);
  }

  /** How long an exploration goes on once a bound was met, since then it can prove nothing. */
  public Duration boundedTime() {
    return time.compareTo(BOUNDED_TIME) < 0 ? time : BOUNDED_TIME;
  }

  /**
   * How many threads an execution can have in all: the actors, the arbiter, and those that they
   * start.
   */
  public int threads() {
    return 32;
  }

  /** How many orders of whole actors are run, one actor after the other. */
  public int serialOrders() {
    return 5040;
  }

  /** How often code may swallow the exception that ends it before its thread is abandoned. */
  public int unwinding() {
    return 1000;
  }

  /**
   * How often one actor accesses a variable that no other actor has accessed before the variable
   * counts as shared: a loop may be waiting for it to change.
   */
  public int unsharedAccesses() {
    return 1_000_000;
  }

  /**
   * Iterations of a loop that access only locations that earlier iterations accessed, and differ
   * only in the actor's local state, before the loop is taken to be infinite.
   */
  public int countedRounds() {
    return 64;
  }

  /**
   * Iterations without effect of the only actor that is still enabled before it counts as stuck.
   */
  public int soleRunnerRounds() {
    return 16;
  }
}
