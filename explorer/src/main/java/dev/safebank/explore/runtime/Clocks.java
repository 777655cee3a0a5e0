package dev.safebank.explore.runtime;

import dev.safebank.explore.memory.Location;
import dev.safebank.explore.memory.ObjectState;
import dev.safebank.explore.operation.Action;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The clocks of one execution. Between two readings any time may pass: each reading but the first
 * is a choice between none and more than any deadline, as often as {@link #PASSAGES} says. A
 * program can tell other lengths of time apart, too, so an exploration that meets a reading is
 * incomplete.
 *
 * <p>A loop that only waits for its deadline or for other threads would never end as long as no
 * time passes. When no other thread is enabled, time must pass: {@link #mustPass}.
 */
public final class Clocks {

  /** How often time passes by choice. */
  private static final int PASSAGES = 3;

  private static final long LONG_TIME = TimeUnit.DAYS.toNanos(1000);
  private static final long START_MILLIS = 1_000_000_000_000L;

  private final Execution execution;
  private final Location location = Location.alwaysShared(new ObjectState(Clocks.class), "clock");
  private boolean wasRead;
  private boolean mustPass;
  private int chosen;
  private long passages;

  Clocks(Execution execution) {
    this.execution = execution;
  }

  /** What changes when time passes. */
  Location location() {
    return location;
  }

  /** Time passes before the next reading. */
  void mustPass() {
    mustPass = true;
  }

  /** As {@link System#nanoTime}. */
  public long nanos(Optional<ThreadContext> thread, int site) {
    read(thread, site);
    return passages * LONG_TIME;
  }

  /** As {@link System#currentTimeMillis}. */
  public long millis(Optional<ThreadContext> thread, int site) {
    read(thread, site);
    return START_MILLIS + TimeUnit.NANOSECONDS.toMillis(passages * LONG_TIME);
  }

  private void read(Optional<ThreadContext> thread, int site) {
    execution
        .findings()
        .bound("between readings of the clock, as at %s, either no time passes or more than any"
                .formatted(execution.site(site).where())
            + " deadline, %d times at most".formatted(PASSAGES));
    thread.ifPresent(self -> {
      self.pending().begin(Action.UPDATE, site).access(location, true);
      execution.step(self);
    });
    boolean passes = mustPass || (wasRead && chosen < PASSAGES && isChosen());
    passages += passes ? 1 : 0;
    mustPass = false;
    wasRead = true;
    thread.ifPresent(self -> self.executing().changed(passes));
  }

  private boolean isChosen() {
    boolean passes = execution.scheduler().choice(execution, 2) == 1;
    chosen += passes ? 1 : 0;
    return passes;
  }
}
