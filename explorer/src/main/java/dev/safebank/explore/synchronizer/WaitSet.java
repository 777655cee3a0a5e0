package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.SpuriousWakeups;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wait set of a monitor or of a condition (JLS 17.2).
 *
 * <p>A signal removes one thread, which then waits for the lock. A thread that is interrupted,
 * times out or wakes up spuriously leaves in a step of its own, without the lock, and waits for it
 * after that; a signal in between goes to another thread.
 *
 * <p>Steps that join or leave it do not conflict with each other, only with signals.
 */
public final class WaitSet {

  private final OwnedLockModel lock;
  private final WaitSetKind kind;
  private final Location location;
  private final List<Waiter> waiters = new ArrayList<>(0);

  /** What it is the wait set of. */
  enum WaitSetKind {
    /**
     * A monitor: a signal wakes any; who was interrupted before the monitor was had again is
     * interrupted, if no signal came.
     */
    MONITOR,
    /** A condition: a signal wakes the one that has waited longest. */
    CONDITION
  }

  /** Why a wait was over. */
  public enum Wake {
    /** By a signal. */
    SIGNALLED,
    /** For no reason. */
    SPURIOUS,
    /** Because the time was over. */
    TIMED_OUT
  }

  WaitSet(OwnedLockModel lock, WaitSetKind kind) {
    this.lock = lock;
    this.kind = kind;
    this.location = Location.alwaysShared(lock.location().object, lock.location().member);
  }

  /** Releases the lock, waits for a signal, and reacquires the lock. */
  public Wake await(Execution execution, ThreadContext self, WaitMode mode, int at)
      throws InterruptedException {
    checkHeld(Optional.of(self));
    boolean interruptible = mode.isInterruptible() && execution.findings().interrupts();
    Operation begin =
        self.pending().begin(Action.WAIT, at).access(lock.location(), true).access(location, false);
    if (interruptible) {
      begin.access(self.interruptFlag, true);
    }
    execution.accesses().await(self, lock.location(), at);
    if (interruptible && self.takeInterrupt()) {
      self.executing().changed(lock.location(), false);
      throw new InterruptedException();
    }
    self.executing().changed(self.interruptFlag, false);
    Optional<SpuriousWakeups.Wakeup> wakeup = mode.isTimed() && kind == WaitSetKind.MONITOR
        ? Optional.empty()
        : self.wakeups.choose(execution, at);
    Waiter waiter = new Waiter(self, mode, interruptible, wakeup);
    waiters.add(waiter);
    OwnedLockModel.Holds holds = lock.giveUp(self);
    self.taken = -1;
    return waiter.await(execution, holds, at);
  }

  /** Throws what OpenJDK throws. */
  private void checkHeld(Optional<ThreadContext> actor) {
    if (!lock.isHeldBy(actor)) {
      throw kind == WaitSetKind.MONITOR
          ? new IllegalMonitorStateException("current thread is not owner")
          : new IllegalMonitorStateException();
    }
  }

  /** Wakes one of those that wait, or all. */
  public void signal(Execution execution, Optional<ThreadContext> actor, boolean all, int at) {
    checkHeld(actor);
    if (actor.isPresent()) {
      ThreadContext self = actor.get();
      self.pending().begin(Action.NOTIFY, at).access(location, true);
      execution.accesses().await(self, location, at);
    }
    if (all) {
      waiters.forEach(waiter -> waiter.signal(execution));
      waiters.clear();
    } else if (!waiters.isEmpty()) {
      boolean choice = kind == WaitSetKind.MONITOR && waiters.size() > 1;
      waiters
          .remove(choice ? execution.scheduler().alternative(waiters.size()) : 0)
          .signal(execution);
    }
  }

  /** One that waits: for a signal, and after that for the lock. */
  private final class Waiter implements Resource {
    private final ThreadContext self;
    private final WaitMode mode;
    private final boolean interruptible;
    private final Optional<SpuriousWakeups.Wakeup> wakeup;
    private Optional<OwnedLockModel.SignalledPlace> signalled = Optional.empty();

