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

  /** Whether some order of the actors, one after the other, gives this outcome. */
  public boolean serial() {
    return breaks.isEmpty();
  }
}
