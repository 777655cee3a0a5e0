package dev.safebank.stress.run.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scheduling state of a process, from Linux's {@code /proc}: whether a signal has stopped it,
 * and how long each of its threads has waited for a CPU.
 *
 * @param stopped whether it is stopped, by a signal or a debugger
 * @param waitedNanos by thread, in its life
 */
record SchedulingFacts(boolean stopped, Map<String, Long> waitedNanos) {

  private static final Path PROCESSES = Path.of("/proc");

  SchedulingFacts {
    waitedNanos = Map.copyOf(waitedNanos);
  }

  /**
   * Reads the state of a process; empty if the system does not provide it, or the process has
   * ended.
   */
  static Optional<SchedulingFacts> of(long pid) {
    Path threads = PROCESSES.resolve(pid + "/task");
    Map<String, Long> waited = new HashMap<>();
    boolean stopped = false;
    try (Stream<Path> all = Files.list(threads)) {
      for (Path thread : all.toList()) {
        waited.put(thread.getFileName().toString(), waitedBy(thread));
        stopped |= isStopped(thread);
      }
    } catch (IOException | RuntimeException endedOrNotLinux) {
      return Optional.empty();
    }
    return Optional.of(new SchedulingFacts(stopped, waited));
  }

  /** The longest that any thread has waited for a CPU since an earlier look. */
  long longestWaitSince(SchedulingFacts earlier) {
    return waitedNanos.entrySet().stream()
        .mapToLong(
            thread -> thread.getValue() - earlier.waitedNanos.getOrDefault(thread.getKey(), 0L))
        .max()
        .orElse(0);
  }

  /** The second number of {@code schedstat}: nanoseconds spent waiting on a run queue. */
  private static long waitedBy(Path thread) throws IOException {
    return Long.parseLong(Files.readString(thread.resolve("schedstat")).split("\\s+", -1)[1]);
  }

  /** The field after the name, which is in parentheses: {@code T} or {@code t} if stopped. */
  private static boolean isStopped(Path thread) throws IOException {
    String stat = Files.readString(thread.resolve("stat"));
    return Character.toUpperCase(stat.charAt(stat.lastIndexOf(')') + 2)) == 'T';
  }
}
