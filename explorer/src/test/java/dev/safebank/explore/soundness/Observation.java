package dev.safebank.explore.soundness;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of the exploration of one program.
 *
 * @param program binary name
 * @param ending how it came to its end
 * @param outcomes that it reports
 * @param serialOutcomes those of the actors one after the other
 * @param races one line each
 * @param incomplete why there may be more interleavings than those that were run
 * @param proves whether it claims that nothing else can happen
 * @param text message or stack, if it did not come to a proper end
 * @param millis how long it took
 */
public record Observation(
    String program,
    Ending ending,
    Set<String> outcomes,
    Set<String> serialOutcomes,
    List<String> races,
    List<String> incomplete,
    boolean proves,
    String text,
    long millis) {

  /** How an exploration can come to its end. */
  public enum Ending {
    /** It returned. */
    EXPLORED,
    /** It threw an {@link IllegalArgumentException}: the program is none that it explores. */
    REFUSED,
    /** It threw anything else, or took the JVM down. */
    CRASHED,
    /** It did not come back in time. */
    HUNG;

    /** Whether the JVM is not to be trusted with another. */
    boolean isLast() {
      return this == CRASHED || this == HUNG;
    }
  }

  public Observation {
    outcomes = new TreeSet<>(outcomes);
    serialOutcomes = new TreeSet<>(serialOutcomes);
    races = List.copyOf(races);
    incomplete = List.copyOf(incomplete);
  }

  /** An exploration without a result. */
  public static Observation of(String program, Ending ending, String text, long millis) {
    return new Observation(
        program, ending, Set.of(), Set.of(), List.of(), List.of(), false, text, millis);
  }

  /** Whether it claims to have run every interleaving. */
  public boolean complete() {
    return ending == Ending.EXPLORED && incomplete.isEmpty();
  }
}
