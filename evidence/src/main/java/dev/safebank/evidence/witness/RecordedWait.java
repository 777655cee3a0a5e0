package dev.safebank.evidence.witness;

import dev.safebank.model.specification.CallResult;
import java.util.List;
import java.util.Optional;

/**
 * An actor that waits forever at the end of an interleaving.
 *
 * @param actor its index
 * @param kind what kind of thing it waits for
 * @param resource that thing, e.g. {@code bank.locks[1]}; empty if it waits for nothing
 * @param heldBy who holds it
 * @param where where it waits
 */
public record RecordedWait(
    int actor,
    RecordedResource kind,
    String resource,
    List<RecordedHolder> heldBy,
    RecordedLocation where) {

  public RecordedWait {
    heldBy = List.copyOf(heldBy);
  }

  /** What it waits for, as the specification tells waits apart. */
  CallResult.Wait reason() {
    if (heldBy.stream()
        .anyMatch(holder -> !holder.ended() && holder.actor().equals(Optional.of(actor)))) {
      return CallResult.Wait.FOR_ITSELF;
    }
    if (heldBy.stream().anyMatch(RecordedHolder::ended)) {
      return CallResult.Wait.FOR_AN_ENDED_CALL;
    }
    return heldBy.isEmpty() ? CallResult.Wait.UNKNOWN : CallResult.Wait.FOR_A_BLOCKED_CALL;
  }
}
