package dev.safebank.explore.search;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.Schedule;
import dev.safebank.explore.result.CallOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts the steps of an execution into another order in which certain calls end before others begin,
 * and that keeps to the order of all steps that depend on each other: see {@link CallOrders}.
 */
final class Linearization {

  private final List<SearchNode> nodes;
  private final Set<CallOrder> pairs;
  private final List<List<Integer>> stepsOf = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();

  /** Where each actor has come to in its steps. */
  private final int[] done;

  private Linearization(List<SearchNode> nodes, int length, Set<CallOrder> pairs) {
    this.nodes = nodes;
    this.pairs = pairs;
    for (int i = 0; i < length; i++) {
      SearchNode node = nodes.get(i);
      if (!node.isChoice()) {
        while (stepsOf.size() <= node.chosen) {
          stepsOf.add(new ArrayList<>());
        }
        stepsOf.get(node.chosen).add(i);
      }
    }
    this.done = new int[stepsOf.size()];
    for (int i = 0; i < length && nodes.get(i).isChoice(); i++) {
      order.add(i);
    }
  }

  /** The execution of the first {@code length} nodes, in an order in which the pairs hold. */
  static Schedule of(List<SearchNode> nodes, int length, Set<CallOrder> pairs) {
    Linearization linearization = new Linearization(nodes, length, pairs);
    int last = Coroutines.MAIN;
    while (linearization.order.size() < length) {
      last = linearization.next(last);
      linearization.take(last, length);
    }
    return new Schedule(linearization.order.stream()
        .mapToInt(i -> Schedule.step(nodes.get(i).chosen, nodes.get(i).alternative))
        .toArray());
  }

  private int next(int last) {
    if (last != Coroutines.MAIN && isReady(last)) {
      return last;
    }
    for (int actor = 0; actor < done.length; actor++) {
      if (isReady(actor)) {
        return actor;
      }
    }
    throw new IllegalStateException("no order of the steps has " + pairs);
  }

  private boolean isReady(int actor) {
    if (done[actor] == stepsOf.get(actor).size()) {
      return false;
    }
    SearchNode step = nodes.get(stepsOf.get(actor).get(done[actor]));
    for (int other = 0; other < done.length; other++) {
      if (other != actor
          && done[other] < stepsOf.get(other).size()
          && stepsOf.get(other).get(done[other]) <= step.clock[other]) {
        return false;
      }
    }
    return pairs.stream()
        .noneMatch(pair -> pair.beganActor() == actor
            && step.call >= pair.beganCall()
            && isBusy(pair.endedActor(), pair.endedCall()));
  }

  /** Whether an actor still has steps to take in a call, or before it. */
  private boolean isBusy(int actor, int call) {
    return actor < done.length
        && done[actor] < stepsOf.get(actor).size()
        && nodes.get(stepsOf.get(actor).get(done[actor])).call <= call;
  }

  /** Takes an actor's next step, and the choices that are part of it. */
  private void take(int actor, int length) {
    int step = stepsOf.get(actor).get(done[actor]++);
    order.add(step);
    for (int i = step + 1; i < length && nodes.get(i).isChoice(); i++) {
      order.add(i);
    }
  }
}
