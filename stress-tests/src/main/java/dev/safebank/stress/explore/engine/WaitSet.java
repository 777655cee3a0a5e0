package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Those that wait for a signal, on a monitor or on a condition. */
final class WaitSet {

  private final boolean fifo;
  private final List<Waiter> waiters = new ArrayList<>(0);

  /**
   * @param fifo whether a signal wakes the one that has waited longest, as a condition's does;
   *     otherwise it may be any, as on a monitor
   */
  WaitSet(boolean fifo) {
    this.fifo = fifo;
  }

  Waiter add(Actor actor, Mutex lock) {
    Waiter waiter = new Waiter(actor, lock);
    waiters.add(waiter);
    return waiter;
  }

  void remove(Waiter waiter) {
    waiters.remove(waiter);
  }

  void signalAll() {
    waiters.forEach(waiter -> waiter.signalled = true);
  }

  void signalOne(Execution execution) {
    List<Waiter> unsignalled = new ArrayList<>();
    for (Waiter waiter : waiters) {
      if (!waiter.signalled) {
        unsignalled.add(waiter);
      }
    }
    if (!unsignalled.isEmpty()) {
      boolean choice = !fifo && unsignalled.size() > 1;
      unsignalled.get(choice ? execution.scheduler().alternative(unsignalled.size()) : 0)
          .signalled = true;
    }
  }

  /** One that waits: for a signal, and after that for the lock. */
  static final class Waiter implements Resource {
    private final Actor actor;
    private final Mutex lock;
    private boolean signalled;

    private Waiter(Actor actor, Mutex lock) {
      this.actor = actor;
      this.lock = lock;
    }

    boolean isSignalled() {
      return signalled;
    }

    @Override
    public Location location() {
      return lock.location();
    }

    @Override
    public Optional<Holder> owner() {
      return signalled ? lock.owner() : Optional.empty();
    }

    @Override
    public List<Holder> holders() {
      return signalled ? lock.holders() : List.of();
    }

    @Override
    public String kind() {
      return signalled ? lock.kind() : "signal to " + actor.name + " on " + lock.kind();
    }
  }
}
