package dev.safebank.stress.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The watchdog's round: looks for threads that wait in a circle, and frees one of them. */
final class Patrol implements Runnable {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Actors actors;
  private final Rulings rulings;

  Patrol(Actors actors, Rulings rulings) {
    this.actors = actors;
    this.rulings = rulings;
  }

  @Override
  public void run() {
    while (true) {
      inspect();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void inspect() {
    long[] cycle = threads.findDeadlockedThreads();
    if (cycle == null) {
      return;
    }
    ThreadInfo[] infos = threads.getThreadInfo(cycle, Integer.MAX_VALUE);
    boolean answered =
        Arrays.stream(infos).allMatch(info -> info != null && !rulings.unanswered(thread(info)));
    if (answered) {
      Arrays.stream(infos)
          .filter(info -> actors.on(info.getStackTrace()).isPresent())
          .findFirst()
          .ifPresent(info -> rulings.announce(thread(info), Ruling.DEADLOCK));
    }
  }

  private static Thread thread(ThreadInfo info) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getId() == info.getThreadId())
        .findFirst()
        .orElseThrow();
  }
}
