package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.List;
import java.util.Optional;

/** The model of a {@code CountDownLatch}. */
public final class CountDownLatchModel implements Resource {

  private final Location location;
  private long count;
  private final SyncClock counted = new SyncClock();

  CountDownLatchModel(ObjectState object, long count) {
    this.location = new Location(object, "");
    this.count = count;
  }

  /** Waits for zero; false if it timed out. */
  public boolean await(Execution execution, Optional<ThreadContext> actor, WaitMode mode, int at)
      throws InterruptedException {
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      Acquisition zero =
          new Acquisition(Action.AWAIT, this, location, false, () -> count == 0, mode, 0);
      if (!zero.await(execution, self, at)) {
        return false;
      }
      counted.acquire(self.clock);
    } else if (count > 0 && !mode.isTimed()) {
      throw execution.blockOutsideActors(kind(), at);
    }
    return count == 0;
  }

  /** Counts down; at zero, this does nothing at all. */
  public void countDown(Execution execution, Optional<ThreadContext> actor, int at) {
    actor.ifPresent(self -> {
      self.pending().begin(Action.UPDATE, at).access(location, true);
      if (execution.accesses().await(self, location, at)) {
        self.executing().changed(count > 0);
      }
      if (count > 0) {
        counted.release(self.clock);
      }
    });
    count = Math.max(0, count - 1);
  }

  public long count(Execution execution, Optional<ThreadContext> actor, int at) {
    execution.accesses().look(actor, location, at);
    return count;
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
    return ResourceKind.LATCH;
  }
}
