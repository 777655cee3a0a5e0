package dev.safebank.report.verdict;

import java.util.List;

/**
 * The result of exploring the interleavings of a cell.
 *
 * @param interleavings executions run, each the only one of its class
 * @param complete whether no class of interleavings was left out
 * @param limits why some were; empty if it is complete
 * @param relaxed uses of what races by design, in words: optimistic reads, plain or opaque modes
 * @param races the data races found
 */
public record ExplorationVerdict(
    long interleavings,
    boolean complete,
    List<String> limits,
    List<String> relaxed,
    List<VerdictRace> races) {

  public ExplorationVerdict {
    limits = List.copyOf(limits);
    relaxed = List.copyOf(relaxed);
    races = List.copyOf(races);
  }

  /** Whether the explored outcomes are all that a conforming JVM can give (JLS 17.4.5). */
  public boolean proves() {
    return complete && races.isEmpty() && relaxed.isEmpty();
  }
}
