package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Guard;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import dev.safebank.explore.thread.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model of a reentrant lock with one owner: a monitor or a {@code ReentrantLock}.
 *
 * <p>Any waiting thread may be next, also at a fair lock: a queue would exclude no outcome, since a
 * thread that queues might as well have come later. The exception are threads that were signalled:
 * at a fair lock they come before threads that arrive later. The model does not require that (the
 * Javadoc says only that fair locks favour them).
 */
public final class ReentrantLockModel implements OwnedLockModel {

  private static final int FREE = -2;

  private final Location location;
  private final ResourceKind kind;
  private final WaitSet monitorWaiters;

  private int owner = FREE;
  private int holds;
  private int site;
  private final SyncClock released = new SyncClock();

  public ReentrantLockModel(Location location, ResourceKind kind) {
    this.location = location;
    this.kind = kind;
    this.monitorWaiters = new WaitSet(this, WaitSet.WaitSetKind.MONITOR);
  }

  /** Takes the lock, never interrupted. */
  public void lock(Execution execution, Optional<ThreadContext> actor, int at) {
    if (!reenter(actor)) {
      if (actor.isPresent()) {
        ThreadContext self = actor.get();
        self.pending()
            .begin(Action.ACQUIRE, at)
            .access(location, true)
            .enabledWhen(this, this::isFree);
        self.taken = execution.accesses().await(self, location, at) ? 1 : self.taken;
      }
      take(execution, actor, at, 1);
    }
  }

  @Override
  public boolean lock(Execution execution, Optional<ThreadContext> actor, WaitMode mode, int at)
      throws InterruptedException {
    if (isHeldBy(actor)) {
      if (mode.isInterruptible()) {
        Interrupts.check(execution, actor, at);
      }
      return reenter(actor);
    }
    if (actor.isPresent()) {
      Action action = mode.isTimed() ? Action.TRY : Action.ACQUIRE;
      Acquisition lock = new Acquisition(action, this, location, true, this::isFree, mode, 1);
      if (!lock.await(execution, actor.get(), at)) {
        return false;
      }
    } else if (mode.isTimed() && !isFree()) {
      return false;
    }
    take(execution, actor, at, 1);
    return true;
  }

  @Override
  public boolean tryLock(Execution execution, Optional<ThreadContext> actor, int at) {
    if (reenter(actor)) {
      return true;
    }
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.TRY, at).access(location, true);
      if (execution.accesses().await(self, location, at)) {
        self.executing().changed(isFree());
        self.taken = isFree() ? 1 : 0;
      }
    }
    if (!isFree()) {
      return false;
    }
    take(execution, actor, at, 1);
    return true;
  }

  @Override
  public void unlock(Execution execution, Optional<ThreadContext> actor, int at) {
    if (execution.isOver()) {
      return;
    }
    if (!isHeldBy(actor)) {
      throw new IllegalMonitorStateException();
    }
    if (holds > 1) {
      holds--;
      return;
    }
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      if (execution.accesses().isVisibleToOthers(self, location, true, at)) {
        self.pending().begin(Action.RELEASE, at).access(location, true);
        if (!execution.stepQuietly(self)) {
          return;
        }
        self.taken = -1;
      }
    }
    release(actor);
  }

  private boolean reenter(Optional<ThreadContext> actor) {
    if (!isHeldBy(actor)) {
      return false;
    }
    if (holds == Integer.MAX_VALUE) {
      throw new Error("Maximum lock count exceeded");
    }
    holds++;
    return true;
  }

  private void take(Execution execution, Optional<ThreadContext> actor, int at, int newHolds) {
    if (!isFree()) {
      throw execution.blockOutsideActors(kind, at);
    }
    own(actor, at, newHolds);
  }

  private void own(Optional<ThreadContext> actor, int at, int newHolds) {
    owner = ThreadContext.indexOf(actor);
    holds = newHolds;
    site = at;
    actor.ifPresent(self -> released.acquire(self.clock));
  }

  private void release(Optional<ThreadContext> actor) {
    owner = FREE;
    holds = 0;
    actor.ifPresent(self -> released.release(self.clock));
  }

  @Override
  public Holds giveUp(ThreadContext self) {
    int held = holds;
    release(Optional.of(self));
    return at -> own(Optional.of(self), at, held);
  }

  @Override
  public SignalledPlace signalled() {
    return new SignalledPlace() {
      @Override
      public Guard turn() {
        return ReentrantLockModel.this::isFree;
      }

      @Override
      public void leave() {}
    };
  }

  @Override
  public void awaitReturn(
      Execution execution, ThreadContext self, boolean looksForInterrupt, int at) {
    self.pending().begin(Action.RESUME, at).access(location, true).enabledWhen(this, this::isFree);
    if (looksForInterrupt) {
      self.pending().access(self.interruptFlag, true);
    }
    self.taken = execution.accesses().await(self, location, at) ? 1 : self.taken;
  }

  public boolean isFree() {
    return owner == FREE;
  }

  @Override
  public boolean isHeldBy(Optional<ThreadContext> actor) {
    return owner == ThreadContext.indexOf(actor);
  }

  public int holds() {
    return holds;
  }

  public WaitSet monitorWaiters() {
    return monitorWaiters;
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public Optional<Holder> owner() {
    return isFree() ? Optional.empty() : Optional.of(new Holder(owner, site));
  }

  @Override
  public List<Holder> holders() {
    List<Holder> holders = new ArrayList<>();
    owner().ifPresent(holders::add);
    return holders;
  }

  @Override
  public ResourceKind kind() {
    return kind;
  }
}
