package dev.safebank.evidence;

import dev.safebank.evidence.bounds.Bounds;
import dev.safebank.evidence.witness.RecordedRace;
import dev.safebank.evidence.witness.RecordedWitness;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The result of exploring every interleaving of one test.
 *
 * @param test binary name of the test class
 * @param interleavings how many interleavings were run to their end
 * @param incomplete why there may be more interleavings than those; empty if there are none
 * @param outcomes interleavings by the outcome they lead to
 * @param serial the outcomes that the actors give one after the other, over all orders
 * @param races the data races, one per pair of source lines
 * @param relaxed uses of what is not sequentially consistent, each in words. Where there are any,
 *     outcomes may exist that no interleaving gives
 * @param witnesses for each outcome the simplest interleaving that leads to it
 * @param millis wall time of the exploration
 */
public record ExplorationRecord(
    String test,
    long interleavings,
    List<String> incomplete,
    SortedMap<String, Long> outcomes,
    SortedSet<String> serial,
    List<RecordedRace> races,
    List<String> relaxed,
    List<RecordedWitness> witnesses,
    long millis)
    implements CellRecord {

  public ExplorationRecord {
    Bounds.count("interleavings", interleavings);
    Bounds.counts("interleavings", outcomes);
    Bounds.count("millis", millis);
    incomplete = List.copyOf(incomplete);
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    serial = Collections.unmodifiableSortedSet(new TreeSet<>(serial));
    races = List.copyOf(races);
    relaxed = List.copyOf(relaxed);
    witnesses = List.copyOf(witnesses);
  }
}
