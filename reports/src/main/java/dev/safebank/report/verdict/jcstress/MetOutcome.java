package dev.safebank.report.verdict.jcstress;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An outcome that was reached or seen.
 *
 * @param outcome as jcstress prints it
 * @param interleavings how many of the explored interleavings lead to it
 * @param samples how often stress saw it
 * @param configurations samples by VM configuration
 */
public record MetOutcome(
    String outcome, long interleavings, long samples, SortedMap<String, Long> configurations) {

  public MetOutcome {
    configurations = Collections.unmodifiableSortedMap(new TreeMap<>(configurations));
  }
}
