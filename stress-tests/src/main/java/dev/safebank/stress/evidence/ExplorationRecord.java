package dev.safebank.stress.evidence;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What running every interleaving of one test has shown.
 *
 * @param test binary name of the test class
 * @param interleavings how many interleavings were run to their end
 * @param cutShort how many more were cut short: because they were like one that had been run, or
 *     because a bound was met
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
    long cutShort,
    List<String> incomplete,
    SortedMap<String, Long> outcomes,
    SortedSet<String> serial,
    List<Race> races,
    List<String> relaxed,
    List<Witness> witnesses,
    long millis)
    implements EvidenceRecord {

  public ExplorationRecord {
    incomplete = List.copyOf(incomplete);
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    serial = Collections.unmodifiableSortedSet(new TreeSet<>(serial));
    races = List.copyOf(races);
    relaxed = List.copyOf(relaxed);
    witnesses = List.copyOf(witnesses);
  }

  /**
   * Two conflicting accesses that nothing orders.
   *
   * @param variable what is accessed, e.g. {@code bank.balances[0]}
   * @param first the one access: actor, kind, file and line, in words
   * @param second the other
   */
  public record Race(String variable, String first, String second) {}

  /**
   * One interleaving, step by step.
   *
   * @param outcome where it leads
   * @param switches how often another actor goes on than the one before
   * @param simplest whether it is known that none has fewer switches or, with as many, fewer steps
   * @param steps in the order in which they are executed
   * @param waiting who waits for ever at the end, if anybody does
   * @param schedule who moves, step by step: enough to run it again
   */
  public record Witness(
      String outcome,
      int switches,
      boolean simplest,
      List<Step> steps,
      List<Waiting> waiting,
      String schedule) {

    public Witness {
      steps = List.copyOf(steps);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * One step of one actor.
   *
   * @param actor the actor's method
   * @param where file and line
   * @param what the step and its values, in words
   */
  public record Step(String actor, String where, String what) {}

  /**
   * An actor that waits for ever.
   *
   * @param actor the actor's method
   * @param where file and line
   * @param what what it waits for, in words
   * @param heldBy who holds that, and since where, in words
   */
  public record Waiting(String actor, String where, String what, List<String> heldBy) {

    public Waiting {
      heldBy = List.copyOf(heldBy);
    }
  }
}
