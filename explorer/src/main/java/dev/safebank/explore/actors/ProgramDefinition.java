package dev.safebank.explore.actors;

import java.util.List;
import java.util.Optional;

/**
 * A program as the explorer runs it: actors that each make some calls on a common state, at the
 * same time. It stands between the explorer and classes that a {@link ProgramSource} has loaded
 * anew; the definition itself is not instrumented, so what it does besides calling these is no
 * step, and must be the same in every execution.
 */
public interface ProgramDefinition {

  /** The names of the actors, in their order. */
  List<String> actors();

  /** How many calls an actor makes, one after the other, whether they throw or not. */
  int calls(int actor);

  /** The state that an execution begins with: a new one each time. */
  Object newState() throws Throwable;

  /**
   * The same for a program whose actors are to know each other's threads, e.g. to interrupt them.
   *
   * @param actors what {@link Thread#currentThread()} gives in each actor
   */
  default Object newState(List<Thread> actors) throws Throwable {
    return newState();
  }

  /**
   * Makes a call of an actor.
   *
   * @return what the call returned; its text becomes part of the outcome. Empty if it returns
   *     nothing
   * @throws Throwable what the call threw; its class becomes part of the outcome
   */
  Optional<Object> call(int actor, int call, Object state) throws Throwable;

  /**
   * What an execution leaves behind, as a part of its outcome. Asked when no actor can move any
   * more, also if some wait forever: it must not wait itself.
   */
  default Optional<String> observe(Object state) throws Throwable {
    return Optional.empty();
  }

  /** Checks what an execution in which all calls ended has left behind; throws if it is wrong. */
  default void verify(Object state) throws Throwable {}

  /**
   * Whether to find out which calls ended before others began: see
   * {@link dev.safebank.explore.result.ReachedOutcome#orders}. At most eight calls in all can be.
   */
  default boolean observesOrder() {
    return false;
  }
}
