package dev.safebank.stress.explore.engine;

import java.util.StringJoiner;

/** Who moved, step by step, and which alternative happened: enough to run an execution again. */
public final class Schedule {

  private static final int ACTOR_BITS = 8;

  private final int[] steps;

  Schedule(int[] steps) {
    this.steps = steps;
  }

  static int step(int actor, int alternative) {
    return alternative << ACTOR_BITS | actor;
  }

  /** Number of steps. */
  public int length() {
    return steps.length;
  }

  int actor(int step) {
    return steps[step] & (1 << ACTOR_BITS) - 1;
  }

  int alternative(int step) {
    return steps[step] >>> ACTOR_BITS;
  }

  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(" ");
    for (int i = 0; i < steps.length; i++) {
      words.add(actor(i) + (alternative(i) == 0 ? "" : "." + alternative(i)));
    }
    return words.toString();
  }
}
