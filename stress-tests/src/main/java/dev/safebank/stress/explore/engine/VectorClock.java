package dev.safebank.stress.explore.engine;

import java.util.Arrays;

/** Vector clocks as plain arrays, one entry per actor. */
final class VectorClock {

  private VectorClock() {}

  /** A clock before all events of all actors. */
  static int[] start(int actors) {
    int[] clock = new int[actors];
    Arrays.fill(clock, -1);
    return clock;
  }

  /** Raises {@code clock} to the later of both, entry by entry. */
  static void join(int[] clock, int[] other) {
    for (int i = 0; i < clock.length; i++) {
      if (other[i] > clock[i]) {
        clock[i] = other[i];
      }
    }
  }
}
