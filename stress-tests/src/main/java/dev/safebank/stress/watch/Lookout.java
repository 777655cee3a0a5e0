package dev.safebank.stress.watch;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at the threads of the test: in passing, or closely. */
final class Lookout {

  private final Actors actors;
  private final Participants participants;
  private Optional<ThreadMXBean> loaded = Optional.empty();

  Lookout(Actors actors, Participants participants) {
    this.actors = actors;
    this.participants = participants;
  }

  /**
   * The threads that wait just now, and how often each of them has waited in its life. Costs next
   * to nothing when none does, and stops nobody.
   */
  Map<Thread, Long> glance() {
    List<Thread> waiting = participants.waiting();
    if (waiting.isEmpty()) {
      return Map.of();
    }
    ThreadInfo[] infos = bean().getThreadInfo(ids(waiting));
    return IntStream.range(0, infos.length)
        .filter(i -> infos[i] != null)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(waiting::get, i -> waits(infos[i])));
  }

  /** How often the thread has waited in its life; empty if that is over. */
  Optional<Long> waits(Thread thread) {
    return Optional.ofNullable(bean().getThreadInfo(thread.getId())).map(Lookout::waits);
  }

  private static long waits(ThreadInfo info) {
    return info.getBlockedCount() + info.getWaitedCount();
  }

  /**
   * Stops all threads for a moment, and sees what each of the test's is about. Empty if threads
   * came or went meanwhile.
   */
  Optional<Snapshot> snapshot() {
    List<Thread> present = participants.present();
    long[] ids = ids(present);
    long[] cpuBefore = bean().getThreadCpuTime(ids);
    ThreadInfo[] infos = bean().getThreadInfo(ids, Integer.MAX_VALUE);
    long[] cpuAfter = bean().getThreadCpuTime(ids);
    long[] allocated = bean().getThreadAllocatedBytes(ids);
    if (Stream.of(infos).anyMatch(Objects::isNull)
        || !new HashSet<>(present).equals(new HashSet<>(participants.present()))) {
      return Optional.empty();
    }
    return Optional.of(new Snapshot(IntStream.range(0, ids.length)
        .mapToObj(i -> new Sighting(
            present.get(i),
            infos[i],
            actors.on(infos[i].getStackTrace()),
            allocated[i],
            cpuBefore[i],
            cpuAfter[i]))
        .filter(participants::takesPart)
        .toList()));
  }

  /** Loaded when first needed: most forks never block. */
  private ThreadMXBean bean() {
    if (loaded.isEmpty()) {
      loaded = Optional.of(ManagementFactory.getPlatformMXBean(ThreadMXBean.class));
    }
    return loaded.get();
  }

  private static long[] ids(List<Thread> threads) {
    return threads.stream().mapToLong(Thread::getId).toArray();
  }
}
