package dev.safebank.stress.explore.engine;

import java.util.List;

/** Runs the actors one after the other: each to its end, or to where it must wait. */
final class SerialOrder implements Scheduler {

  private final List<Integer> order;

  SerialOrder(List<Integer> order) {
    this.order = order;
  }

  @Override
  public int choose(Execution execution, int enabled, int last) {
    if (last != Coroutines.MAIN && (enabled & 1 << last) != 0) {
      return last;
    }
    for (int actor : order) {
      if ((enabled & 1 << actor) != 0) {
        return actor;
      }
    }
    return Integer.numberOfTrailingZeros(enabled);
  }

  @Override
  public void done(Execution execution, Actor actor) {}

  @Override
  public void over(Execution execution) {}

  @Override
  public int alternative() {
    return 0;
  }

  @Override
  public int alternative(int count) {
    return 0;
  }
}
