package dev.safebank.stress.watch;

import dev.safebank.threads.ThreadDump;
import dev.safebank.threads.ThreadSnapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Detects calls that do not end although they run: a livelock, or an endless loop.
 *
 * <p>That no call ends shows in that no new sample begins, since jcstress makes new samples only
 * when all calls on the old ones are over. A call is endless when its actor was seen inside it,
 * able to run, in every thread dump since, and has used far more CPU time than all calls between
 * two such moments ever took. It is its own CPU time that counts, and not the clock: an actor that
 * is given no CPU is never said to run on.
 */
final class EndlessCallDetector {

  /** CPU time below which no call is endless. */
  private static final long LEAST_CPU_NANOS = Duration.ofSeconds(2).toNanos();

  /** How much longer than the longest time between two samples an endless call lasts. */
  private static final int TIMES_THE_LONGEST = 10;

  /** Time without a new sample after which thread dumps are worth their price. */
  private static final long SUSPICIOUS_NANOS = Duration.ofMillis(500).toNanos();

  private static final long BETWEEN_DUMPS_NANOS = Duration.ofMillis(100).toNanos();

  /** Time without a new sample after which calls are noteworthy, whether they run or not. */
  private static final long NOTEWORTHY_NANOS = Duration.ofSeconds(8).toNanos();

  private final BooleanSupplier sampleBegan;
  private final LongSupplier nanoTime;
  private final Supplier<Optional<ThreadDump>> dumps;
  private final Map<Long, ThreadSnapshot> running = new HashMap<>();
  private Optional<ThreadDump> latest = Optional.empty();
  private boolean sampling;
  private long begunAt;
  private long longest;
  private long nextDumpAt;

  /**
   * A detector for one test.
   *
   * @param sampleBegan whether a sample has begun since it was last asked
   */
  EndlessCallDetector(
      BooleanSupplier sampleBegan, LongSupplier nanoTime, Supplier<Optional<ThreadDump>> dumps) {
    this.sampleBegan = sampleBegan;
    this.nanoTime = nanoTime;
    this.dumps = dumps;
    this.begunAt = nanoTime.getAsLong();
  }

  /** The state of the actors' calls. */
  enum Calls {
    /** They end, as far as is known. */
    END,
    /** None has ended for so long that the actors' stacks are worth keeping. */
    LINGER,
    /** One is endless. */
    RUN_ON
  }

  /** Looks once; cheap while samples begin. */
  Calls look() {
    long now = nanoTime.getAsLong();
    if (sampleBegan.getAsBoolean()) {
      longest = sampling ? Math.max(longest, now - begunAt) : 0;
      sampling = true;
      begunAt = now;
      running.clear();
      latest = Optional.empty();
      nextDumpAt = now + SUSPICIOUS_NANOS;
      return Calls.END;
    }
    if (!sampling || now - nextDumpAt < 0) {
      return Calls.END;
    }
    nextDumpAt = now + BETWEEN_DUMPS_NANOS;
    Optional<ThreadDump> dump = dumps.get();
    dump.ifPresent(this::follow);
    if (dump.isPresent() && running.values().stream().anyMatch(this::ranTooLong)) {
      return Calls.RUN_ON;
    }
    boolean linger =
        now - begunAt >= NOTEWORTHY_NANOS && latest.filter(this::inside).isPresent();
    return linger ? Calls.LINGER : Calls.END;
  }

  /** The dump on which the last answer rests, if it was not that calls end. */
  ThreadDump evidence() {
    return latest.orElseThrow();
  }

  private void follow(ThreadDump dump) {
    latest = Optional.of(dump);
    Map<Long, ThreadSnapshot> before = Map.copyOf(running);
    running.clear();
    dump.actors().stream()
        .filter(actor -> actor.info().getThreadState() == Thread.State.RUNNABLE)
        .forEach(actor -> running.put(actor.id(), before.getOrDefault(actor.id(), actor)));
  }

  private boolean ranTooLong(ThreadSnapshot first) {
    long enough = Math.max(LEAST_CPU_NANOS, TIMES_THE_LONGEST * longest);
    return latest.stream()
        .flatMap(dump -> dump.actors().stream())
        .filter(actor -> actor.id() == first.id())
        .anyMatch(actor -> actor.ranSince(first) >= enough);
  }

  private boolean inside(ThreadDump dump) {
    return !dump.actors().isEmpty();
  }
}
