package dev.safebank.model.specification;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The outcomes that the {@link ReferenceBank} gives for a program: those that are right, since no
 * bank can do better than to execute whole calls in some order.
 *
 * <p>A program that interrupts an actor has more of them. From the interrupt on, a call of that
 * actor may complete, and leave the interrupt status set, or throw {@link InterruptedException} and
 * clear it, as {@link Bank} says. To interrupt, and to look whether one is interrupted, are steps
 * of their own in the order of the calls. A transfer with validation is two if its validation is
 * interrupted: the transfer is made, perhaps before the interrupt, and stays made.
 */
public final class Specification {

  private static final CallResult DONE = new CallResult.Returned(CallResult.Returned.NOTHING);
  private static final CallResult INTERRUPTED = new CallResult.Threw(InterruptedException.class);

  private final Program program;
  private final Set<Precedence> precedence;
  private final Midway hook;
  private final Set<Outcome> outcomes = new LinkedHashSet<>();

  /** The actors that some call interrupts. */
  private final Set<Integer> interrupted = new HashSet<>();

  private Specification(Program program, Set<Precedence> precedence) {
    this.program = program;
    this.precedence = precedence;
    this.hook = program.hook();
    program.actors().stream().flatMap(List::stream).forEach(call -> {
      if (call instanceof Call.Interrupt interrupt) {
        interrupted.add(interrupt.actor());
      }
    });
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
   * @throws IllegalArgumentException if a position is not in the program, an actor that is
   *     interrupted is not, or no order keeps to all
   */
  public static Set<Outcome> linearizableOutcomes(Program program, Set<Precedence> precedence) {
    program.requireInterruptedActors();
    precedence.forEach(pair -> {
      requireInProgram(program, pair.ended());
      requireInProgram(program, pair.began());
    });
    Specification specification = new Specification(program, Set.copyOf(precedence));
    List<List<CallResult>> none =
        Collections.nCopies(program.actors().size(), List.<CallResult>of());
    specification.extend(new Progress(none, program.openingBalances(), Set.of(), Set.of()));
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

  /**
   * What a bank and its callers have come to between two steps.
   *
   * @param results of the calls of each actor
   * @param interrupted the actors whose interrupt status is set
   * @param validating the actors that have made the transfer of a {@link Call.TransferAndValidate}
   *     whose validation will be interrupted
   */
  private record Progress(
      List<List<CallResult>> results,
      List<Long> balances,
      Set<Integer> interrupted,
      Set<Integer> validating) {

    Progress ended(int actor, CallResult result) {
      List<CallResult> ofActor = new ArrayList<>(results.get(actor));
      ofActor.add(result);
      List<List<CallResult>> extended = new ArrayList<>(results);
      extended.set(actor, ofActor);
      return new Progress(extended, balances, interrupted, without(actor, validating));
    }

    Progress leaving(Bank bank) {
      List<Long> left = LongStream.of(bank.balances()).boxed().toList();
      return new Progress(results, left, interrupted, validating);
    }

    Progress interrupted(int actor) {
      return new Progress(results, balances, with(actor, interrupted), validating);
    }

    Progress notInterrupted(int actor) {
      return new Progress(results, balances, without(actor, interrupted), validating);
    }

    Progress validating(int actor) {
      return new Progress(results, balances, interrupted, with(actor, validating));
    }

    private static Set<Integer> with(int actor, Set<Integer> actors) {
      Set<Integer> more = new HashSet<>(actors);
      more.add(actor);
      return more;
    }

    private static Set<Integer> without(int actor, Set<Integer> actors) {
      Set<Integer> fewer = new HashSet<>(actors);
      fewer.remove(actor);
      return fewer;
    }
  }

  /** Adds the outcomes of all orders that begin with calls that came to this. */
  private void extend(Progress progress) {
    boolean over = true;
    for (int actor = 0; actor < program.actors().size(); actor++) {
      CallPosition next = new CallPosition(actor, progress.results().get(actor).size());
      if (next.index() < program.actors().get(actor).size()) {
        over = false;
        if (progress.validating().contains(actor)) {
          giveUp(actor, progress);
        } else if (mayBeNext(next, progress.results())) {
          make(next, progress);
        }
      }
    }
    if (over) {
      outcomes.add(new Outcome(progress.results(), progress.balances()));
    }
  }

  private boolean mayBeNext(CallPosition call, List<List<CallResult>> results) {
    return precedence.stream()
        .filter(pair -> pair.began().equals(call))
        .allMatch(
            pair -> pair.ended().index() < results.get(pair.ended().actor()).size());
  }

  private void make(CallPosition position, Progress before) {
    int actor = position.actor();
    Call call = program.call(position);
    if (call instanceof Call.Interrupt interrupt) {
      extend(before.interrupted(interrupt.actor()).ended(actor, DONE));
    } else if (call instanceof Call.AnotherBank another) {
      Bank other = new ReferenceBank(another.opening(), Midway.NOTHING);
      extend(before.ended(actor, CallResult.of(() -> another.on(other))));
    } else if (call instanceof Call.Interrupted) {
      CallResult was = new CallResult.Returned(before.interrupted().contains(actor));
      extend(before.notInterrupted(actor).ended(actor, was));
    } else {
      Bank bank = bank(before);
      CallResult result = CallResult.of(() -> call.on(bank));
      extend(before.leaving(bank).ended(actor, result));
      giveUp(actor, before);
      if (call instanceof Call.TransferAndValidate nested && interrupted.contains(actor)) {
        onlyTransfer(actor, nested, before);
      }
    }
  }

  /** An interrupted call may throw, instead of what else it would do. */
  private void giveUp(int actor, Progress before) {
    if (before.interrupted().contains(actor)) {
      extend(before.notInterrupted(actor).ended(actor, INTERRUPTED));
    }
  }

  /** A transfer is made, and the validation after it is interrupted, then or later. */
  private void onlyTransfer(int actor, Call.TransferAndValidate nested, Progress before) {
    Call transfer =
        new Call.Transfer(nested.from(), nested.to(), nested.amount(), nested.failsMidway());
    Bank bank = bank(before);
    if (CallResult.of(() -> transfer.on(bank)).equals(new CallResult.Returned(true))) {
      extend(before.leaving(bank).validating(actor));
    }
  }

  private Bank bank(Progress progress) {
    return new ReferenceBank(
        progress.balances().stream().mapToLong(Long::longValue).toArray(), hook);
  }
}
