package dev.safebank.stress.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills the children of this process that grow too old: the bound from outside for a fork that not
 * even its own watchdog can end.
 */
final class AgeLimit {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stress-age-limit");
        thread.setDaemon(true);
        return thread;
      });

  private AgeLimit() {}

  /** Enforces the limit until it is lifted. */
  static AgeLimit enforce(Duration limit) {
    AgeLimit enforced = new AgeLimit();
    // A future that is not looked at: it ends with the clock, and killing throws nothing.
    var unused = enforced.clock.scheduleWithFixedDelay(
        () -> killChildrenOlderThan(limit), 1, 1, TimeUnit.SECONDS);
    return enforced;
  }

  /** Kills every child of this process that is at least so old. */
  static void killChildrenOlderThan(Duration age) {
    Instant latest = Instant.now().minus(age);
    ProcessHandle.current()
        .children()
        .filter(child ->
            child.info().startInstant().filter(start -> !start.isAfter(latest)).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** From now on no child is killed. */
  void lift() {
    clock.shutdownNow();
  }
}
