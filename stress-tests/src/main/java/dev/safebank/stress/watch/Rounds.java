package dev.safebank.stress.watch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When the watchdog looks: about once a millisecond while nothing happens, and in quick succession
 * while somebody may be blocked, or has just been: where one sample deadlocks, the next may too.
 */
final class Rounds {

  private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long TENSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final int STEPS_TO_CALM_DOWN = 20;

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
    Thread thread = new Thread(root, this::goOnForEver, "safebank-watchdog");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((watchdog, failure) -> halt(failure));
    thread.start();
  }

  /** Without its watchdog, a fork could hang for ever. */
  private static void halt(Throwable failure) {
    failure.printStackTrace();
    Runtime.getRuntime().halt(WATCHDOG_FAILED);
  }

  private void goOnForEver() {
    int tense = 0;
    while (true) {
      switch (patrol.step()) {
        case QUIET -> tense = Math.max(0, tense - 1);
        case ALERT, RULED -> tense = STEPS_TO_CALM_DOWN;
      }
      LockSupport.parkNanos(tense > 0 ? TENSE_NANOS : CALM_NANOS);
    }
  }
}
