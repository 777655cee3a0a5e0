package dev.safebank.stress.explore.engine;

import java.util.List;
import java.util.Optional;

/** A {@code CountDownLatch}. */
final class Latch implements Resource {

  private final Location location;
  private long count;
  private int[] counted = {};

  Latch(ObjectState object, long count) {
    this.location = new Location(object, "");
    this.count = count;
  }

  /** Waits for zero; false if it is timed and not zero by then. */
  boolean await(Execution execution, Optional<Actor> actor, boolean timed, int at)
      throws InterruptedException {
    if (actor.isPresent()) {
      Actor self = actor.get();
      self.pending().be(Action.AWAIT, at).touch(location, false);
      boolean interruptible = execution.findings().interrupts();
      if (interruptible) {
        self.pending().touch(self.interruptFlag, true);
      }
      self.pending().when(this, () -> count == 0 || timed || (interruptible && self.interrupted));
      execution.touches().await(self, location, at);
      if (interruptible && self.takeInterrupt()) {
        throw new InterruptedException();
      }
      if (count == 0 && counted.length > 0) {
        VectorClock.join(self.clock, counted);
      }
    } else if (count > 0 && !timed) {
      throw new StuckOutside(kind());
    }
    return count == 0;
  }

  void countDown(Execution execution, Optional<Actor> actor, int at) {
    actor.ifPresent(self -> {
      self.pending().be(Action.UPDATE, at).touch(location, true);
      execution.touches().await(self, location, at);
      int[] seen = self.clock.clone();
      if (counted.length > 0) {
        VectorClock.join(seen, counted);
      }
      counted = seen;
      self.tick();
    });
    count = Math.max(0, count - 1);
  }

  long count(Execution execution, Optional<Actor> actor, int at) {
    actor.ifPresent(self -> {
      self.pending().be(Action.READ, at).touch(location, false);
      execution.touches().await(self, location, at);
    });
    return count;
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
    return List.of();
  }

  @Override
  public String kind() {
    return "latch";
  }
}
