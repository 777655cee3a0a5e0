package dev.safebank.stress.run.fork;

import java.time.Duration;
import java.util.Optional;

/**
 * How old a fork is: not by the clock alone, which counts what others did to it, but by the time in
 * which it could run. Time in which it was stopped, or one of its threads waited for a CPU, does
 * not make it older; neither does time in which nobody looked, since then this process may have
 * been stopped as well.
 */
final class ForkAge {

  /** How many times the limit a fork that is held up may take. */
  private static final int PATIENCE = 3;

  /** The longest time between two looks that is believed; looks are a second apart. */
  private static final long LONGEST_GAP_NANOS = Duration.ofSeconds(3).toNanos();

  private final long born;
  private final long limit;
  private long lastLook;
  private long age;
  private Optional<SchedulingFacts> last;
  private boolean told = true;

  /** A fork that is first seen now. */
  ForkAge(long now, Duration limit, Optional<SchedulingFacts> facts) {
    this.born = now;
    this.lastLook = now;
    this.limit = limit.toNanos();
    this.last = facts;
  }

  /** Looks at the fork; empty while it may live on. */
  Optional<Overrun> look(long now, Optional<SchedulingFacts> facts) {
    long gap = Math.min(now - lastLook, LONGEST_GAP_NANOS);
    lastLook = now;
    if (facts.isPresent() && last.isPresent()) {
      age +=
          facts.get().stopped() ? 0 : Math.max(0, gap - facts.get().longestWaitSince(last.get()));
    } else {
      told = false;
    }
    last = facts;
    if (told && age >= limit) {
      return Optional.of(Overrun.HUNG);
    }
    if (!told && now - born >= limit) {
      return Optional.of(Overrun.UNKNOWN);
    }
    return now - born >= PATIENCE * limit ? Optional.of(Overrun.HELD_UP) : Optional.empty();
  }
}
