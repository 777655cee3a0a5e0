package dev.safebank.explore.result;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an exploration of one test found.
 *
 * @param test binary name of the test class
 * @param interleavings how many interleavings were run to their end
 * @param redundant how many more were cut short because they were like one that had been run
 * @param incomplete why there may be more interleavings than those; empty if there are none
 * @param outcomes by outcome
 * @param serialOutcomes what the actors give one after the other, over all orders
 * @param races one per pair of source lines
 * @param relaxed uses of what is not sequentially consistent: opaque, acquire and release accesses,
 *     fences, optimistic reads. Where there are any, outcomes may exist that no interleaving gives
 * @param nanos how long it took
 */
public record Exploration(
    String test,
    long interleavings,
    long redundant,
    List<String> incomplete,
    SortedMap<String, ReachedOutcome> outcomes,
    Set<String> serialOutcomes,
    List<DataRace> races,
    List<String> relaxed,
    long nanos) {

  public Exploration {
    incomplete = outcomes.isEmpty() && incomplete.isEmpty()
        ? List.of("no execution of 1 or more came to its end")
        : List.copyOf(incomplete);
    outcomes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    serialOutcomes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(serialOutcomes));
    races = List.copyOf(races);
    relaxed = List.copyOf(relaxed);
  }

  /** Nothing but the reason why a test could not be explored at all. */
  public static Exploration impossible(String test, String reason) {
    return new Exploration(
        test, 0, 0, List.of(reason), new TreeMap<>(), Set.of(), List.of(), List.of(), 0);
  }

  /** Whether every interleaving was run, or an equivalent one. */
  public boolean complete() {
    return incomplete.isEmpty();
  }

  /**
   * Whether no conforming JVM on any hardware can show any other outcome: all interleavings were
   * run, there is no data race, and every operation is sequentially consistent, or
   * indistinguishable from one that is.
   */
  public boolean provesOutcomes() {
    return complete() && races.isEmpty() && relaxed.isEmpty();
  }
}
