package dev.safebank.stress.watch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When the watchdog looks: in quick succession while somebody may be blocked, and then less and
 * less often, down to once in four milliseconds while nothing happens. (Where one sample deadlocks,
 * the next may too; and where none does, the actors need the CPUs.)
 */
final class Rounds implements Runnable {

  private static final long ALERT_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long NOTICED_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** The exit code of a JVM whose watchdog failed. */
  private static final int WATCHDOG_FAILED = 87;

  private final Patrol patrol;

  Rounds(Patrol patrol) {
    this.patrol = patrol;
  }

  /** Starts the watchdog's thread: a daemon, and not in the group of threads that it looks at. */
  void begin() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread thread = new Thread(root, this, "safebank-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  /** Goes on as long as the JVM lives; a JVM without its watchdog could hang for ever. */
  @Override
  public void run() {
    try {
      long pause = ALERT_NANOS;
      while (true) {
        pause = pauseAfter(patrol.step(), pause);
        LockSupport.parkNanos(pause);
      }
    } catch (RuntimeException | Error failure) {
      failure.printStackTrace();
      Runtime.getRuntime().halt(WATCHDOG_FAILED);
    }
  }

  private static long pauseAfter(Patrol.Step step, long lastPause) {
    return switch (step) {
      case QUIET -> Math.min(2 * lastPause, LONGEST_NANOS);
      case NOTICED -> Math.min(2 * lastPause, NOTICED_NANOS);
      case ALERT, RULED -> ALERT_NANOS;
    };
  }
}
