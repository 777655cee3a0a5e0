package dev.safebank.threads;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The states and stacks of some threads at one moment: they were read while the JVM had stopped
 * them all.
 */
public final class ThreadDump {

  private final Map<Long, ThreadSnapshot> byId;

  ThreadDump(List<ThreadSnapshot> snapshots) {
    byId = snapshots.stream()
        .collect(Collectors.toUnmodifiableMap(ThreadSnapshot::id, Function.identity()));
  }

  /**
   * Stops all threads for a moment, and reads what each does.
   *
   * @param present the live threads to look at, at the moment of the call
   * @return empty if threads started or ended meanwhile
   */
  public static Optional<ThreadDump> take(
      Supplier<List<Thread>> present, ThreadClassifier classifier) {
    List<Thread> threads = present.get();
    long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
    ThreadMXBean jvm = ThreadBean.THREADS;
    long[] cpuBefore = jvm.getThreadCpuTime(ids);
    ThreadInfo[] infos = jvm.getThreadInfo(ids, Integer.MAX_VALUE);
    long[] cpuAfter = jvm.getThreadCpuTime(ids);
    long[] allocated = jvm.getThreadAllocatedBytes(ids);
    if (Stream.of(infos).anyMatch(Objects::isNull)
        || !new HashSet<>(threads).equals(new HashSet<>(present.get()))) {
      return Optional.empty();
    }
    List<ThreadSnapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      Optional<ThreadRole> role = classifier.classify(threads.get(i), infos[i]);
      if (role.isPresent()) {
        snapshots.add(new ThreadSnapshot(
            threads.get(i), infos[i], role.get(), allocated[i], cpuBefore[i], cpuAfter[i]));
      }
    }
    return Optional.of(new ThreadDump(snapshots));
  }

  /** Loaded with the first dump: most programs that are watched never block. */
  private static final class ThreadBean {
    private static final ThreadMXBean THREADS =
        ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  }

  Set<Long> ids() {
    return byId.keySet();
  }

  ThreadSnapshot of(long id) {
    return byId.get(id);
  }

  /** The threads of that status, in the order of their ids. */
  public List<ThreadSnapshot> with(ThreadStatus status) {
    return byId.values().stream()
        .filter(snapshot -> snapshot.status() == status)
        .sorted(Comparator.comparingLong(ThreadSnapshot::id))
        .toList();
  }

  /** The threads inside the code whose progress matters, in the order of their ids. */
  public List<ThreadSnapshot> actors() {
    return byId.values().stream()
        .filter(ThreadSnapshot::isActor)
        .sorted(Comparator.comparingLong(ThreadSnapshot::id))
        .toList();
  }

  /** The name of the thread that owns the lock waited for; empty if there is none known. */
  public Optional<String> ownerName(ThreadSnapshot waiting) {
    if (waiting.info().getLockOwnerId() < 0) {
      return Optional.empty();
    }
    ThreadSnapshot owner = byId.get(waiting.info().getLockOwnerId());
    return Optional.of(owner == null ? waiting.info().getLockOwnerName() : owner.name());
  }

  /**
   * A cycle of two or more threads, each waiting for a lock that the next one holds. All were seen
   * at the same moment, and none can release its lock before it gets the next: a deadlock. A thread
   * that waits for itself is no cycle.
   *
   * @return the threads in the cycle's order; empty if there is none
   */
  public List<ThreadSnapshot> cycle() {
    return byId.keySet().stream()
        .sorted()
        .map(this::cycleFrom)
        .filter(cycle -> cycle.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  /** The threads on the path from one thread back to itself, if there is such a path. */
  private List<ThreadSnapshot> cycleFrom(long start) {
    Set<ThreadSnapshot> path = new LinkedHashSet<>();
    ThreadSnapshot at = byId.get(start);
    while (at != null && at.waitsForAnOwner() && path.add(at)) {
      at = byId.get(at.info().getLockOwnerId());
    }
    boolean closed = at != null && at.id() == start && !path.isEmpty();
    return closed ? List.copyOf(path) : List.of();
  }
}
