package dev.safebank.stress.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which threads can have a part in the test: all of a thread group, the runner's, that were started
 * since the watch began, and those that run jcstress. The JVM's own threads, and others that were
 * there before the test's first line ran, cannot hold what an actor waits for.
 */
final class Participants {

  /** Started by JNA, which jcstress binds threads to CPUs with, whenever that is first needed. */
  private static final String JNA = "com.sun.jna.";

  private static final int SPARE_ROOM = 16;

  private final Thread runner;
  private final ThreadGroup group;
  private final Set<Long> before;

  /**
   * Begins to tell new threads from those that were there.
   *
   * @param runner the thread that runs jcstress
   * @param group the threads that can have a part at all
   */
  Participants(Thread runner, ThreadGroup group) {
    this.runner = runner;
    this.group = group;
    before = present().stream().map(Thread::getId).collect(Collectors.toUnmodifiableSet());
  }

  /** All live threads that are worth a look. */
  List<Thread> present() {
    Thread[] threads = new Thread[group.activeCount() + SPARE_ROOM];
    int count = group.enumerate(threads);
    while (count == threads.length) {
      threads = new Thread[2 * threads.length];
      count = group.enumerate(threads);
    }
    return Arrays.stream(threads, 0, count)
        .filter(thread -> !thread.getClass().getName().startsWith(JNA))
        .toList();
  }

  /**
   * The threads that wait, for a moment or for ever, where an actor may be. (The runner waits for
   * its workers, which means nothing; but where there are no workers, it may be inside the
   * arbiter.)
   */
  List<Thread> waiting() {
    List<Thread> workers = present().stream().filter(this::isNew).toList();
    return (workers.isEmpty() ? List.of(runner) : workers)
        .stream().filter(Participants::waits).toList();
  }

  private static boolean waits(Thread thread) {
    return switch (thread.getState()) {
      case BLOCKED, WAITING -> true;
      case NEW, RUNNABLE, TIMED_WAITING, TERMINATED -> false;
    };
  }

  private boolean isNew(Thread thread) {
    return !before.contains(thread.getId());
  }

  /** Whether a thread takes part, now that its stack was seen. */
  boolean takesPart(Sighting sighting) {
    return isNew(sighting.thread()) || sighting.actor().isPresent() || sighting.runsJcstress();
  }
}
