package dev.safebank.stress.explore.engine;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Calls to {@code LockSupport}. Nobody is unparked without a reason. */
@CallsTo(LockSupport.class)
public final class LockSupportCalls {

  private LockSupportCalls() {}

  /** Stands in for {@link LockSupport#park()}. */
  public static void park(int site) {
    park(false, site);
  }

  /** Stands in for {@link LockSupport#park(Object)}. */
  public static void park(Object blocker, int site) {
    park(false, site);
  }

  /** Stands in for {@link LockSupport#parkNanos(long)}. */
  public static void parkNanos(long nanos, int site) {
    park(true, site);
  }

  /** Stands in for {@link LockSupport#parkNanos(Object, long)}. */
  public static void parkNanos(Object blocker, long nanos, int site) {
    park(true, site);
  }

  private static void park(boolean timed, int site) {
    Actor self = Steps.actor().orElseThrow(() -> new StuckOutside("permit to go on"));
    self.pending().be(Action.AWAIT, site).touch(self.permitPlace, true);
    if (Steps.current().findings().interrupts()) {
      self.pending().touch(self.interruptFlag, false);
    }
    self.pending().when(() -> self.permit || timed || self.interrupted);
    Steps.current().touches().await(self, self.permitPlace, site);
    self.permit = false;
    if (self.unparked.length > 0) {
      VectorClock.join(self.clock, self.unparked);
    }
  }

  /** Stands in for {@link LockSupport#unpark(Thread)}. */
  public static void unpark(Thread thread, int site) {
    Optional<Actor> self = Steps.actor();
    Optional<Actor> target =
        thread == null ? Optional.empty() : Steps.current().crew().of(thread);
    if (self.isPresent() && target.isPresent()) {
      Actor other = target.get();
      self.get().pending().be(Action.NOTIFY, site).touch(other.permitPlace, true);
      Steps.current().touches().await(self.get(), other.permitPlace, site);
      other.permit = true;
      other.unparked = self.get().clock.clone();
      self.get().tick();
    }
  }
}
