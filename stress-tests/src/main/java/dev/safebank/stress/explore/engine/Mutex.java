package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reentrant lock with one owner: a monitor or a {@code ReentrantLock}. */
final class Mutex implements Resource, LockModel {

  private static final int FREE = -2;

  private final Location location;
  private final String kind;
  private final WaitSet monitorWaiters = new WaitSet(false);

  private int owner = FREE;
  private int holds;
  private int site;
  private int[] released = {};

  Mutex(Location location, String kind) {
    this.location = location;
    this.kind = kind;
  }

  /** Takes the lock, never interrupted. */
  void lock(Execution execution, Optional<Actor> actor, int at) {
    if (!reenter(actor)) {
      if (actor.isPresent()) {
        Actor self = actor.get();
        self.pending().be(Action.ACQUIRE, at).touch(location, true).when(this, this::isFree);
        self.taken = execution.touches().await(self, location, at) ? 1 : self.taken;
      }
      take(actor, at, 1);
    }
  }

  @Override
  public void lock(Execution execution, Optional<Actor> actor, boolean interruptibly, int at)
      throws InterruptedException {
    if (!interruptibly || actor.isEmpty() || !execution.findings().interrupts()) {
      lock(execution, actor, at);
      return;
    }
    Actor self = actor.get();
    self.pending()
        .be(Action.ACQUIRE, at)
        .touch(location, true)
        .touch(self.interruptFlag, true)
        .when(this, () -> isFree() || isHeldBy(actor) || self.interrupted);
    boolean felt = execution.touches().await(self, location, at);
    if (self.takeInterrupt()) {
      throw new InterruptedException();
    }
    if (!reenter(actor)) {
      self.taken = felt ? 1 : self.taken;
      take(actor, at, 1);
    }
  }

  @Override
  public boolean tryLock(Execution execution, Optional<Actor> actor, int at) {
    if (reenter(actor)) {
      return true;
    }
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.TRY, at).touch(location, true);
      if (execution.touches().await(self, location, at)) {
        self.executing().changed(isFree());
        self.taken = isFree() ? 1 : 0;
      }
    }
    if (!isFree()) {
      return false;
    }
    take(actor, at, 1);
    return true;
  }

  @Override
  public void unlock(Execution execution, Optional<Actor> actor, int at) {
    if (execution.isOver()) {
      return;
    }
    if (!isHeldBy(actor)) {
      throw new IllegalMonitorStateException("unlocks a " + kind + " that it does not hold");
    }
    if (holds > 1) {
      holds--;
      return;
    }
    if (actor.isPresent()) {
      Actor self = actor.get();
      if (execution.touches().isFelt(self, location, true, at)) {
        self.pending().be(Action.RELEASE, at).touch(location, true);
        if (!execution.stepQuietly(self)) {
          return;
        }
        self.taken = -1;
      }
    }
    release(actor);
  }

  /** Gives up the lock, waits for a signal, and takes the lock back; false if it timed out. */
  boolean await(Execution execution, Actor self, WaitSet waiters, boolean timed, int at)
      throws InterruptedException {
    Optional<Actor> actor = Optional.of(self);
    if (!isHeldBy(actor)) {
      throw new IllegalMonitorStateException("waits on a " + kind + " that it does not hold");
    }
    if (self.takeInterrupt()) {
      throw new InterruptedException();
    }
    self.pending().be(Action.WAIT, at).touch(location, true);
    execution.touches().await(self, location, at);
    int held = holds;
    WaitSet.Waiter waiter = waiters.add(self, this);
    release(actor);
    self.pending().be(Action.RESUME, at).touch(location, true);
    if (execution.findings().interrupts()) {
      self.pending().touch(self.interruptFlag, true);
    }
    self.pending()
        .when(waiter, () -> isFree() && (waiter.isSignalled() || timed || self.interrupted));
    execution.touches().await(self, location, at);
    waiters.remove(waiter);
    take(actor, at, held);
    if (!waiter.isSignalled() && self.takeInterrupt()) {
      throw new InterruptedException();
    }
    return waiter.isSignalled();
  }

  /** Wakes one of those that wait, or all. */
  void signal(Execution execution, Optional<Actor> actor, WaitSet waiters, boolean all, int at) {
    if (!isHeldBy(actor)) {
      throw new IllegalMonitorStateException("notifies on a " + kind + " that it does not hold");
    }
    if (actor.isPresent()) {
      actor.get().pending().be(Action.NOTIFY, at).touch(location, true);
      execution.touches().await(actor.get(), location, at);
    }
    if (all) {
      waiters.signalAll();
    } else {
      waiters.signalOne(execution);
    }
  }

  private boolean reenter(Optional<Actor> actor) {
    if (!isHeldBy(actor)) {
      return false;
    }
    holds++;
    return true;
  }

  private void take(Optional<Actor> actor, int at, int newHolds) {
    if (!isFree()) {
      throw new StuckOutside(kind);
    }
    owner = Holder.indexOf(actor);
    holds = newHolds;
    site = at;
    actor.ifPresent(self -> {
      if (released.length > 0) {
        VectorClock.join(self.clock, released);
      }
    });
  }

  private void release(Optional<Actor> actor) {
    owner = FREE;
    holds = 0;
    actor.ifPresent(self -> {
      released = self.clock.clone();
      self.tick();
    });
  }

  boolean isFree() {
    return owner == FREE;
  }

  boolean isHeldBy(Optional<Actor> actor) {
    return owner == Holder.indexOf(actor);
  }

  int holds() {
    return holds;
  }

  WaitSet monitorWaiters() {
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
  public String kind() {
    return kind;
  }
}
