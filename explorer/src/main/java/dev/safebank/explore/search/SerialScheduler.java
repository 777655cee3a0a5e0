package dev.safebank.explore.search;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.Scheduler;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the actors one after the other: each to its end, or to where it must wait. Tries all that
 * can be chosen on the way, one execution after the other.
 */
final class SerialScheduler implements Scheduler {

  private final List<Integer> order;
  private final List<Choice> choices = new ArrayList<>();
  private int next;

  SerialScheduler(List<Integer> order) {
    this.order = order;
  }

  private record Choice(int chosen, int count) {}

  /** Begins the next execution. */
  void rewind() {
    next = 0;
  }

  /** Turns to the next combination of choices; false if there is none left. */
  boolean advance() {
    while (!choices.isEmpty()) {
      Choice last = choices.remove(choices.size() - 1);
      if (last.chosen + 1 < last.count) {
        choices.add(new Choice(last.chosen + 1, last.count));
        return true;
      }
    }
    return false;
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
  public int choice(Execution execution, int count) {
    if (next == choices.size()) {
      choices.add(new Choice(0, count));
    }
    return choices.get(next++).chosen;
  }

  @Override
  public void onStepExecuted(Execution execution, ThreadContext actor) {}

  @Override
  public void onExecutionEnd(Execution execution) {}

  @Override
  public int alternative() {
    return 0;
  }

  @Override
  public int alternative(int count) {
    return 0;
  }
}
