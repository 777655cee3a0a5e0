package dev.safebank.explore.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program whose actors are lambdas.
 *
 * <pre>{@code
 * ActorProgram<MyBank> program = ActorProgram.on(() -> new MyBank(100, 100))
 *     .actor("forth", bank -> bank.transfer(0, 1, 10))
 *     .actorReturning("total", MyBank::total)
 *     .verify(bank -> assertEquals(200, bank.total()));
 * Exploration exploration = new Explorer().explore(program);
 * }</pre>
 *
 * <p>Each execution has lambdas of its own, made of the instrumented classes that the explorer has
 * loaded anew: the class that a lambda is written in is loaded once more, too, and its static
 * fields are as in a fresh JVM. What lambdas capture is copied for each execution, as it is when
 * the exploration begins, all lambdas' captures together: an object that two of them capture is one
 * object for both. For that, the lambdas and all that they capture must be serializable; numbers,
 * strings, arrays, collections and atomics are. A lambda that uses a field or an instance method of
 * the class around it captures that whole object: use a local variable instead, or make it in the
 * supplier of the state.
 *
 * <p>The check runs when all actors have come to their end. Its assertions, and those of actors,
 * show as part of the outcome.
 */
public final class ActorProgram<S> implements ProgramSource {

  private static final String UNNAMED = "program";

  private final String name;
  private final StateSupplier<S> state;
  private final List<String> names;
  private final List<ActorFunction<S>> actors;
  private final Optional<ActorAction<S>> check;

  private ActorProgram(
      String name,
      StateSupplier<S> state,
      List<String> names,
      List<ActorFunction<S>> actors,
      Optional<ActorAction<S>> check) {
    this.name = name;
    this.state = state;
    this.names = List.copyOf(names);
    this.actors = List.copyOf(actors);
    this.check = check;
  }

  /** A program without actors yet, whose executions begin with such a state. */
  public static <S> ActorProgram<S> on(StateSupplier<S> state) {
    return new ActorProgram<>(UNNAMED, state, List.of(), List.of(), Optional.empty());
  }

  /** The same program by another name. */
  public ActorProgram<S> named(String newName) {
    return new ActorProgram<>(newName, state, names, actors, check);
  }

  /** The same program with one more actor, which reports nothing. */
  public ActorProgram<S> actor(String actor, ActorAction<S> action) {
    return actorReturning(actor, LoadedActors.reportingNothing(action));
  }

  /** The same program with one more actor, whose result is part of the outcome. */
  public ActorProgram<S> actorReturning(String actor, ActorFunction<S> function) {
    List<String> moreNames = new ArrayList<>(names);
    moreNames.add(actor);
    List<ActorFunction<S>> more = new ArrayList<>(actors);
    more.add(function);
    return new ActorProgram<>(name, state, moreNames, more, check);
  }

  /** The same program with this check of what is left behind, instead of any other. */
  public ActorProgram<S> verify(ActorAction<S> newCheck) {
    return new ActorProgram<>(name, state, names, actors, Optional.of(newCheck));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ProgramDefinition define(ClassLoader classes) {
    return new LoadedActors(name, names, state, actors, check, classes);
  }
}
