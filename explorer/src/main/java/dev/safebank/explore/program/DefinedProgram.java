package dev.safebank.explore.program;

import dev.safebank.explore.actors.ProgramDefinition;
import dev.safebank.explore.actors.ProgramSource;
import dev.safebank.explore.result.CallEnd;
import dev.safebank.explore.result.WaitReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A program of actors that make calls, as a {@link ProgramSource} defines it. */
public final class DefinedProgram extends ConcurrentProgram {

  private final ProgramSource source;
  private final ProgramDefinition definition;
  private final List<String> names;
  private final int actors;
  private List<Thread> identities = List.of();

  /** @throws IllegalArgumentException if the program cannot be made */
  public DefinedProgram(ProgramSource source, LoadedClasses classes) {
    super(classes);
    this.source = source;
    this.definition = source.define(classes.classLoader());
    this.names = List.copyOf(definition.actors());
    this.actors = names.size();
    if (names.isEmpty()) {
      throw new IllegalArgumentException("The program %s has no actor".formatted(source.name()));
    }
  }

  @Override
  public Instance newRun() {
    try {
      return new Instance(definition, definition.newState(identities()), new CallLog(actors()));
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable thrown) {
      throw new IllegalArgumentException(
          "Cannot explore the program %s: its state cannot be created: %s"
              .formatted(name(), thrown),
          thrown);
    }
  }

  private List<Thread> identities() {
    if (identities.isEmpty()) {
      identities = IntStream.range(0, actors()).mapToObj(this::identity).toList();
    }
    return identities;
  }

  @Override
  public void act(int actor, Instance run, CallListener listener) {
    CallLog log = (CallLog) run.result();
    for (int call = 0; call < definition.calls(actor); call++) {
      log.begins(actor);
      log.ended(actor, call(actor, call, run.state()));
      listener.callEnded();
    }
  }

  private CallEnd call(int actor, int call, Object state) {
    try {
      return new CallEnd.CompletedNormally(
          definition.call(actor, call, state).map(String::valueOf));
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable thrown) {
      return new CallEnd.CompletedAbruptly(
          thrown.getClass().getName(), Optional.ofNullable(thrown.getMessage()));
    }
  }

  @Override
  public void arbitrate(Instance run) {
    CallLog log = (CallLog) run.result();
    try {
      log.observed(definition.observe(run.state()));
      definition.verify(run.state());
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (BlockedOutsideActorError blocked) {
      log.checkWaits();
      throw blocked;
    } catch (Throwable thrown) {
      log.failed(thrown);
    }
  }

  @Override
  public void blocked(Instance run, List<Optional<WaitReason>> reasons) {
    CallLog log = (CallLog) run.result();
    for (int actor = 0; actor < actors(); actor++) {
      int waiting = actor;
      reasons.get(actor).ifPresent(reason -> log.waits(waiting, reason));
    }
    try {
      log.observed(definition.observe(run.state()));
    } catch (ExecutionAborted endOfExecution) {
      throw endOfExecution;
    } catch (Throwable thrown) {
      log.failed(thrown);
    }
  }

  @Override
  String outcomeOfWaiting(ExecutionStatus status, Instance run) {
    return run.result().toString();
  }

  @Override
  public DefinedProgram anew() {
    return new DefinedProgram(source, classes().anew());
  }

  @Override
  public int actors() {
    return actors;
  }

  @Override
  public String actorName(int actor) {
    return names.get(actor);
  }

  @Override
  public Optional<String> arbiterName() {
    return Optional.of("final check");
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean hasSerialOutcomes() {
    return false;
  }

  @Override
  public List<Integer> observedCalls() {
    return definition.observesOrder()
        ? IntStream.range(0, actors()).map(definition::calls).boxed().toList()
        : List.of();
  }
}
