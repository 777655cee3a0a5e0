package dev.safebank.report.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.safebank.stress.evidence.Blockage;
import java.util.List;

/**
 * How an outcome comes about, or what it looked like; the JSON property {@code source} says which.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Witness.Interleaving.class, name = "EXPLORED"),
  @JsonSubTypes.Type(value = Witness.ObservedBlockage.class, name = "OBSERVED")
})
public sealed interface Witness {

  /** The outcome it is a witness of, in its declared form. */
  String outcome();

  /**
   * An interleaving that the explorer found.
   *
   * @param outcome where it leads
   * @param simplest whether it is known that none has fewer switches between actors
   * @param steps in the order in which they are executed; actors that wait for ever come last
   */
  record Interleaving(String outcome, boolean simplest, List<Step> steps) implements Witness {

    public Interleaving {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One step of one actor.
   *
   * @param actor the actor's method
   * @param where file and line, e.g. {@code UnsafeBank.java:31}; empty if unknown
   * @param what the step and its values, in words, e.g. {@code read balances[0] = 100}
   * @param mark whether it is what the reader should look at
   */
  record Step(String actor, String where, String what, Mark mark) {}

  /** Why a step stands out. */
  enum Mark {
    /** It does not. */
    NONE,
    /** It touches what another actor is in the middle of changing. */
    INTRUDES,
    /** The actor waits here, for ever. */
    WAITS
  }

  /**
   * Actors that the watchdog found waiting under stress.
   *
   * @param outcome {@code DEADLOCK} or {@code STUCK}
   * @param configuration the VM configuration that showed it first
   * @param blockage who waits for what, and where
   */
  record ObservedBlockage(String outcome, String configuration, Blockage blockage)
      implements Witness {}
}
