package dev.safebank.report.gather;

import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Witness;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exploration of one cell.
 *
 * @param test binary name of the test class
 * @param exploration how far it went, and the races it met
 * @param outcomes explored executions by the outcome they lead to, in its declared form
 * @param serial outcomes that the actors give one after the other
 * @param witnesses the simplest interleaving to each outcome
 */
public record CellExploration(
    String test,
    Exploration exploration,
    SortedMap<String, Long> outcomes,
    Set<String> serial,
    List<Witness> witnesses) {

  public CellExploration {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    serial = Set.copyOf(serial);
    witnesses = List.copyOf(witnesses);
  }
}
