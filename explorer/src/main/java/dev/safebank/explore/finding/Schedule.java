package dev.safebank.explore.finding;

/**
 * A schedule: which thread did each step, which alternative happened, and what was chosen in
 * between. Enough to replay an execution.
 */
public final class Schedule {

  /** Takes the place of a thread where something was chosen without a step. */
  public static final int CHOICE = 255;

  private static final int ACTOR_BITS = 8;

  private final int[] steps;

  public Schedule(int[] steps) {
    this.steps = steps;
  }

  public static int step(int actor, int alternative) {
    return alternative << ACTOR_BITS | actor;
  }

  /** Number of steps. */
  public int length() {
    return steps.length;
  }

  /** How many choices there are behind the last step. */
  public int choicesAtEnd() {
    int choices = 0;
    while (choices < steps.length && actor(steps.length - 1 - choices) == CHOICE) {
      choices++;
    }
    return choices;
  }

  public int actor(int step) {
    return steps[step] & (1 << ACTOR_BITS) - 1;
  }

  public int alternative(int step) {
    return steps[step] >>> ACTOR_BITS;
  }
}
