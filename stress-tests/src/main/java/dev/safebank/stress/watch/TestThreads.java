package dev.safebank.stress.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The threads that can take part in the test: those of the runner's thread group that were started
 * since the watch began, and those that run jcstress. The JVM's own threads, and others that were
 * there before the test's first line ran, cannot hold what an actor waits for.
 *
 * <p>The code uses no streams, because it runs in every fork and in every check; most forks need
 * nothing else of the watchdog.
 */
final class TestThreads {

  /** Threads of JNA, by which jcstress binds threads to CPUs, may start at any time. */
  private static final String JNA = "com.sun.jna.";

  private final Thread runner;
  private final ThreadGroup group;
  private final Set<Long> before = new HashSet<>();
  private Thread[] room = new Thread[32];

  /**
   * Remembers which threads are there now, and so are not of the test.
   *
   * @param runner the thread that runs jcstress
   * @param group the group of all threads that can take part
   */
  TestThreads(Thread runner, ThreadGroup group) {
    this.runner = runner;
    this.group = group;
    for (Thread thread : present()) {
      before.add(thread.getId());
    }
  }

  /** All live threads that may take part. */
  List<Thread> present() {
    int count = group.enumerate(room);
    while (count == room.length) {
      room = new Thread[2 * room.length];
      count = group.enumerate(room);
    }
    List<Thread> present = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (!room[i].getClass().getName().startsWith(JNA)) {
        present.add(room[i]);
      }
    }
    return present;
  }

  /**
   * The waiting threads that may be inside an actor. (The runner waits for its workers, which means
   * nothing; but while there are no workers, it may be inside the arbiter.)
   */
  List<Thread> waiting() {
    List<Thread> waiting = new ArrayList<>();
    boolean workers = false;
    for (Thread thread : present()) {
      if (isNew(thread)) {
        workers = true;
        if (waits(thread)) {
          waiting.add(thread);
        }
      }
    }
    if (!workers && waits(runner)) {
      waiting.add(runner);
    }
    return waiting;
  }

  /** Whether the thread waits just now, without a time limit. */
  static boolean waits(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
  }

  /** Whether the thread was started since the watch began. */
  boolean isNew(Thread thread) {
    return !before.contains(thread.getId());
  }
}
