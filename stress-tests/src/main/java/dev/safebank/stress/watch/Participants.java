package dev.safebank.stress.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which threads can have a part in the test: all of a thread group, the runner's, that were started
 * since the watch began, and those that run jcstress. The JVM's own threads, and others that were
 * there before the test's first line ran, cannot hold what an actor waits for.
 *
 * <p>The code is plain, and goes without streams, because it runs in every fork and at every look;
 * most forks need nothing else of the watchdog.
 */
final class Participants {

  /** Started by JNA, which jcstress binds threads to CPUs with, whenever that is first needed. */
  private static final String JNA = "com.sun.jna.";

  private final Thread runner;
  private final ThreadGroup group;
  private final Set<Long> before = new HashSet<>();
  private Thread[] room = new Thread[32];

  /**
   * Begins to tell new threads from those that were there.
   *
   * @param runner the thread that runs jcstress
   * @param group the threads that can have a part at all
   */
  Participants(Thread runner, ThreadGroup group) {
    this.runner = runner;
    this.group = group;
    for (Thread thread : present()) {
      before.add(thread.getId());
    }
  }

  /** All live threads that are worth a look. */
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
   * The threads that wait, for a moment or for ever, where an actor may be. (The runner waits for
   * its workers, which means nothing; but where there are no workers, it may be inside the
   * arbiter.)
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

  private boolean isNew(Thread thread) {
    return !before.contains(thread.getId());
  }

  /** Whether a thread takes part, now that its stack was seen. */
  boolean takesPart(Sighting sighting) {
    return isNew(sighting.thread()) || sighting.actor().isPresent() || sighting.runsJcstress();
  }
}
