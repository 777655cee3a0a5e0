package dev.safebank.benchmarks.original;

import dev.safebank.evidence.cost.Termination;
import dev.safebank.threads.StallProof;
import dev.safebank.threads.ThreadDump;
import dev.safebank.threads.ThreadRole;
import dev.safebank.threads.ThreadStatus;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Waits for threads to end, and detects that they cannot: by a cycle in a thread dump, or by the
 * proof of a stall. Only for threads that run without completing anything there is a time-out.
 */
final class TerminationMonitor {

  private static final long PAUSE_MILLIS = 5;

  private final List<Thread> threads;
  private final LongSupplier progress;
  private final Duration timeout;
  private final StallProof stall = new StallProof();

  /**
   * Monitors threads that have been started.
   *
   * @param threads only these can wake one of them
   * @param progress increases whenever one of them completes something
   * @param timeout how long threads may run without completing anything
   */
  TerminationMonitor(List<Thread> threads, LongSupplier progress, Duration timeout) {
    this.threads = List.copyOf(threads);
    this.progress = progress;
    this.timeout = timeout;
  }

  /** Returns when all threads have ended, or when they will not. */
  Termination await() throws InterruptedException {
    long completed = progress.getAsLong();
    long since = System.nanoTime();
    List<Thread> alive = alive();
    while (!alive.isEmpty()) {
      alive.get(0).join(PAUSE_MILLIS);
      if (completed != progress.getAsLong()) {
        completed = progress.getAsLong();
        since = System.nanoTime();
        stall.reset();
      }
      Optional<Termination> blocked = dump().flatMap(this::blocked);
      if (blocked.isPresent()) {
        return blocked.get();
      }
      alive = alive();
      if (!alive.isEmpty() && System.nanoTime() - since > timeout.toNanos()) {
        return Termination.SPINNING;
      }
    }
    return Termination.FINISHED;
  }

  private Optional<ThreadDump> dump() {
    return ThreadDump.take(this::alive, TerminationMonitor::classify);
  }

  private Optional<Termination> blocked(ThreadDump dump) {
    if (!dump.cycle().isEmpty()) {
      return Optional.of(Termination.DEADLOCKED);
    }
    return stall.completedBy(dump) ? Optional.of(Termination.STUCK) : Optional.empty();
  }

  private List<Thread> alive() {
    return threads.stream().filter(Thread::isAlive).toList();
  }

  private static Optional<ThreadRole> classify(Thread thread, ThreadInfo info) {
    ThreadStatus status = switch (info.getThreadState()) {
      case BLOCKED, WAITING -> ThreadStatus.BLOCKED;
      case TIMED_WAITING, NEW, RUNNABLE, TERMINATED -> ThreadStatus.ABLE;
    };
    return Optional.of(new ThreadRole(thread.getName(), status, true));
  }
}
