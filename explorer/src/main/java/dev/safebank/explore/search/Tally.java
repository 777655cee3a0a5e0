package dev.safebank.explore.search;

import dev.safebank.explore.finding.Schedule;
import dev.safebank.explore.result.CallEnd;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.ProgramEnd;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many executions had one outcome so far, and the simplest of them. */
final class Tally {

  final EndState end;
  long executions;
  int switches = Integer.MAX_VALUE;
  boolean simplest;
  Schedule schedule = new Schedule(new int[0]);
  final Optional<ProgramEnd> calls;

  /** For each largest set of pairs of calls in order, an execution in which they are. */
  final Map<Long, Schedule> orders = new LinkedHashMap<>();

  /** How many calls of each actor have ended. */
  private final List<Integer> ended;

  private final Set<Long> matrices = new HashSet<>();
  private int steps = Integer.MAX_VALUE;

  Tally(EndState end, Optional<ProgramEnd> calls) {
    this.end = end;
    this.calls = calls;
    this.ended = calls.stream()
        .flatMap(ending -> ending.calls().stream())
        .map(actor -> (int)
            actor.stream().filter(call -> !(call instanceof CallEnd.Waits)).count())
        .toList();
  }

  /** The search's last execution has this outcome; keeps what it says of the order of its calls. */
  void keepOrder(DepthFirstSearch search, CallOrders callOrders, boolean schedules) {
    long matrix = search.callMatrix().orElseThrow();
    if (!matrices.add(matrix)) {
      return;
    }
    for (long pairs : callOrders.maximal(matrix, ended)) {
      if (!orders.containsKey(pairs)) {
        orders.put(
            pairs,
            schedules ? search.scheduleWith(callOrders.pairs(pairs)) : new Schedule(new int[0]));
      }
    }
  }

  /** The search's last execution has this outcome; keeps its schedule if it is the simplest. */
  void offer(DepthFirstSearch search) {
    int newSwitches = search.switches();
    int newSteps = search.length();
    if (newSwitches < switches || (newSwitches == switches && newSteps < steps)) {
      switches = newSwitches;
      steps = newSteps;
      schedule = search.schedule().orElseThrow();
    }
  }
}
