package dev.safebank.stress.run.fork;

import java.time.Duration;
import java.util.Optional;

/**
 * The age of a fork, measured as the time in which it could run rather than by the clock alone.
 * Time in which it was stopped, or one of its threads waited for a CPU, does not make it older;
 * neither does time in which it was not observed, since then this process may have been stopped as
 * well.
 */
final class ForkAge {

  /** The factor by which a fork that is held up may exceed the limit. */
  private static final int MOST_TIMES_THE_LIMIT = 3;

  /** The longest plausible time between two observations, which are a second apart. */
  private static final long LONGEST_GAP_NANOS = Duration.ofSeconds(3).toNanos();

  private final long born;
  private final long limit;
  private long lastLook;
  private long age;
  private Optional<SchedulingFacts> last;
  private boolean observable = true;

  /** A fork that is first seen now. */
  ForkAge(long now, Duration limit, Optional<SchedulingFacts> facts) {
    this.born = now;
    this.lastLook = now;
    this.limit = limit.toNanos();
    this.last = facts;
  }

  /** Observes the fork; empty while it may continue. */
  Optional<Overrun> look(long now, Optional<SchedulingFacts> facts) {
    long gap = Math.min(now - lastLook, LONGEST_GAP_NANOS);
    lastLook = now;
    if (facts.isPresent() && last.isPresent()) {
      age +=
          facts.get().stopped() ? 0 : Math.max(0, gap - facts.get().longestWaitSince(last.get()));
    } else {
      observable = false;
    }
    last = facts;
    if (observable && age >= limit) {
      return Optional.of(Overrun.HUNG);
    }
    if (!observable && now - born >= limit) {
      return Optional.of(Overrun.UNKNOWN);
    }
    return now - born >= MOST_TIMES_THE_LIMIT * limit
        ? Optional.of(Overrun.HELD_UP)
        : Optional.empty();
  }
}
