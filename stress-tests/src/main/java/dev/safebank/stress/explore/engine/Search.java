package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Depth-first search over schedules, without state: each execution follows the last one up to the
 * deepest point where something else is to be tried, and goes on from there as it likes.
 */
final class Search implements Scheduler {

  private final Reduction reduction;
  private final int budget;
  private final List<Node> nodes = new ArrayList<>();
  private final SourceSets sourceSets = new SourceSets(nodes);

  /** Steps of the current execution, and how many of them are prescribed. */
  private int depth;

  private int prescribed;
  private int nextSleep;

  /** @param budget at most so many context switches; more are not tried */
  Search(Reduction reduction, int budget) {
    this.reduction = reduction;
    this.budget = budget;
  }

  @Override
  public int choose(Execution execution, int enabled, int last) {
    if (depth < prescribed) {
      return follow(execution, enabled);
    }
    Node node = node(depth);
    node.enabled = enabled;
    node.sleep = nextSleep;
    node.alternative = 0;
    node.alternatives = 1;
    int candidates = affordable(enabled & ~nextSleep, enabled, last);
    if (candidates == 0) {
      execution.end((enabled & ~nextSleep) == 0 ? Verdict.REDUNDANT : Verdict.OVER_BUDGET);
      return Coroutines.MAIN;
    }
    int chosen = last != Coroutines.MAIN && (candidates & 1 << last) != 0
        ? last
        : Integer.numberOfTrailingZeros(candidates);
    node.backtrack = reduction == Reduction.SOURCE_DPOR ? 1 << chosen : candidates;
    take(node, chosen, last);
    node.fingerprint = fingerprint(execution, enabled, chosen);
    depth++;
    return chosen;
  }

  private int follow(Execution execution, int enabled) {
    Node node = nodes.get(depth);
    int fingerprint =
        (enabled & 1 << node.chosen) == 0 ? -1 : fingerprint(execution, enabled, node.chosen);
    boolean first = depth == prescribed - 1;
    if (node.enabled != enabled || (!first && node.fingerprint != fingerprint)) {
      execution.end(Verdict.DIVERGED);
      return Coroutines.MAIN;
    }
    node.fingerprint = fingerprint;
    depth++;
    return node.chosen;
  }

  private static int fingerprint(Execution execution, int enabled, int chosen) {
    Operation operation = execution.crew().get(chosen).pending();
    return enabled * 31 + operation.site();
  }

  private int affordable(int candidates, int enabled, int last) {
    if (last == Coroutines.MAIN || nodes.get(depth - 1).switches < budget) {
      return candidates;
    }
    return candidates & enabled & 1 << last;
  }

  private void take(Node node, int chosen, int last) {
    int before = depth == 0 ? 0 : nodes.get(depth - 1).switches;
    node.switches = before + (last != Coroutines.MAIN && last != chosen ? 1 : 0);
    node.chosen = chosen;
  }

  private Node node(int index) {
    if (index == nodes.size()) {
      nodes.add(new Node());
    }
    return nodes.get(index);
  }

  @Override
  public void done(Execution execution, Actor actor) {
    Node node = nodes.get(depth - 1);
    if (reduction == Reduction.NONE) {
      return;
    }
    if (reduction == Reduction.SOURCE_DPOR) {
      sourceSets.executed(depth - 1, actor, depth >= prescribed);
    }
    nextSleep = 0;
    for (int asleep = node.sleep; asleep != 0; asleep &= asleep - 1) {
      int other = Integer.numberOfTrailingZeros(asleep);
      if (!execution.crew().get(other).pending().conflictsWith(actor.executing())) {
        nextSleep |= 1 << other;
      }
    }
  }

  @Override
  public void over(Execution execution) {
    if (reduction == Reduction.SOURCE_DPOR) {
      execution.crew().waiting().forEach(actor -> sourceSets.waiting(depth, actor));
    }
  }

  @Override
  public int alternative() {
    return nodes.get(depth - 1).alternative;
  }

  @Override
  public int alternative(int count) {
    Node node = nodes.get(depth - 1);
    node.alternatives = count;
    return node.alternative;
  }

  /** Begins the next execution. */
  void rewind() {
    depth = 0;
    nextSleep = 0;
  }

  /** Turns to the next schedule to try; false if there is none left. */
  boolean advance() {
    for (prescribed = depth; prescribed > 0; prescribed--) {
      Node node = nodes.get(prescribed - 1);
      if (node.alternative + 1 < node.alternatives) {
        node.alternative++;
        return true;
      }
      int done = 1 << node.chosen;
      node.sleep |= done;
      node.backtrack &= ~done;
      int left = node.backtrack & ~node.sleep;
      if (left != 0) {
        int last = prescribed == 1 ? Coroutines.MAIN : nodes.get(prescribed - 2).chosen;
        depth = prescribed - 1;
        take(node, Integer.numberOfTrailingZeros(left), last);
        node.alternative = 0;
        node.alternatives = 1;
        return true;
      }
    }
    return false;
  }

  /** Forgets all executions so far. */
  void reset() {
    depth = 0;
    prescribed = 0;
  }

  int length() {
    return depth;
  }

  int switches() {
    return depth == 0 ? 0 : nodes.get(depth - 1).switches;
  }

  Schedule schedule() {
    int[] steps = new int[depth];
    for (int i = 0; i < depth; i++) {
      steps[i] = Schedule.step(nodes.get(i).chosen, nodes.get(i).alternative);
    }
    return new Schedule(steps);
  }
}
