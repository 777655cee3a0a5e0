package dev.safebank.model.specification;

import dev.safebank.model.Bank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The outcomes that the {@link ReferenceBank} gives for a program: those that are right, since no
 * bank can do better than to execute whole calls in some order.
 */
public final class Specification {

  private final Program program;
  private final Set<Precedence> precedence;
  private final Set<Outcome> outcomes = new LinkedHashSet<>();

  private Specification(Program program, Set<Precedence> precedence) {
    this.program = program;
    this.precedence = precedence;
  }

  /**
   * The serial outcomes: those of the calls made one at a time, in every order that keeps to each
   * actor's own.
   */
  public static Set<Outcome> serialOutcomes(Program program) {
    return linearizableOutcomes(program, Set.of());
  }

  /**
   * The linearizable outcomes of executions in which some calls ended before others began: those of
   * the calls made one at a time, in every order that keeps to each actor's own and to that.
   *
   * @param precedence what is known of the execution; what follows from it by transitivity, or from
   *     the actors' own orders, need not be in it
   * @throws IllegalArgumentException if a position is not in the program, or no order keeps to all
   */
  public static Set<Outcome> linearizableOutcomes(Program program, Set<Precedence> precedence) {
    precedence.forEach(pair -> {
      requireInProgram(program, pair.ended());
      requireInProgram(program, pair.began());
    });
    Specification specification = new Specification(program, Set.copyOf(precedence));
    List<List<CallResult>> none =
        Collections.nCopies(program.actors().size(), List.<CallResult>of());
    specification.extend(none, program.openingBalances());
    if (specification.outcomes.isEmpty()) {
      throw new IllegalArgumentException(
          "the precedence of the calls is a cycle: " + precedence + " in " + program);
    }
    return Collections.unmodifiableSet(specification.outcomes);
  }

  private static void requireInProgram(Program program, CallPosition position) {
    if (position.actor() < 0
        || position.actor() >= program.actors().size()
        || position.index() < 0
        || position.index() >= program.actors().get(position.actor()).size()) {
      throw new IllegalArgumentException("there is no " + position + " in " + program);
    }
  }

  /** Adds the outcomes of all orders that begin with calls that gave these results. */
  private void extend(List<List<CallResult>> results, List<Long> balances) {
    boolean over = true;
    for (int actor = 0; actor < program.actors().size(); actor++) {
      CallPosition next = new CallPosition(actor, results.get(actor).size());
      if (next.index() < program.actors().get(actor).size()) {
        over = false;
        if (mayBeNext(next, results)) {
          make(next, results, balances);
        }
      }
    }
    if (over) {
      outcomes.add(new Outcome(results, balances));
    }
  }

  private boolean mayBeNext(CallPosition call, List<List<CallResult>> results) {
    return precedence.stream()
        .filter(pair -> pair.began().equals(call))
        .allMatch(
            pair -> pair.ended().index() < results.get(pair.ended().actor()).size());
  }

  private void make(CallPosition position, List<List<CallResult>> results, List<Long> balances) {
    long[] before = balances.stream().mapToLong(Long::longValue).toArray();
    Bank bank = new ReferenceBank(before, program.hook());
    CallResult result = CallResult.of(() -> program.call(position).on(bank));
    List<CallResult> ofActor = new ArrayList<>(results.get(position.actor()));
    ofActor.add(result);
    List<List<CallResult>> extended = new ArrayList<>(results);
    extended.set(position.actor(), ofActor);
    extend(extended, LongStream.of(bank.balances()).boxed().toList());
  }
}
