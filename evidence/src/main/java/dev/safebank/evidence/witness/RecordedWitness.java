package dev.safebank.evidence.witness;

import dev.safebank.evidence.bounds.Bounds;
import dev.safebank.model.specification.CallResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One interleaving, step by step.
 *
 * @param outcome where it leads
 * @param actors the actors' names, by index; threads that actors start come last
 * @param switches how often another actor moves than in the step before
 * @param simplest whether it is known that none has fewer switches or, with as many, fewer steps
 * @param steps in the order in which they are executed
 * @param waiting the actors that wait forever at the end
 * @param schedule what the explorer takes to run it again
 */
public record RecordedWitness(
    String outcome,
    List<String> actors,
    int switches,
    boolean simplest,
    List<RecordedStep> steps,
    List<RecordedWait> waiting,
    String schedule) {

  public RecordedWitness {
    Bounds.count("switches", switches);
    int count = actors.size();
    steps.forEach(step -> Bounds.index("actor", step.actor(), count));
    for (RecordedWait wait : waiting) {
      Bounds.index("actor", wait.actor(), count);
      wait.heldBy()
          .forEach(
              holder -> holder.actor().ifPresent(actor -> Bounds.index("actor", actor, count)));
    }
    actors = List.copyOf(actors);
    steps = List.copyOf(steps);
    waiting = List.copyOf(waiting);
  }

  /** Why actors wait forever at its end, by their index; empty if none does. */
  public Map<Integer, CallResult.Wait> waits() {
    return waiting.stream()
        .collect(Collectors.toMap(RecordedWait::actor, RecordedWait::reason, (one, other) -> one));
  }
}
