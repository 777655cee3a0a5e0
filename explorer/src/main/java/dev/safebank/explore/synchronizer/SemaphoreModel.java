package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.finding.Trait;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model of a {@code Semaphore}. Any thread can release permits; they have no owner.
 *
 * <p>Waiting threads queue, and permits go to the first: a thread that waits for many permits
 * blocks a later one that waits for few. As long as all wait for one permit, the queue is not
 * visible.
 */
public final class SemaphoreModel implements Resource {

  private final Location location;
  private final boolean fair;
  private final WaitQueue queue = new WaitQueue();
  private final List<Holder> takers = new ArrayList<>();
  private int available;
  private final SyncClock released = new SyncClock();

  SemaphoreModel(ObjectState object, int available, boolean fair) {
    this.location = new Location(object, "");
    this.available = available;
    this.fair = fair;
  }

  /** Waits for permits and takes them; false if the time was over before. */
  public boolean acquire(
      Execution execution, Optional<ThreadContext> actor, int n, WaitMode mode, int at)
      throws InterruptedException {
    if (actor.isPresent()) {
      if (!await(execution, actor.get(), n, mode, at)) {
        return false;
      }
    } else if (available < n) {
      if (mode.isTimed()) {
        return false;
      }
      throw execution.blockOutsideActors(kind(), at);
    }
    take(actor, n, at);
    return true;
  }

  private boolean await(Execution execution, ThreadContext self, int n, WaitMode mode, int at)
      throws InterruptedException {
    if (n != 1 && !mode.isTimed()) {
      execution.learn(Trait.WAITS_FOR_MANY_PERMITS);
    }
    Action action = mode.isTimed() ? Action.TRY : Action.ACQUIRE;
    Guard guard = () -> available >= n;
    Acquisition permits = new Acquisition(action, this, location, true, guard, mode, n);
    return execution.findings().has(Trait.WAITS_FOR_MANY_PERMITS)
        ? permits.await(execution, self, queue, fair, at)
        : permits.await(execution, self, at);
  }

  /** Takes permits if they are available, past all that wait. */
  public boolean tryAcquire(Execution execution, Optional<ThreadContext> actor, int n, int at) {
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.TRY, at).access(location, true);
      if (execution.accesses().await(self, location, at)) {
        self.executing().changed(available >= n);
        self.taken = available >= n ? n : 0;
      }
    }
    if (available < n) {
      return false;
    }
    take(actor, n, at);
    return true;
  }

  public void release(Execution execution, Optional<ThreadContext> actor, int n, int at) {
    if (execution.isOver()) {
      return;
    }
    if (actor.isPresent()
        && execution.accesses().isVisibleToOthers(actor.get(), location, true, at)) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.RELEASE, at).access(location, true);
      if (!execution.stepQuietly(self)) {
        return;
      }
      self.taken = -n;
    }
    if (available + n < available) {
      throw new Error("Maximum permit count exceeded");
    }
    available += n;
    actor.ifPresent(self -> {
      takers.removeIf(taker -> taker.actor() == self.index);
      released.release(self.clock);
    });
  }

  /** Acquires all available permits, or releases the missing ones if there are less than none. */
  public int drain(Execution execution, Optional<ThreadContext> actor, int at) {
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.TRY, at).access(location, true);
      if (execution.accesses().await(self, location, at)) {
        self.executing().changed(available != 0);
        self.taken = available;
      }
    }
    int all = available;
    take(actor, all, at);
    return all;
  }

  /** Takes permits away, be they there or not. */
  public void reduce(Execution execution, Optional<ThreadContext> actor, int n, int at) {
    actor.ifPresent(self -> {
      self.pending().begin(Action.UPDATE, at).access(location, true);
      execution.accesses().await(self, location, at);
    });
    if (available - n > available) {
      throw new Error("Permit count underflow");
    }
    available -= n;
  }

  public int available(Execution execution, Optional<ThreadContext> actor, int at) {
    execution.accesses().look(actor, location, at);
    return available;
  }

  private void take(Optional<ThreadContext> actor, int n, int at) {
    available -= n;
    takers.add(new Holder(ThreadContext.indexOf(actor), at));
    actor.ifPresent(self -> released.acquire(self.clock));
  }

  @Override
  public Optional<Holder> owner() {
    return Optional.empty();
  }

  @Override
  public List<Holder> holders() {
    return List.copyOf(takers);
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.SEMAPHORE;
  }
}
