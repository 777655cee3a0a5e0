package dev.safebank.explore.search;

import dev.safebank.explore.result.CallOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which calls may have ended before others began, from one execution of each class of
 * executions that the reduction takes for equal.
 *
 * <p><b>Why one is enough.</b> Executions are equivalent if they have the same steps, and all pairs
 * of steps that depend on each other in the same order; every order of the steps that keeps to
 * these pairs is an execution of the class, and all of them have the same outcome. So a call <i>X
 * </i> can have ended before a call <i>Y</i> began if and only if some such order has all steps of
 * <i>X</i> before all of <i>Y</i>: then <i>X</i> can return just after its last step, and <i>Y</i>
 * can be invoked just before its first; and however a real execution lies in time, a call that
 * ended before another one began has all its steps before it. Likewise, a set of pairs <i>X → Y</i>
 * can hold in one execution if and only if the order of the dependent steps, the order of the
 * actor's calls and the edges <i>end of X → begin of Y</i> together have no cycle. (A call without
 * a step that others can feel has its place between the calls before and after it.)
 *
 * <p>The more pairs hold, the fewer orders of whole calls explain an outcome. So an outcome is
 * linearizable in all executions of the class if it is for every <em>maximal</em> set of pairs that
 * can hold. What the search leaves out for other reasons (rounds of loops in vain, wake-ups for no
 * reason that lead to nothing) is like an execution that it runs, but for additional steps within
 * calls; more steps only forbid pairs.
 *
 * <p><b>How.</b> What matters of an execution is, for every two calls <i>A</i> and <i>B</i>,
 * whether the begin of <i>A</i> must come before the end of <i>B</i>: whether a step of <i>A</i>,
 * or of a later call of its actor, comes before or is a step of <i>B</i>, or of an earlier call of
 * its actor. That is transitive, and all other constraints follow from it. It is kept as a matrix
 * of bits, of which an exploration sees few different ones.
 */
final class CallOrders {

  /** A matrix of so many rows fits into a {@code long}. */
  static final int MOST_CALLS = 8;

  private final List<Integer> callsOfActors;
  private final int[] firstCallOf;
  private final int calls;

  /** All pairs of calls of different actors, by number: no more than a {@code long} has bits. */
  private final List<Pair> pairs;

  /** @param callsOfActors how many calls each actor makes */
  CallOrders(List<Integer> callsOfActors) {
    this.callsOfActors = callsOfActors;
    this.firstCallOf = new int[callsOfActors.size() + 1];
    for (int actor = 0; actor < callsOfActors.size(); actor++) {
      firstCallOf[actor + 1] = firstCallOf[actor] + callsOfActors.get(actor);
    }
    this.calls = firstCallOf[callsOfActors.size()];
    if (calls > MOST_CALLS) {
      throw new IllegalArgumentException(
          "The order of %d calls is to be found out, and at most %d can be"
              .formatted(calls, MOST_CALLS));
    }
    this.pairs = allPairs();
  }

  /** The number of a call among all. */
  private int number(int actor, int call) {
    return firstCallOf[actor] + call;
  }

  /**
   * What an execution says of the order of its calls.
   *
   * @param nodes of the search, of which the first {@code length} make up the execution
   * @param ordered whether the nodes' clocks say what a step comes after; otherwise it comes after
   *     all steps before it
   */
  long matrix(List<SearchNode> nodes, int length, boolean ordered) {
    int[] first = new int[calls];
    int[] last = new int[calls];
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
    for (int i = 0; i < length; i++) {
      SearchNode node = nodes.get(i);
      if (!node.isChoice() && node.chosen < callsOfActors.size()) {
        int call = number(node.chosen, Math.min(node.call, callsOfActors.get(node.chosen) - 1));
        first[call] = Math.min(first[call], i);
        last[call] = i;
      }
    }
    for (int actor = 0; actor < callsOfActors.size(); actor++) {
      for (int call = firstCallOf[actor + 1] - 2; call >= firstCallOf[actor]; call--) {
        first[call] = Math.min(first[call], first[call + 1]);
      }
      for (int call = firstCallOf[actor] + 1; call < firstCallOf[actor + 1]; call++) {
        last[call] = Math.max(last[call], last[call - 1]);
      }
    }
    long matrix = 0;
    for (int a = 0; a < callsOfActors.size(); a++) {
      for (int b = 0; b < callsOfActors.size(); b++) {
        for (int from = firstCallOf[a]; from < firstCallOf[a + 1]; from++) {
          for (int to = firstCallOf[b]; to < firstCallOf[b + 1]; to++) {
            boolean before = a == b
                ? from <= to
                : last[to] >= 0
                    && first[from] <= (ordered ? nodes.get(last[to]).clock[a] : last[to]);
            matrix |= before ? bit(from, to) : 0;
          }
        }
      }
    }
    return matrix;
  }

