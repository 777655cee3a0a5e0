package dev.safebank.report.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A witness of an outcome: an interleaving, or actors that were observed to be blocked; the JSON
 * property {@code source} says which.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VerdictWitness.Interleaving.class, name = "EXPLORED"),
  @JsonSubTypes.Type(value = VerdictWitness.ObservedBlockage.class, name = "OBSERVED")
})
public sealed interface VerdictWitness {

  /** The outcome it is a witness of, in its declared form. */
  String outcome();

  /**
   * An interleaving that the explorer found.
   *
   * @param outcome where it leads
   * @param actors the actors' names, by index; threads that actors start come last
   * @param switches how often another actor moves than in the step before
   * @param simplest whether it is known that none has fewer switches or, with as many, fewer steps
   * @param steps in the order in which they are executed
   * @param waiting the actors that wait forever at the end
   * @param schedule what the explorer takes to run it again
   */
  record Interleaving(
      String outcome,
      List<String> actors,
      int switches,
      boolean simplest,
      List<VerdictStep> steps,
      List<VerdictWait> waiting,
      String schedule)
      implements VerdictWitness {

    public Interleaving {
      actors = List.copyOf(actors);
      steps = List.copyOf(steps);
      waiting = List.copyOf(waiting);
    }

    /** Whether some actor waits, directly or not, for what it holds itself through others. */
    public boolean waitsInACycle() {
      return waiting.stream()
          .anyMatch(wait -> reaches(wait.actor(), wait.actor(), new HashSet<>()));
    }

    private boolean reaches(int from, int goal, Set<Integer> seen) {
      return seen.add(from)
          && waiting.stream()
              .filter(wait -> wait.actor() == from)
              .flatMap(wait -> wait.heldBy().stream())
              .flatMap(holder -> holder.actor().stream())
              .filter(holder -> holder != from)
              .anyMatch(holder -> holder == goal || reaches(holder, goal, seen));
    }
  }

  /**
   * Actors that the watchdog found waiting under stress.
   *
   * @param outcome {@code DEADLOCK} or {@code STUCK}
   * @param configuration the VM configuration that showed it first
   * @param cycle whether each waits for what the next one holds
   * @param actors the actors in the cycle, in its order; without a cycle, those that are blocked
   */
  record ObservedBlockage(
      String outcome, String configuration, boolean cycle, List<BlockedActor> actors)
      implements VerdictWitness {

    public ObservedBlockage {
      actors = List.copyOf(actors);
    }
  }
}
