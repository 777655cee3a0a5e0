package dev.safebank.explore.synchronizer;

import dev.safebank.explore.deadlock.Holder;
import dev.safebank.explore.deadlock.Resource;
import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import dev.safebank.explore.operation.Operation;
import dev.safebank.explore.race.SyncClock;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.ThreadContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeoutException;

/**
 * The model of a {@code CyclicBarrier} without an action. What is done before {@code await} happens
 * before what follows a successful return from it; a barrier that breaks promises no order.
 */
public final class CyclicBarrierModel implements Resource {

  private final Location location;
  private final int parties;
  private int missing;
  private Generation generation = new Generation();

  CyclicBarrierModel(ObjectState object, int parties) {
    this.location = new Location(object, "");
    this.parties = parties;
    this.missing = parties;
  }

  /** Those that wait for each other, until the barrier trips or breaks. */
  private static final class Generation {
    private final SyncClock arrived = new SyncClock();
    private boolean tripped;
    private boolean broken;

    private boolean isOver() {
      return tripped || broken;
    }
  }

  /** Waits for all parties; returns how many were missing then. */
  public int await(Execution execution, Optional<ThreadContext> actor, WaitMode mode, int at)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    ThreadContext self = actor.orElseThrow(() -> execution.blockOutsideActors(kind(), at));
    boolean interrupts = execution.findings().interrupts();
    Operation arrival = self.pending().begin(Action.UPDATE, at).access(location, true);
    if (interrupts) {
      arrival.access(self.interruptFlag, true);
    }
    execution.accesses().await(self, location, at);
    Generation own = generation;
    if (own.broken) {
      throw new BrokenBarrierException();
    }
    if (interrupts && self.takeInterrupt()) {
      breakBarrier();
      throw new InterruptedException();
    }
    int index = --missing;
    own.arrived.release(self.clock);
    if (index == 0) {
      own.tripped = true;
      next();
      own.arrived.acquire(self.clock);
      return index;
    }
    if (mode == WaitMode.IMMEDIATE) {
      breakBarrier();
      throw new TimeoutException();
    }
    awaitOthers(execution, self, own, mode, at);
    own.arrived.acquire(self.clock);
    return index;
  }

  private void awaitOthers(
      Execution execution, ThreadContext self, Generation own, WaitMode mode, int at)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    boolean mayBreak = mode.isTimed() || execution.findings().interrupts();
    Acquisition wait =
        new Acquisition(Action.AWAIT, this, location, mayBreak, own::isOver, mode, 0);
    try {
      wait.await(execution, self, at);
    } catch (InterruptedException interrupted) {
      if (!own.isOver()) {
        breakIn(self);
        throw interrupted;
      }
      self.interrupted = true; // It is as if it had come later: the interrupt stays pending.
    }
    if (own.broken) {
      throw new BrokenBarrierException();
    }
    if (!own.tripped) {
      breakIn(self);
      throw new TimeoutException();
    }
  }

  /** The step that has ended the wait breaks the barrier as well. */
  private void breakIn(ThreadContext self) {
    breakBarrier();
    self.executing().changed(location, true);
  }

  private void breakBarrier() {
    generation.broken = true;
    missing = parties;
  }

  private void next() {
    generation = new Generation();
    missing = parties;
  }

  /** Breaks the barrier for those that wait, and makes it whole again. */
  public void reset(Execution execution, Optional<ThreadContext> actor, int at) {
    actor.ifPresent(self -> {
      self.pending().begin(Action.UPDATE, at).access(location, true);
      execution.accesses().await(self, location, at);
    });
    breakBarrier();
    next();
  }

  /** Whether it is broken. */
  public boolean isBroken(Execution execution, Optional<ThreadContext> actor, int at) {
    execution.accesses().look(actor, location, at);
    return generation.broken;
  }

  /** How many wait. */
  public int waiting(Execution execution, Optional<ThreadContext> actor, int at) {
    execution.accesses().look(actor, location, at);
    return parties - missing;
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
