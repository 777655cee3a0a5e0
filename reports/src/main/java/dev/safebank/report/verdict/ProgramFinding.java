package dev.safebank.report.verdict;

import dev.safebank.model.Promise;
import java.util.List;
import java.util.Optional;

/**
 * A violation of the specification by programs of a scope, shown by the smallest of them.
 *
 * @param scope name of the scope
 * @param breaks the promise that it breaks; empty if it breaks the contract, whatever is admitted
 * @param meaning what is wrong, in one sentence
 * @param program the smallest program that shows it
 * @param outcome how that program ended
 * @param calls the calls whose results are wrong in themselves, each with its result and with what
 *     the specification allows; empty if only their combination is wrong
 * @param allowed the outcomes that the specification allows
 * @param programs how many programs of the scope show it
 * @param witness the simplest interleaving that leads there
 * @param test what stands for the program in a command that runs the witness again
 */
public record ProgramFinding(
    String scope,
    Optional<Promise> breaks,
    String meaning,
    String program,
    String outcome,
    List<String> calls,
    List<String> allowed,
    long programs,
    VerdictWitness.Interleaving witness,
    String test) {

  public ProgramFinding {
    calls = List.copyOf(calls);
    allowed = List.copyOf(allowed);
  }

  /** The call, its result and what the specification allows, in words. */
  public String contrast() {
    return calls.isEmpty()
        ? "\"%s\" ended in %s; the specification allows %s"
            .formatted(program, outcome, String.join(" or ", allowed))
        : "in \"%s\" %s".formatted(program, String.join(", and ", calls));
  }
}
