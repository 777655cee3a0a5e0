package dev.safebank.junit.program;

import dev.safebank.explore.Explorer;
import dev.safebank.explore.WitnessText;
import dev.safebank.explore.actors.ActorAction;
import dev.safebank.explore.actors.ActorFunction;
import dev.safebank.explore.actors.ActorProgram;
import dev.safebank.explore.actors.StateSupplier;
import dev.safebank.explore.result.CallEnd;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ProgramEnd;
import dev.safebank.explore.result.ReachedOutcome;
import java.util.List;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Explores what actors do to a common state at the same time: every interleaving, in an ordinary
 * JUnit test.
 *
 * <pre>{@code
 * @Test
 * void transfersKeepTheTotal() {
 *   Concurrently.explore(() -> new MyBank(100, 100))
 *       .actor("forth", bank -> bank.transfer(0, 1, 10))
 *       .actor("back", bank -> bank.transfer(1, 0, 10))
 *       .verify(bank -> assertEquals(200, bank.total()))
 *       .proved();
 * }
 * }</pre>
 *
 * <p>The classes that the lambdas use are loaded once more, instrumented, and the lambdas run
 * there; see {@link ActorProgram} for what they may capture. What actors share is made by the
 * supplier of the state.
 *
 * <p>An instance is immutable and safe for threads; each assertion explores.
 *
 * @param <S> the type of the state
 */
public final class Concurrently<S> {

  private final ActorProgram<S> program;

  private Concurrently(ActorProgram<S> program) {
    this.program = program;
  }

  /**
   * Begins a program.
   *
   * @param state makes the state that its actors share: a new one for each execution
   */
  public static <S> Concurrently<S> explore(StateSupplier<S> state) {
    return new Concurrently<>(ActorProgram.on(state).named(callersName()));
  }

  private static String callersName() {
    return StackWalker.getInstance()
        .walk(frames -> frames
            .filter(frame -> !frame.getClassName().equals(Concurrently.class.getName()))
            .findFirst()
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .orElse("program"));
  }

  /** Adds an actor, which is run once, at the same time as the others. What it throws fails. */
  public Concurrently<S> actor(String name, ActorAction<S> action) {
    return new Concurrently<>(program.actor(name, action));
  }

  /** Adds an actor whose result becomes a part of the outcome, as text. */
  public Concurrently<S> reporting(String name, ActorFunction<S> function) {
    return new Concurrently<>(program.actorReturning(name, function));
  }

  /** What must hold when all actors are done; it throws if it does not. */
  public Concurrently<S> verify(ActorAction<S> check) {
    return new Concurrently<>(program.verify(check));
  }

  /**
   * Every actor comes to its end without an exception and the check holds, in all executions that
   * there are.
   *
   * @return what was found
   * @throws AssertionFailedError with a witness, if that is not so
   * @throws TestAbortedException if it cannot be decided: the exploration is incomplete, or there
   *     is a data race
   */
  public Exploration proved() {
    Exploration exploration = holds();
    if (!exploration.provesOutcomes()) {
      throw new TestAbortedException("Not proved: " + Doubts.of(exploration) + ".");
    }
    return exploration;
  }

  /**
   * Every actor comes to its end without an exception and the check holds, in all interleavings
   * that were explored. Unlike {@link #proved} this may pass although there are others.
   *
   * @return what was found
   * @throws AssertionFailedError with a witness, if that is not so
   */
  public Exploration holds() {
    Exploration exploration = explored();
    exploration.outcomes().values().stream()
        .filter(Concurrently::isWrong)
        .findFirst()
        .ifPresent(wrong -> {
          throw failure(wrong.outcome() + " is possible.", wrong);
        });
    return exploration;
  }

  /**
   * Some interleaving gives this outcome: what the actors report, in their order, separated by
   * {@code " ‖ "}.
   *
   * @return what was found
   * @throws AssertionFailedError if none does
   */
  public Exploration reaches(String outcome) {
    return reaches("the outcome " + outcome, reached -> reached.outcome().equals(outcome));
  }

  /**
   * Some interleaving ends with actors that wait for each other.
   *
   * @return what was found
   * @throws AssertionFailedError if none does
   */
  public Exploration deadlocks() {
    return reaches("a deadlock", reached -> reached.end() == EndState.DEADLOCK);
  }

  private Exploration reaches(String what, Predicate<ReachedOutcome> wanted) {
    Exploration exploration = explored();
    if (exploration.outcomes().values().stream().noneMatch(wanted)) {
      throw new AssertionFailedError("%s was not reached in %d interleavings%s. Outcomes: %s."
          .formatted(
              what,
              exploration.interleavings(),
              exploration.complete() ? "" : ", which are not all: " + Doubts.of(exploration),
              String.join("; ", exploration.outcomes().keySet())));
    }
    return exploration;
  }

  private Exploration explored() {
    return new Explorer().explore(program);
  }

  private static boolean isWrong(ReachedOutcome reached) {
    return reached.end() != EndState.COMPLETED
        || reached.calls().filter(Concurrently::isWrong).isPresent();
  }

  /** Whether an actor threw, or the check did. */
  private static boolean isWrong(ProgramEnd end) {
    return end.failure().isPresent()
        || end.calls().stream()
            .flatMap(List::stream)
            .anyMatch(CallEnd.CompletedAbruptly.class::isInstance);
  }

  private static AssertionFailedError failure(String sentence, ReachedOutcome reached) {
    return new AssertionFailedError("%s%n%n%s"
        .formatted(sentence, WitnessText.draw(reached.witness()).indent(2).stripTrailing()));
  }
}
