package dev.safebank.explore.program;

import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.WaitReason;
import dev.safebank.explore.site.FieldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program to explore, of classes that were loaded anew: its actors, its state, its result. */
public abstract class ConcurrentProgram {

  private final LoadedClasses classes;
  private final List<Thread> identities = new ArrayList<>();
  private Optional<Thread> arbiterIdentity = Optional.empty();

  ConcurrentProgram(LoadedClasses classes) {
    this.classes = classes;
  }

  /** The objects of one execution. */
  public record Instance(Object test, Object state, Object result) {}

  /** Something that may throw anything. */
  public interface ActorBody {
    void run() throws Throwable;
  }

  /** Is told when a call of the actor that runs has ended. */
  @FunctionalInterface
  public interface CallListener {
    void callEnded();
  }

  /** What makes it unclear what there is to explore; empty if nothing does. */
  public Optional<String> doubt() {
    return Optional.empty();
  }

  /** The objects that an execution begins with. */
  public abstract Instance newRun();

  /** Runs an actor to its end. */
  public abstract void act(int actor, Instance run, CallListener listener) throws Throwable;

  /** Looks at the result, when all actors are at their end. */
  public abstract void arbitrate(Instance run) throws Throwable;

  /**
   * Takes note of what an execution leaves behind in which actors wait forever.
   *
   * @param reasons why each actor waits; empty for those that are at their end
   */
  public void blocked(Instance run, List<Optional<WaitReason>> reasons) {}

  /** The outcome of an execution in which actors wait forever. */
  abstract String outcomeOfWaiting(ExecutionStatus status, Instance run);

  /** What it means for this program that an execution ended so. */
  public EndState endState(ExecutionStatus status) {
    return switch (status) {
      case FINISHED -> EndState.COMPLETED;
      case DEADLOCK -> EndState.DEADLOCK;
      case STUCK -> EndState.STUCK;
      case REDUNDANT, BOUNDED, OVER_BUDGET, RESTART, DIVERGED -> EndState.STOPPED;
    };
  }

  /** The same program, its classes loaded anew: nothing static is shared. */
  public abstract ConcurrentProgram anew();

  public abstract int actors();

  public abstract String actorName(int actor);

  /** Empty if the program has no arbiter. */
  public abstract Optional<String> arbiterName();

  public abstract String name();

  /** Whether what its actors give one after the other is to be found out by running them so. */
  public boolean hasSerialOutcomes() {
    return true;
  }

  /** How many calls each actor makes, if their order is to be found out; empty if not. */
  public List<Integer> observedCalls() {
    return List.of();
  }

  public final LoadedClasses classes() {
    return classes;
  }

  public final FieldNames fieldNames() {
    return classes.fieldNames();
  }

  public final Thread identity(int actor) {
    while (identities.size() <= actor) {
      identities.add(standIn(actorName(identities.size())));
    }
    return identities.get(actor);
  }

  public final Thread arbiterIdentity(String name) {
    arbiterIdentity = arbiterIdentity.or(() -> Optional.of(standIn(name)));
    return arbiterIdentity.orElseThrow();
  }

  /** No daemon, whatever thread of the explorer makes it. */
  private static Thread standIn(String name) {
    Thread thread = new Thread(() -> {}, name);
    thread.setDaemon(false);
    return thread;
  }
}
