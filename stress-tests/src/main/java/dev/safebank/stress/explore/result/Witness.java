package dev.safebank.stress.explore.result;

import java.util.List;

/**
 * One interleaving, step by step, that leads to an outcome.
 *
 * @param actors the actors' names, by index; threads that actors start come last
 * @param steps in order
 * @param switches how often another actor goes on than the one before
 * @param simplest whether no witness has fewer context switches and, among those with as many, none
 *     has fewer steps; false if that could not be made out in time
 * @param waiting who waits for ever at the end, if anybody does
 * @param schedule who moves, in order: for each step the actor's index and, behind a dot, which of
 *     several possible things happened if it was not the first, e.g. {@code 0 0 1 0.1}
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
