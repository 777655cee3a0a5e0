package dev.safebank.explore.search;

import dev.safebank.explore.coroutine.Coroutines;
import dev.safebank.explore.finding.Schedule;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.program.ExecutionStatus;
import dev.safebank.explore.result.CallOrder;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.Scheduler;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stateless depth-first search over schedules: each execution follows the previous one up to the
 * deepest backtrack point, takes another branch there, and continues freely.
 */
public final class DepthFirstSearch implements Scheduler {

  private final Reduction reduction;
  private final int budget;
  private final List<SearchNode> nodes = new ArrayList<>();
  private final SourceDpor dpor = new SourceDpor(nodes);

  /** Steps of the current execution, and how many of them are prescribed. */
  private int depth;

  private int prescribed;

  /** Index of the step that is being done. */
  private int step;

  private int nextSleep;

  /** Finds out what the order of calls is; empty if nobody asks. */
  private final Optional<CallOrders> callOrders;

  /** @param budget at most so many context switches; more are not tried */
  DepthFirstSearch(Reduction reduction, int budget) {
    this(reduction, budget, Optional.empty());
  }

  /** The same, which finds out about the order of calls. */
  DepthFirstSearch(Reduction reduction, int budget, Optional<CallOrders> callOrders) {
    this.reduction = reduction;
    this.budget = budget;
    this.callOrders = callOrders;
  }

  @Override
  public int choose(Execution execution, int enabled, int last) {
    if (depth < prescribed) {
      return follow(execution, enabled);
    }
    SearchNode node = node(depth);
    node.enabled = enabled;
    node.sleep = nextSleep;
    node.alternative = 0;
    node.alternatives = 1;
    int candidates = affordable(enabled & ~nextSleep, enabled, last);
    if (candidates == 0) {
      execution.end(
          (enabled & ~nextSleep) == 0 ? ExecutionStatus.REDUNDANT : ExecutionStatus.OVER_BUDGET);
      return Coroutines.MAIN;
    }
    int chosen = last != Coroutines.MAIN && (candidates & 1 << last) != 0
        ? last
        : Integer.numberOfTrailingZeros(candidates);
    node.backtrack = reduction == Reduction.SOURCE_DPOR ? 1 << chosen : candidates;
    take(node, chosen, last);
    node.fingerprint = fingerprint(execution, enabled, chosen);
    return step(execution, node);
  }

  private int follow(Execution execution, int enabled) {
    SearchNode node = nodes.get(depth);
    int fingerprint = node.isChoice() || (enabled & 1 << node.chosen) == 0
        ? -1
        : fingerprint(execution, enabled, node.chosen);
    boolean first = depth == prescribed - 1;
    if (node.isChoice() || node.enabled != enabled || (!first && node.fingerprint != fingerprint)) {
      execution.end(ExecutionStatus.DIVERGED);
      return Coroutines.MAIN;
    }
    node.fingerprint = fingerprint;
    return step(execution, node);
  }

  private int step(Execution execution, SearchNode node) {
    if (callOrders.isPresent()) {
      node.call = execution.currentCall(execution.threads().get(node.chosen));
    }
    step = depth++;
    return node.chosen;
  }

  /**
   * A choice is a node of its own, without a step: all that can be chosen is tried, each with all
   * that may follow. To the steps it is part of the one before it.
   */
  @Override
  public int choice(Execution execution, int count) {
    SearchNode node = node(depth);
    if (depth < prescribed) {
      if (!node.isChoice() || node.alternatives != count) {
        execution.end(ExecutionStatus.DIVERGED);
        return 0;
      }
    } else {
      node.chosen = Schedule.CHOICE;
      node.enabled = 0;
      node.sleep = 0;
      node.backtrack = 0;
      node.alternative = 0;
      node.alternatives = count;
      node.switches = depth == 0 ? 0 : nodes.get(depth - 1).switches;
    }
    depth++;
    return node.alternative;
  }

  private static int fingerprint(Execution execution, int enabled, int chosen) {
    Operation operation = execution.threads().get(chosen).pending();
    return enabled * 31 + operation.site();
  }

  private int affordable(int candidates, int enabled, int last) {
    if (last == Coroutines.MAIN || nodes.get(depth - 1).switches < budget) {
      return candidates;
    }
    return candidates & enabled & 1 << last;
  }

  private void take(SearchNode node, int chosen, int last) {
    int before = depth == 0 ? 0 : nodes.get(depth - 1).switches;
    node.switches = before + (last != Coroutines.MAIN && last != chosen ? 1 : 0);
    node.chosen = chosen;
  }

  private SearchNode node(int index) {
    if (index == nodes.size()) {
      nodes.add(new SearchNode());
    }
    return nodes.get(index);
  }

  @Override
  public void onStepExecuted(Execution execution, ThreadContext actor) {
    SearchNode node = nodes.get(step);
    if (reduction == Reduction.NONE) {
      return;
    }
    if (reduction == Reduction.SOURCE_DPOR) {
      dpor.onStepExecuted(step, actor, depth >= prescribed);
    } else if (callOrders.isPresent()) {
      dpor.onStepExecuted(step, actor, false);
    }
    nextSleep = 0;
    for (int asleep = node.sleep; asleep != 0; asleep &= asleep - 1) {
      int other = Integer.numberOfTrailingZeros(asleep);
      if (!execution.threads().get(other).pending().conflictsWith(actor.executing())) {
        nextSleep |= 1 << other;
      }
    }
  }

  @Override
  public void onExecutionEnd(Execution execution) {
    if (reduction == Reduction.SOURCE_DPOR) {
      for (ThreadContext actor : execution.threads().all()) {
        if (!actor.finished) {
          dpor.onBlocked(depth, actor);
        }
      }
    }
  }

  @Override
  public int alternative() {
    return nodes.get(step).alternative;
  }

  @Override
  public int alternative(int count) {
    SearchNode node = nodes.get(step);
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
      SearchNode node = nodes.get(prescribed - 1);
      if (node.alternative + 1 < node.alternatives) {
        node.alternative++;
        return true;
      }
      if (node.isChoice()) {
        continue;
      }
      int done = 1 << node.chosen;
      node.sleep |= done;
      node.backtrack &= ~done;
      int left = node.backtrack & ~node.sleep;
      if (left != 0) {
        int last = lastBefore(prescribed - 1);
        depth = prescribed - 1;
        take(node, Integer.numberOfTrailingZeros(left), last);
        node.alternative = 0;
        node.alternatives = 1;
        return true;
      }
    }
    return false;
  }

  /** Who moved last before a node. */
  private int lastBefore(int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (!nodes.get(i).isChoice()) {
        return nodes.get(i).chosen;
      }
    }
    return Coroutines.MAIN;
  }

  /** What the last execution says of the order of its calls: see {@link CallOrders#matrix}. */
  Optional<Long> callMatrix() {
    return callOrders.map(orders -> orders.matrix(nodes, depth, reduction != Reduction.NONE));
  }

  /** The schedule of an execution just like the last one in which these pairs hold. */
  Schedule scheduleWith(Set<CallOrder> pairs) {
    return reduction == Reduction.NONE
        ? schedule().orElseThrow()
        : Linearization.of(nodes, depth, pairs);
  }

  int length() {
    return depth;
  }

  int switches() {
    return depth == 0 ? 0 : nodes.get(depth - 1).switches;
  }

  @Override
  public Optional<Schedule> schedule() {
    int[] steps = new int[depth];
    for (int i = 0; i < depth; i++) {
      steps[i] = Schedule.step(nodes.get(i).chosen, nodes.get(i).alternative);
    }
    return Optional.of(new Schedule(steps));
  }
}
