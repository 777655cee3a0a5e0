package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.site.AccessMode;
import java.util.List;
import java.util.Optional;

/**
 * The waiting at an object of the JDK that keeps its own state and whose other calls are one step
 * each: a blocking queue, a future. Who waits first is not served first: nobody can tell who was
 * there, but for calls that are not controlled.
 */
public final class BlockingModel implements Resource {

  private final Location location;

  BlockingModel(ObjectState state) {
    this.location = state.whole();
  }

  /**
   * Waits until the object is as wanted, and makes the call that follows one step with that.
   *
   * @param changes whether that call changes the object
   * @return false if the time was over before
   */
  public boolean await(
      Execution execution,
      Optional<ThreadContext> actor,
      Guard wanted,
      boolean changes,
      WaitMode mode,
      int site)
      throws InterruptedException {
    if (actor.isEmpty()) {
      if (!wanted.isOpen() && !mode.isTimed()) {
        throw execution.blockOutsideActors(kind(), site);
      }
      return wanted.isOpen();
    }
    ThreadContext self = actor.get();
    boolean open = new Acquisition(Action.AWAIT, this, location, changes, wanted, mode, 0)
        .await(execution, self, site);
    execution
        .accesses()
        .applyHappensBefore(
            self, location, changes && open ? Action.CALL : Action.READ, AccessMode.VOLATILE, site);
    return open;
  }

  @Override
  public Optional<Holder> owner() {
    return Optional.empty();
  }

  @Override
  public List<Holder> holders() {
    return List.of();
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.NOTIFICATION;
  }
}
