package dev.safebank.explore.race;

import java.util.Arrays;

/** Vector clocks as plain arrays, one entry per actor. */
public final class VectorClock {

  private VectorClock() {}

  /** A clock before all events of all actors. */
  public static int[] start(int actors) {
    int[] clock = new int[actors];
    Arrays.fill(clock, -1);
    return clock;
  }

  /** Raises {@code clock} to the later of both, entry by entry. */
  public static void join(int[] clock, int[] other) {
    for (int i = 0; i < clock.length; i++) {
      if (other[i] > clock[i]) {
        clock[i] = other[i];
      }
    }
  }
}
