package dev.safebank.stress.run.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Kills the children of this process that overrun their time, and says why: the bound from outside
 * for a fork that not even its own watchdog can end. A child's {@linkplain ForkAge age} is counted
 * from when this reaper first saw it, on the monotonic clock: the wall clock may step at any time.
 */
public final class ForkReaper implements AutoCloseable {

  private final Supplier<Stream<ProcessHandle>> children;
  private final LongFunction<Optional<SchedulingFacts>> facts;
  private final LongSupplier nanoTime;
  private final Duration limit;
  private final Map<ProcessHandle, ForkAge> ages = new HashMap<>();
  private final Map<List<String>, Overrun> killed = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stress-fork-reaper");
        thread.setDaemon(true);
        return thread;
      });

  ForkReaper(
      Duration limit,
      Supplier<Stream<ProcessHandle>> children,
      LongFunction<Optional<SchedulingFacts>> facts,
      LongSupplier nanoTime) {
    this.limit = limit;
    this.children = children;
    this.facts = facts;
    this.nanoTime = nanoTime;
  }

  /** Enforces the limit until it is closed. */
  public static ForkReaper enforce(Duration limit) {
    ForkReaper reaper = new ForkReaper(
        limit, () -> ProcessHandle.current().children(), SchedulingFacts::of, System::nanoTime);
    // A future that is not looked at: it ends with the clock, and killing throws nothing.
    var unused = reaper.clock.scheduleWithFixedDelay(reaper::look, 0, 1, TimeUnit.SECONDS);
    return reaper;
  }

  /** Observes all children once, and kills those that are too old. */
  synchronized void look() {
    long now = nanoTime.getAsLong();
    ages.keySet().removeIf(child -> !child.isAlive());
    for (ProcessHandle child : children.get().toList()) {
      Optional<SchedulingFacts> scheduling = facts.apply(child.pid());
      ages.computeIfAbsent(child, first -> new ForkAge(now, limit, scheduling))
          .look(now, scheduling)
          .ifPresent(overrun -> kill(child, overrun));
    }
  }

  private void kill(ProcessHandle child, Overrun overrun) {
    killed.put(commandLine(child), overrun);
    child.destroyForcibly();
  }

  /**
   * Whether the fork with these files was killed by this reaper, and why.
   *
   * @param wall how long it took: where the system tells no command lines, this must do
   */
  Optional<Overrun> overrun(ForkFiles files, Duration wall) {
    boolean untold = commandLine(ProcessHandle.current()).isEmpty();
    return killed.entrySet().stream()
        .filter(child -> files.belongTo(child.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() ->
            untold && wall.compareTo(limit) >= 0 ? Optional.of(Overrun.UNKNOWN) : Optional.empty());
  }

  /** All arguments; {@link ProcessHandle.Info} knows only as many as fit into a page. */
  private static List<String> commandLine(ProcessHandle process) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return List.of(new String(line, StandardCharsets.UTF_8).split("\0", -1));
    } catch (IOException endedOrNotLinux) {
      return List.of();
    }
  }

  /** Kills every child of this process. */
  public static void killAllChildren() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
  }

  /** Stops the enforcement: no child is killed any more. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
