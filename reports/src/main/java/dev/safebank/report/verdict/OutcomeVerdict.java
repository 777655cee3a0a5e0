package dev.safebank.report.verdict;

import dev.safebank.model.Promise;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An outcome of a cell: one that was seen or reached, or one that the specification allows.
 *
 * @param outcome in its declared form
 * @param kind what it is to the scenario
 * @param breaks the promises that it breaks; none if the specification allows it
 * @param breaksContract whether it breaks the contract in a way that no admitted promise excuses
 * @param meaning what happened, in plain sentences
 * @param contrast the calls, their results and what the specification allows instead, in words;
 *     empty if it allows this
 * @param samples how often it was seen under stress, wherever that was
 * @param interleavings how many explored executions lead to it; empty without exploration
 * @param configurations samples by VM configuration; only configurations that saw it. Where
 *     platforms differ, each is named with its platform
 */
public record OutcomeVerdict(
    String outcome,
    OutcomeKind kind,
    Set<Promise> breaks,
    boolean breaksContract,
    String meaning,
    String contrast,
    long samples,
    Optional<Long> interleavings,
    SortedMap<String, Long> configurations) {

  public OutcomeVerdict {
    breaks = Promise.inOrder(breaks);
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
