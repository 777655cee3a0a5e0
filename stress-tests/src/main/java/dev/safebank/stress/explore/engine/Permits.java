package dev.safebank.stress.explore.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code Semaphore}: permits that anyone takes and anyone gives back. Nobody owns them. */
final class Permits implements Resource {

  private final Location location;
  private final List<Holder> takers = new ArrayList<>();
  private int available;
  private int[] released = {};

  Permits(ObjectState object, int available) {
    this.location = new Location(object, "");
    this.available = available;
  }

  void acquire(Execution execution, Optional<Actor> actor, int n, boolean interruptibly, int at)
      throws InterruptedException {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.ACQUIRE, at).touch(location, true);
      boolean interruptible = interruptibly && execution.findings().interrupts();
      if (interruptible) {
        self.pending().touch(self.interruptFlag, true);
      }
      self.pending().when(this, () -> available >= n || (interruptible && self.interrupted));
      self.taken = execution.touches().await(self, location, at) ? n : self.taken;
      if (interruptible && self.takeInterrupt()) {
        throw new InterruptedException();
      }
    }
    if (available < n) {
      throw new StuckOutside(kind());
    }
    take(actor, n, at);
  }

  boolean tryAcquire(Execution execution, Optional<Actor> actor, int n, int at) {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.TRY, at).touch(location, true);
      if (execution.touches().await(self, location, at)) {
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

  void release(Execution execution, Optional<Actor> actor, int n, int at) {
    if (execution.isOver()) {
      return;
    }
    if (actor.isPresent() && execution.touches().isFelt(actor.get(), location, true, at)) {
      Actor self = actor.get();
      self.pending().be(Action.RELEASE, at).touch(location, true);
      if (!execution.stepQuietly(self)) {
        return;
      }
      self.taken = -n;
    }
    available += n;
    actor.ifPresent(self -> {
      takers.removeIf(taker -> taker.actor() == self.index);
      int[] seen = self.clock.clone();
      if (released.length > 0) {
        VectorClock.join(seen, released);
      }
      released = seen;
      self.tick();
    });
  }

  /** Takes all there are. */
  int drain(Execution execution, Optional<Actor> actor, int at) {
    look(execution, actor, Action.TRY, at);
    int all = available;
    take(actor, all, at);
    return all;
  }

  int available(Execution execution, Optional<Actor> actor, int at) {
    look(execution, actor, Action.READ, at);
    return available;
  }

  private void look(Execution execution, Optional<Actor> actor, Action action, int at) {
    if (actor.isPresent()) {
      actor.get().pending().be(action, at).touch(location, action != Action.READ);
      execution.touches().await(actor.get(), location, at);
    }
  }

  private void take(Optional<Actor> actor, int n, int at) {
    available -= n;
    takers.add(new Holder(Holder.indexOf(actor), at));
    actor.ifPresent(self -> {
      if (released.length > 0) {
        VectorClock.join(self.clock, released);
      }
    });
  }

  @Override
  public Location location() {
    return location;
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
  public String kind() {
    return "permit";
  }
}
