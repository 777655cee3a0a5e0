package dev.safebank.stress.evidence;

import dev.safebank.model.Promise;
import java.util.Optional;

/**
 * An outcome that a scenario expects or fears.
 *
 * @param outcome the string as jcstress prints it, e.g. {@code MOVED, 150}; {@code DEADLOCK} and
 *     {@code STUCK} stand for every outcome with such a part
 * @param breaks the promise that this outcome breaks; empty for a serial outcome
 * @param meaning what happened, in one plain sentence
 */
public record OutcomeFacts(String outcome, Optional<Promise> breaks, String meaning) {

  /** What every scenario fears: actors that wait in a cycle. */
  public static OutcomeFacts deadlock() {
    return new OutcomeFacts(
        "DEADLOCK",
        Optional.of(Promise.NEVER_DEADLOCKS),
        "Each actor waits for a lock that the next one holds.");
  }

  /** What every scenario fears: an actor that waits for ever, but in no cycle. */
  public static OutcomeFacts stuck(Promise breaks) {
    return new OutcomeFacts(
        "STUCK",
        Optional.of(breaks),
        "An actor waits for ever for a lock that nobody will release.");
  }

  /** Whether some order of the actors, one after the other, gives this outcome. */
  public boolean serial() {
    return breaks.isEmpty();
  }
}
