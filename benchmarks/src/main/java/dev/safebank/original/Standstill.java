package dev.safebank.original;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out that threads which all wait will wait for ever, although no circle shows.
 *
 * <p>They are nudged: a thread that is unparked must look again whether it may go on. If each has
 * looked again, and waits for the same at the same place, nobody has moved since the first look. So
 * nobody has released anything, and nobody is left who could. This does not ask how long it took: a
 * busy machine cannot deceive it.
 */
final class Standstill {

  private final ThreadMXBean jvm = ManagementFactory.getThreadMXBean();
  private final List<Thread> threads;
  private final LongSupplier progress;
  private Sight nudged = new Sight(0, Map.of());

  /**
   * Watches these threads.
   *
   * @param threads nobody but these wakes one of them
   * @param progress grows whenever one of them completes something
   */
  Standstill(List<Thread> threads, LongSupplier progress) {
    this.threads = threads;
    this.progress = progress;
  }

  /** Looks once, and nudges; to be called again and again until it is proved. */
  boolean proved() {
    Sight now = look();
    if (now.samePlaces(nudged)) {
      return now.allLookedAgainSince(nudged);
    }
    nudged = now;
    now.places().keySet().forEach(LockSupport::unpark);
    return false;
  }

  /** Where every thread that has not ended waits; no places at all if one of them does not. */
  private Sight look() {
    long completed = progress.getAsLong();
    List<Thread> alive = threads.stream().filter(Thread::isAlive).toList();
    long[] ids = alive.stream().mapToLong(Thread::getId).toArray();
    ThreadInfo[] infos = jvm.getThreadInfo(ids, Integer.MAX_VALUE);
    boolean allWait = Arrays.stream(infos)
        .allMatch(info -> info != null && info.getThreadState() == Thread.State.WAITING);
    return new Sight(
        completed,
        allWait
            ? IntStream.range(0, ids.length)
                .boxed()
                .collect(Collectors.toMap(alive::get, i -> Place.of(infos[i])))
            : Map.of());
  }

  private record Sight(long completed, Map<Thread, Place> places) {

    boolean samePlaces(Sight earlier) {
      return !places.isEmpty()
          && completed == earlier.completed
          && places.keySet().equals(earlier.places.keySet())
          && places.entrySet().stream()
              .allMatch(e -> e.getValue().isSame(earlier.places.get(e.getKey())));
    }

    boolean allLookedAgainSince(Sight earlier) {
      return places.entrySet().stream()
          .allMatch(e -> e.getValue().waits() > earlier.places.get(e.getKey()).waits());
    }
  }

  /** What a thread waits for, where, and how often it has begun to wait so far. */
  private record Place(String lock, List<StackTraceElement> stack, long waits) {

    static Place of(ThreadInfo info) {
      return new Place(
          String.valueOf(info.getLockInfo()), List.of(info.getStackTrace()), info.getWaitedCount());
    }

    boolean isSame(Place earlier) {
      return lock.equals(earlier.lock) && stack.equals(earlier.stack);
    }
  }
}
