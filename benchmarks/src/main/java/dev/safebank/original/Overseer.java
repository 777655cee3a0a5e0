package dev.safebank.original;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Waits for threads to end, and finds out when they cannot: a circle of waiting by asking the
 * virtual machine, any other {@link Standstill} by nudging. Only threads that run without
 * completing anything are given a time.
 */
final class Overseer {

  private static final long PAUSE_MILLIS = 5;

  private final ThreadMXBean jvm = ManagementFactory.getThreadMXBean();
  private final List<Thread> threads;
  private final LongSupplier progress;
  private final Duration patience;

  /**
   * Watches over threads that are started.
   *
   * @param threads nobody but these wakes one of them
   * @param progress grows whenever one of them completes something
   * @param patience how long threads may run without completing anything
   */
  Overseer(List<Thread> threads, LongSupplier progress, Duration patience) {
    this.threads = List.copyOf(threads);
    this.progress = progress;
    this.patience = patience;
  }

  /** Returns when all threads have ended, or when they will not. */
  Ending await() throws InterruptedException {
    Standstill standstill = new Standstill(threads, progress);
    long completed = progress.getAsLong();
    long since = System.nanoTime();
    Optional<Thread> alive = anyAlive();
    while (alive.isPresent()) {
      alive.get().join(PAUSE_MILLIS);
      if (circle()) {
        return Ending.DEADLOCKED;
      }
      if (standstill.proved()) {
        return Ending.STUCK;
      }
      if (completed != progress.getAsLong()) {
        completed = progress.getAsLong();
        since = System.nanoTime();
      } else if (anyAlive().isPresent() && System.nanoTime() - since > patience.toNanos()) {
        return Ending.SPINNING;
      }
      alive = anyAlive();
    }
    return Ending.FINISHED;
  }

  private Optional<Thread> anyAlive() {
    return threads.stream().filter(Thread::isAlive).findFirst();
  }

  /** Whether one of the threads is in a circle of waiting; those of others do not count. */
  private boolean circle() {
    long[] waiting = jvm.findDeadlockedThreads();
    return waiting != null
        && threads.stream()
            .anyMatch(thread -> Arrays.stream(waiting).anyMatch(id -> id == thread.getId()));
  }
}
