package dev.safebank.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.runtime.Contexts;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceDporTest {

  private static final int THREADS = 3;
  private static final int ALL = (1 << THREADS) - 1;

  private final Location x = new Location(new ObjectState(this), "x");
  private final Location y = new Location(new ObjectState(this), "y");
  private final List<SearchNode> trace = new ArrayList<>();
  private final SourceDpor dpor = new SourceDpor(trace);
  private final List<ThreadContext> threads = IntStream.range(0, THREADS)
      .mapToObj(index -> Contexts.thread(index, THREADS))
      .toList();

  /** A step that is executed for the first time, while all threads are enabled. */
  private void step(int thread, Action action, Location location) {
    SearchNode node = new SearchNode();
    node.enabled = ALL;
    node.chosen = thread;
    trace.add(node);
    Contexts.step(threads.get(thread), action, location);
    dpor.onStepExecuted(trace.size() - 1, threads.get(thread), true);
  }

  private List<Integer> backtrackSets() {
    return trace.stream().map(node -> node.backtrack).toList();
  }

  @Test
  void aConflictAddsTheLaterThreadAtTheEarlierStep() {
    step(0, Action.WRITE, x);
    step(1, Action.WRITE, x);

    assertThat(backtrackSets()).containsExactly(1 << 1, 0);
  }

  @Test
  void aReadConflictsWithAWrite() {
    step(0, Action.READ, x);
    step(1, Action.WRITE, x);

    assertThat(backtrackSets()).containsExactly(1 << 1, 0);
  }

  @Test
  void readsOfOneLocationAndStepsOnDifferentLocationsDoNotConflict() {
    step(0, Action.READ, x);
    step(1, Action.READ, x);
    step(2, Action.WRITE, y);

    assertThat(backtrackSets()).containsExactly(0, 0, 0);
  }

  @Test
  void stepsOfOneThreadAreNotReversed() {
    step(0, Action.WRITE, x);
    step(0, Action.WRITE, x);

    assertThat(backtrackSets()).containsExactly(0, 0);
  }

  @Test
  void aConflictThatAnotherOneImpliesIsNotReversed() {
    step(0, Action.WRITE, x);
    step(0, Action.WRITE, y);
    step(1, Action.READ, y);
    step(1, Action.WRITE, x);

    assertThat(backtrackSets()).containsExactly(0, 1 << 1, 0, 0);
  }

  @Test
  void aConflictWithAnotherConflictingStepInBetweenIsNotReversed() {
    step(0, Action.WRITE, x);
    step(2, Action.READ, x);
    step(2, Action.WRITE, y);
    threads.get(1).pending().begin(Action.CALL, 0).access(x, false).access(y, true);
    dpor.onBlocked(3, threads.get(1));

    assertThat(backtrackSets()).containsExactly(1 << 2, 0, 1 << 1);
  }

  @Test
  void theInitialOfWhatLeadsToTheConflictIsAdded() {
    step(0, Action.WRITE, x);
    step(1, Action.WRITE, y);
    step(2, Action.READ, y);
    step(2, Action.WRITE, x);

    assertThat(backtrackSets()).containsExactly(1 << 1, 1 << 2, 0, 0);
  }

  @Test
  void aThreadInTheSleepSetIsNotAdded() {
    step(0, Action.WRITE, x);
    trace.get(0).sleep = 1 << 1;
    step(1, Action.WRITE, x);

    assertThat(backtrackSets()).containsExactly(0, 0);
  }

  @Test
  void aPendingStepAtTheEndIsReversed() {
    step(0, Action.WRITE, x);
    threads.get(1).pending().begin(Action.ACQUIRE, 0).access(x, true).enabledWhen(() -> false);
    dpor.onBlocked(1, threads.get(1));

    assertThat(backtrackSets()).containsExactly(1 << 1);
  }

  @Test
  void aBlockingStepReversesEarlierConflictsThanTheLastOne() {
    step(0, Action.ACQUIRE, x);
    step(0, Action.RELEASE, x);
    threads.get(1).pending().begin(Action.ACQUIRE, 0).access(x, true).enabledWhen(() -> true);
    dpor.onBlocked(2, threads.get(1));

    assertThat(backtrackSets()).containsExactly(1 << 1, 1 << 1);
  }
}
