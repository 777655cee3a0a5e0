package dev.safebank.stress.program;

import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.Outcome;
import dev.safebank.model.specification.Precedence;
import dev.safebank.model.specification.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outcome of a program that the specification does not allow.
 *
 * @param promise the promise that it breaks; empty if none names it
 * @param meaning what is wrong, in one sentence
 * @param precedence which calls ended before others began; empty if no order of the calls at all
 *     gives the outcome
 */
public record ProgramAnomaly(
    Optional<Promise> promise,
    String meaning,
    Program program,
    Outcome outcome,
    ReachedOutcome reached,
    Set<Precedence> precedence) {

  /** The key by which anomalies are grouped: those with the same key are shown as one. */
  record Key(Optional<Promise> promise, String meaning) {}

  Key key() {
    return new Key(promise, meaning);
  }

  /** How many calls the program makes. */
  int calls() {
    return program.actors().stream().mapToInt(List::size).sum();
  }
}
