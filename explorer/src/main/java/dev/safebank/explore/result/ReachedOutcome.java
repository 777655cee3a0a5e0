package dev.safebank.explore.result;

import java.util.List;
import java.util.Optional;

/**
 * An outcome that some interleaving leads to.
 *
 * @param outcome as jcstress prints it; the name of the end state if actors wait forever
 * @param end how the executions that lead to it ended
 * @param interleavings how many of the interleavings that were run lead to it
 * @param serial whether some order of the actors, one after the other, gives it
 * @param witness the simplest of these interleavings
 * @param calls how the actors' calls ended; empty for a jcstress test
 * @param orders which calls ended before others began: all largest sets of pairs that hold together
 *     in some interleaving with this outcome. Empty unless the program asks for them
 */
public record ReachedOutcome(
    String outcome,
    EndState end,
    long interleavings,
    boolean serial,
    Witness witness,
    Optional<ProgramEnd> calls,
    List<ReachedOrder> orders) {

  public ReachedOutcome {
    orders = List.copyOf(orders);
  }
}
