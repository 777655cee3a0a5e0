package dev.safebank.explore.search;

import dev.safebank.explore.result.CallOrder;
import java.util.ArrayList;
import java.util.Arrays;
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
   * The largest sets of pairs that can hold together in executions with a matrix.
   *
   * @param ended how many calls of each actor have ended: others are before nothing
   */
  Set<Set<CallOrder>> maximal(long matrix, List<Integer> ended) {
    List<Pair> candidates = new ArrayList<>();
    for (int a = 0; a < callsOfActors.size(); a++) {
      for (int x = 0; x < ended.get(a); x++) {
        for (int b = 0; b < callsOfActors.size(); b++) {
          for (int y = 0; y < callsOfActors.get(b) && a != b; y++) {
            Pair pair = new Pair(new CallOrder(a, x, b, y), number(a, x), number(b, y));
            if ((matrix & bit(pair.began, pair.ended)) == 0) {
              candidates.add(pair);
            }
          }
        }
      }
    }
    Set<Set<CallOrder>> possible = new HashSet<>();
    collect(matrix, candidates, 0, new ArrayList<>(), possible);
    Set<Set<CallOrder>> maximal = new HashSet<>(possible);
    maximal.removeIf(set ->
        possible.stream().anyMatch(other -> other.size() > set.size() && other.containsAll(set)));
    return maximal;
  }

  /** A pair of calls, with their numbers. */
  private record Pair(CallOrder order, int ended, int began) {}

  private static void collect(
      long matrix, List<Pair> candidates, int next, List<Pair> taken, Set<Set<CallOrder>> sets) {
    if (next == candidates.size()) {
      Set<CallOrder> set = new HashSet<>();
      taken.forEach(pair -> set.add(pair.order));
      sets.add(set);
      return;
    }
    Pair pair = candidates.get(next);
    taken.add(pair);
    if (!isCyclic(matrix, taken)) {
      collect(matrix, candidates, next + 1, taken, sets);
    }
    taken.remove(taken.size() - 1);
    collect(matrix, candidates, next + 1, taken, sets);
  }

  /** Whether the last pair is on a cycle: from its later call back to its earlier one. */
  private static boolean isCyclic(long matrix, List<Pair> pairs) {
    Pair start = pairs.get(pairs.size() - 1);
    boolean[] seen = new boolean[pairs.size()];
    List<Pair> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      Pair at = open.remove(open.size() - 1);
      if ((matrix & bit(at.began, start.ended)) != 0) {
        return true;
      }
      for (int i = 0; i < pairs.size(); i++) {
        if (!seen[i] && (matrix & bit(at.began, pairs.get(i).ended)) != 0) {
          seen[i] = true;
          open.add(pairs.get(i));
        }
      }
    }
    return false;
  }
}
