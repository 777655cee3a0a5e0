package dev.safebank.evidence.program;

import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.model.Promise;
import java.util.List;
import java.util.Optional;

/**
 * A violation of the specification by programs of a scope, shown by the smallest of them. One
 * outcome may break several promises, and is then in several violations.
 *
 * @param promise the promise that it breaks; empty if none names it, so that only the contract is
 *     broken, whatever the variant admits
 * @param meaning what is wrong, in one sentence, e.g. {@code Money was lost: the final total is
 *     below the opening total.}
 * @param program the smallest program that shows it, e.g. {@code transfer(0, 1, 50) ‖ validate() on
 *     [100, 100]}
 * @param outcome how that program ended: the results of each actor's calls, and the balances, e.g.
 *     {@code true ‖ 150 and [50, 150]}
 * @param calls the calls of that program whose results are wrong in themselves; empty if only their
 *     combination is
 * @param allowed the outcomes of that program that the specification allows for what ended before
 *     what began
 * @param programs how many programs of the scope show it
 * @param witness the simplest interleaving of that program that leads to the outcome
 */
public record ProgramViolation(
    Optional<Promise> promise,
    String meaning,
    String program,
    String outcome,
    List<UnspecifiedCall> calls,
    List<String> allowed,
    long programs,
    RecordedWitness witness) {

  public ProgramViolation {
    calls = List.copyOf(calls);
    allowed = List.copyOf(allowed);
  }
}
