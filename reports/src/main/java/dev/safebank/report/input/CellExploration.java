package dev.safebank.report.input;

import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exploration of one cell.
 *
 * @param test binary name of the test class
 * @param exploration how far it went, and the races it met
 * @param outcomes explored executions by the outcome they lead to, in its declared form
 * @param serial outcomes that this bank gives when its actors go one after the other; whether the
 *     specification allows them is another question
 * @param blocked for each outcome in which actors wait forever, a recorded interleaving to it
 * @param witnesses the simplest interleaving to each outcome
 */
public record CellExploration(
    String test,
    ExplorationVerdict exploration,
    SortedMap<String, Long> outcomes,
    Set<String> serial,
    Map<String, RecordedWitness> blocked,
    List<VerdictWitness> witnesses) {

  public CellExploration {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    serial = Set.copyOf(serial);
    blocked = Map.copyOf(blocked);
    witnesses = List.copyOf(witnesses);
  }
}
