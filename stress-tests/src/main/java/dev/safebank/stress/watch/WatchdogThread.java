package dev.safebank.stress.watch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that repeats the watchdog's check: in quick succession while a thread may be blocked,
 * and then less and less often, down to once in four milliseconds while none waits. (Where one
 * sample deadlocks, the next may too; and where none does, the actors need the CPUs.)
 */
final class WatchdogThread implements Runnable {

  private static final long SUSPICIOUS_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long SOME_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** The exit code of a JVM whose watchdog failed. */
  private static final int WATCHDOG_FAILED = 87;

  private final WatchdogCheck watchdog;

  WatchdogThread(WatchdogCheck watchdog) {
    this.watchdog = watchdog;
  }

  /** Starts the thread: a daemon, and not in the group of threads that it watches. */
  void begin() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread thread = new Thread(root, this, "safebank-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs as long as the JVM lives. Halts the JVM if it fails: without it the JVM could hang. */
  @Override
  public void run() {
    try {
      long pause = SUSPICIOUS_NANOS;
      while (true) {
        pause = pauseAfter(watchdog.check(), pause);
        LockSupport.parkNanos(pause);
      }
    } catch (RuntimeException | Error failure) {
      failure.printStackTrace();
      Runtime.getRuntime().halt(WATCHDOG_FAILED);
    }
  }

  private static long pauseAfter(WatchdogCheck.WatchdogFinding finding, long lastPause) {
    return switch (finding) {
      case NONE_WAITS -> Math.min(2 * lastPause, LONGEST_NANOS);
      case SOME_WAIT -> Math.min(2 * lastPause, SOME_WAIT_NANOS);
      case SUSPICIOUS, INTERRUPTED -> SUSPICIOUS_NANOS;
    };
  }
}
