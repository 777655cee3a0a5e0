package dev.safebank.report.verdict;

import dev.safebank.model.Promise;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An outcome of a cell: one that was seen, or one that the scenario declares and that was not.
 *
 * @param outcome in its declared form
 * @param kind what it is to the scenario
 * @param breaks the promise that it breaks; empty if it is serial, or if no promise is known
 * @param meaning what happened, in one plain sentence; empty if the scenario never heard of it
 * @param samples how often it was seen under stress
 * @param interleavings how many explored executions lead to it; empty without exploration
 * @param configurations samples by VM configuration; only configurations that saw it
 */
public record OutcomeVerdict(
    String outcome,
    OutcomeKind kind,
    Optional<Promise> breaks,
    String meaning,
    long samples,
    Optional<Long> interleavings,
    SortedMap<String, Long> configurations) {

  public OutcomeVerdict {
    configurations = Collections.unmodifiableSortedMap(new TreeMap<>(configurations));
  }

  /** Whether it was seen under stress, or an interleaving leads to it. */
  public boolean witnessed() {
    return samples > 0 || reachable();
  }

  /** Whether some explored interleaving leads to it. */
  public boolean reachable() {
    return interleavings.orElse(0L) > 0;
  }
}
