package dev.safebank.explore.result;

import java.util.Set;

/**
 * Calls that ended before others began, in some interleaving that leads to an outcome.
 *
 * @param pairs all that held in it; there is no interleaving like it in which more did
 * @param schedule text that {@link dev.safebank.explore.Explorer#replay} takes to run it; empty
 *     unless witnesses were asked for
 */
public record ReachedOrder(Set<CallOrder> pairs, String schedule) {

  public ReachedOrder {
    pairs = Set.copyOf(pairs);
  }
}
