package dev.safebank.model.specification;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How one execution of a {@link Program} ended.
 *
 * @param results of each actor's calls, in its order; after a call that never returned there is
 *     none
 * @param balances when all actors were done
 */
public record Outcome(List<List<CallResult>> results, List<Long> balances) {

  /** An outcome. */
  public Outcome {
    results = results.stream().map(List::copyOf).toList();
    balances = List.copyOf(balances);
  }

  @Override
  public String toString() {
    return results.stream()
            .map(
                actor -> actor.stream().map(CallResult::toString).collect(Collectors.joining(", ")))
            .collect(Collectors.joining(" ‖ "))
        + " and "
        + balances;
  }
}
