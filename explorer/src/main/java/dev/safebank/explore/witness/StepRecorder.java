package dev.safebank.explore.witness;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.result.ResourceHolder;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.result.SourceLocation;
import dev.safebank.explore.result.StepAction;
import dev.safebank.explore.result.WaitingActor;
import dev.safebank.explore.result.WitnessStep;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.site.Site;
import java.util.List;
import java.util.Optional;

/** Records the steps of an execution, and the threads that wait at its end, for a witness. */
final class StepRecorder {

  private final Execution execution;
  private final AccessPaths paths;
  private Optional<String> valueBefore = Optional.empty();

  StepRecorder(Execution execution) {
    this.execution = execution;
    this.paths = new AccessPaths(execution.state());
  }

  /** Keeps the value of the variable that a step is about to access. */
  void before(Operation operation) {
    valueBefore = operation.size() == 0 ? Optional.empty() : value(operation.location(0));
  }

  /** Records the step that the thread has just done. */
  WitnessStep after(ThreadContext thread) {
    Operation operation = thread.executing();
    StepAction action = action(operation.action());
    Site site = execution.site(operation.site());
    Optional<Location> location =
        operation.size() == 0 ? Optional.empty() : Optional.of(operation.location(0));
    return new WitnessStep(
        thread.index,
        action,
        location.map(paths::of).orElse(""),
        valueBefore,
        location.flatMap(this::value),
        success(action, operation),
        action == StepAction.CALL ? Optional.of(site.member()) : Optional.empty(),
        location(site));
  }

  /** Formatting a value may run code of the test, which must not count as steps. */
  private Optional<String> value(Location location) {
    ThreadContext running = execution.scheduledThread();
    if (running == null) {
      return ValueFormatter.of(location);
    }
    running.atomicDepth++;
    try {
      return ValueFormatter.of(location);
    } finally {
      running.atomicDepth--;
    }
  }

  private static Optional<Boolean> success(StepAction action, Operation operation) {
    return switch (action) {
      case COMPARE_AND_SET -> Optional.of(operation.changes(0));
      case TRY_ACQUIRE -> Optional.of(operation.hasAcquired());
      default -> Optional.empty();
    };
  }

  private static StepAction action(Action action) {
    return switch (action) {
      case READ -> StepAction.READ;
      case WRITE -> StepAction.WRITE;
      case UPDATE -> StepAction.UPDATE;
      case COMPARE -> StepAction.COMPARE_AND_SET;
      case ACQUIRE -> StepAction.ACQUIRE;
      case TRY -> StepAction.TRY_ACQUIRE;
      case RELEASE -> StepAction.RELEASE;
      case WAIT -> StepAction.WAIT;
      case RESUME -> StepAction.REACQUIRE;
      case NOTIFY -> StepAction.NOTIFY;
      case AWAIT, LEAVE -> StepAction.AWAIT;
      case START -> StepAction.START;
      case CALL -> StepAction.CALL;
      case SPIN -> StepAction.SPIN;
      case INITIALIZE -> StepAction.INITIALIZE;
      case INITIALIZED -> StepAction.INITIALIZED;
      case BEGIN -> StepAction.BEGIN;
      case END -> StepAction.END;
    };
  }

  /** Records what a thread that is not enabled waits for. */
  WaitingActor waiting(ThreadContext thread) {
    Operation pending = thread.pending();
    ResourceKind kind = kind(thread, pending);
    return new WaitingActor(
        thread.index,
        kind,
        resource(kind, pending),
        pending.resource().map(Resource::holders).orElse(List.of()).stream()
            .distinct()
            .map(this::holder)
            .toList(),
        location(execution.site(pending.site())));
  }

  private static ResourceKind kind(ThreadContext thread, Operation pending) {
    if (pending.resource().isPresent()) {
      return pending.resource().get().kind();
    }
    if (pending.size() == 0) {
      return ResourceKind.NOTHING;
    }
    if (pending.action() == Action.AWAIT) {
      return pending.location(0) == thread.permitLocation
          ? ResourceKind.PARK_PERMIT
          : ResourceKind.THREAD_END;
    }
    return ResourceKind.VARIABLE;
  }

  private String resource(ResourceKind kind, Operation pending) {
    return switch (kind) {
      case NOTHING -> "";
      case PARK_PERMIT, THREAD_END -> paths.of(pending.location(0).object.object);
      default -> paths.of(pending.location(0));
    };
  }

  private ResourceHolder holder(Holder holder) {
    boolean isActor = holder.actor() != Holder.MAIN;
    return new ResourceHolder(
        isActor ? Optional.of(holder.actor()) : Optional.empty(),
        isActor && execution.threads().get(holder.actor()).finished,
        location(execution.site(holder.site())));
  }

  static SourceLocation location(Site site) {
    return new SourceLocation(site.className(), site.method(), site.file(), site.line());
  }
}