  private static long bit(int from, int to) {
    return 1L << (from * MOST_CALLS + to);
  }

  /**
   * The largest sets of pairs that can hold together in executions with a matrix, each as the bits
   * of its pairs' numbers.
   *
   * @param ended how many calls of each actor have ended: others are before nothing
   */
  List<Long> maximal(long matrix, List<Integer> ended) {
    long candidates = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean possible = pair.order.endedCall() < ended.get(pair.order.endedActor())
          && (matrix & bit(pair.began, pair.ended)) == 0;
      candidates |= possible ? 1L << i : 0;
    }
    List<Long> possible = new ArrayList<>();
    collect(successors(matrix, candidates), 0, candidates, possible);
    List<Long> maximal = new ArrayList<>();
    for (long set : possible) {
      if (isLargest(set, possible)) {
        maximal.add(set);
      }
    }
    return maximal;
  }

  /** Whether a set of pairs is no part of another one. */
  static boolean isLargest(long set, Collection<Long> among) {
    for (long other : among) {
      if (other != set && (set & ~other) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The pairs of a set. */
  Set<CallOrder> pairs(long set) {
    Set<CallOrder> orders = new HashSet<>();
    for (long left = set; left != 0; left &= left - 1) {
      orders.add(pairs.get(Long.numberOfTrailingZeros(left)).order);
    }
    return orders;
  }

  /** A pair of calls, with their numbers. */
  private record Pair(CallOrder order, int ended, int began) {}

  private List<Pair> allPairs() {
    List<Pair> all = new ArrayList<>();
    for (int a = 0; a < callsOfActors.size(); a++) {
      for (int x = 0; x < callsOfActors.get(a); x++) {
        for (int b = 0; b < callsOfActors.size(); b++) {
          for (int y = 0; y < callsOfActors.get(b) && a != b; y++) {
            all.add(new Pair(new CallOrder(a, x, b, y), number(a, x), number(b, y)));
          }
        }
      }
    }
    return all;
  }

  /** For each candidate, those whose earlier call must not end before its later one begins. */
  private long[] successors(long matrix, long candidates) {
    long[] successors = new long[pairs.size()];
    for (long from = candidates; from != 0; from &= from - 1) {
      int pair = Long.numberOfTrailingZeros(from);
      for (long to = candidates; to != 0; to &= to - 1) {
        int next = Long.numberOfTrailingZeros(to);
        boolean follows = (matrix & bit(pairs.get(pair).began, pairs.get(next).ended)) != 0;
        successors[pair] |= follows ? 1L << next : 0;
      }
    }
    return successors;
  }

  /**
   * Collects sets without a cycle, all maximal ones among them. A pair that is on no cycle,
   * whatever else is taken, is in all of these.
   */
  private static void collect(long[] successors, long taken, long left, List<Long> sets) {
    if (left == 0) {
      sets.add(taken);
      return;
    }
    int pair = Long.numberOfTrailingZeros(left);
    long more = taken | 1L << pair;
    long rest = left & left - 1;
    if (!isOnCycle(successors, pair, more)) {
      collect(successors, more, rest, sets);
    }
    if (isOnCycle(successors, pair, more | rest)) {
      collect(successors, taken, rest, sets);
    }
  }

  /** Whether a pair is on a cycle of these pairs. */
  private static boolean isOnCycle(long[] successors, int pair, long among) {
    long reached = 0;
    long open = successors[pair] & among;
    while (open != 0) {
      reached |= open;
      long next = 0;
      for (; open != 0; open &= open - 1) {
        next |= successors[Long.numberOfTrailingZeros(open)];
      }
      open = next & among & ~reached;
    }
    return (reached & 1L << pair) != 0;
  }
}