    private Waiter(
        ThreadContext self,
        WaitMode mode,
        boolean interruptible,
        Optional<SpuriousWakeups.Wakeup> wakeup) {
      this.self = self;
      this.mode = mode;
      this.interruptible = interruptible;
      this.wakeup = wakeup;
    }

    private void signal(Execution execution) {
      if (wakeup.isPresent()) {
        execution.endAsRedundant();
      }
      signalled = Optional.of(lock.signalled());
    }

    private Wake await(Execution execution, OwnedLockModel.Holds holds, int at)
        throws InterruptedException {
      if (wakeup.isPresent()) {
        return wakeUp(execution, wakeup.get(), holds, at);
      }
      Operation next = self.pending()
          .begin(Action.RESUME, at)
          .access(lock.location(), true)
          .access(location, false)
          .enabledWhen(this, this::mayGoOn);
      if (interruptible) {
        next.access(self.interruptFlag, true);
      }
      execution.accesses().await(self, lock.location(), at);
      if (signalled.isPresent()) {
        resume(holds, at);
        return Wake.SIGNALLED;
      }
      return leave(execution, holds, at);
    }

    private boolean mayGoOn() {
      return signalled.isPresent()
          ? signalled.get().turn().isOpen()
          : mode.isTimed() || isInterrupted();
    }

    private boolean isInterrupted() {
      return interruptible && self.interrupted;
    }

    private Wake wakeUp(
        Execution execution, SpuriousWakeups.Wakeup reason, OwnedLockModel.Holds holds, int at)
        throws InterruptedException {
      Operation next = self.pending()
          .begin(Action.LEAVE, at)
          .access(location, false)
          .enabledWhen(this, () -> signalled.isEmpty() && reason.isPossible());
      reason.addAccesses(next);
      execution.accesses().await(self, location, at);
      self.wakeups.wakeUp();
      waiters.remove(this);
      comeBack(execution, holds, false, at);
      return Wake.SPURIOUS;
    }

    /** Takes the lock back after a signal; an interrupt remains pending. */
    private void resume(OwnedLockModel.Holds holds, int at) {
      signalled.get().leave();
      self.executing().changed(self.interruptFlag, false);
      self.taken = 1;
      holds.takeBack(at);
    }

    /** Stops waiting because it is interrupted or its time is over; if both, either may be so. */
    private Wake leave(Execution execution, OwnedLockModel.Holds holds, int at)
        throws InterruptedException {
      waiters.remove(this);
      self.executing().becomes(Action.LEAVE);
      self.executing().dropAccess(lock.location());
      boolean byInterrupt =
          isInterrupted() && !(mode.isTimed() && execution.scheduler().alternative(2) == 1);
      if (byInterrupt && kind == WaitSetKind.CONDITION) {
        self.takeInterrupt();
        comeBack(execution, holds, false, at);
        throw new InterruptedException();
      }
      self.executing().changed(self.interruptFlag, false);
      comeBack(execution, holds, byInterrupt, at);
      return Wake.TIMED_OUT;
    }

    /**
     * Waits for the lock. A thread that left a monitor's wait set because of an interrupt throws
     * when it has reacquired the monitor; a thread that left it otherwise may find an interrupt
     * then, as in HotSpot, or return with it pending, as in JLS 17.2.1.
     */
    private void comeBack(
        Execution execution, OwnedLockModel.Holds holds, boolean byInterrupt, int at)
        throws InterruptedException {
      boolean looks = interruptible && kind == WaitSetKind.MONITOR;
      lock.awaitReturn(execution, self, looks, at);
      holds.takeBack(at);
      if (!looks) {
        return;
      }
      if (self.interrupted && (byInterrupt || execution.scheduler().alternative(2) == 0)) {
        self.takeInterrupt();
        throw new InterruptedException();
      }
      self.executing().changed(self.interruptFlag, false);
    }

    @Override
    public Optional<Holder> owner() {
      return signalled.isPresent() ? lock.owner() : Optional.empty();
    }

    @Override
    public List<Holder> holders() {
      return signalled.isPresent() ? lock.holders() : List.of();
    }

    @Override
    public ResourceKind kind() {
      return signalled.isPresent() ? lock.kind() : ResourceKind.NOTIFICATION;
    }
  }
}
