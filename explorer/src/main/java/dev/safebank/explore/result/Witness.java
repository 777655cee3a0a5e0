package dev.safebank.explore.result;

import java.util.List;

/**
 * One interleaving, step by step, that leads to an outcome.
 *
 * @param actors the actors' names, by index; threads that actors start come last
 * @param steps in order
 * @param switches number of context switches: steps by another actor than the step before
 * @param simplest whether no witness has fewer context switches and, among those with as many, none
 *     has fewer steps; false if that could not be determined in time
 * @param waiting the actors that wait forever at the end
 * @param schedule text that {@link dev.safebank.explore.Explorer#replay} takes to run it again
 */
public record Witness(
    List<String> actors,
    List<WitnessStep> steps,
    int switches,
    boolean simplest,
    List<WaitingActor> waiting,
    String schedule) {

  public Witness {
    actors = List.copyOf(actors);
    steps = List.copyOf(steps);
    waiting = List.copyOf(waiting);
  }
}
