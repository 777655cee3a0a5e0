package dev.safebank.stress.run.plan;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.cell.StressCell;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the next fork: its cell, its JVM configuration and its sampling time. In this order:
 *
 * <ol>
 *   <li>forks that were killed or held up from outside, once more;
 *   <li>every cell once, scenarios that can break the most promises first;
 *   <li>coverage: enough samples of every cell in two configurations, while one fork in three goes
 *       to
 *   <li>breaks that are admitted and not yet witnessed, each time on another configuration and for
 *       longer, while one fork in three goes to
 *   <li>claims: the rest of the time, in equal shares.
 * </ol>
 *
 * <p>Deterministic: it uses neither the clock nor random numbers. Not safe for use by several
 * threads.
 */
public final class Planner {

  /** The time of a fork besides its sampling, until it is known from forks that ended. */
  static final int FIRST_OVERHEAD_MILLIS = 250;

  private static final int SHORTEST_MILLIS = 100;

  /** Number of repeats after which a fork that is killed each time is not repeated again. */
  private static final int MOST_REPEATS = 10;

  private final Map<StressCell, CellProgress> cells = new LinkedHashMap<>();
  private final ExpectedFailures breaks;
  private final Deque<PlannedFork> retries = new ArrayDeque<>();
  private final int lanes;
  private long forks;
  private long completed;
  private long samples;
  private long overheadMillis;
  private int turn;

  /**
   * Plans for some cells.
   *
   * @param configurations those that this machine's JVM accepts
   * @param lanes how many forks run at a time
   */
  public Planner(List<StressCell> cells, List<VmConfiguration> configurations, int lanes) {
    List<StressCell> byPromises = new ArrayList<>(cells);
    byPromises.sort(
        Comparator.comparingInt((StressCell cell) -> cell.scenario().canBreak().size())
            .reversed());
    byPromises.forEach(cell -> this.cells.put(cell, new CellProgress(cell, configurations)));
    this.breaks = new ExpectedFailures(cells);
    this.lanes = lanes;
  }

  /** Estimated time of coverage, before any fork has run. */
  public Duration coverageEstimate() {
    long forks = (long) cells.size() * CellProgress.COVERAGE_CONFIGURATIONS;
    return Duration.ofMillis(forks * (FIRST_OVERHEAD_MILLIS + SHORTEST_MILLIS) / lanes);
  }

  /**
   * The fork to run next, which counts as launched.
   *
   * @param left how much of the budget is left; negative when it is overspent
   * @param overrun how much longer it may take, for all but claims
   * @return empty if no fork fits into the time, until another fork ends
   */
  public Optional<PlannedFork> next(Duration left, Duration overrun) {
    Optional<PlannedFork> next = Optional.ofNullable(retries.peek())
        .or(() -> turn % 3 == 1 && everyCellHadATurn() ? forBreaks() : Optional.empty())
        .or(this::forCoverage)
        .or(() -> turn % 3 == 2 ? forClaims(left) : Optional.empty())
        .or(this::forBreaks)
        .or(() -> forClaims(left))
        .filter(fork -> fits(fork, left.plus(overrun)));
    next.ifPresent(this::launch);
    return next;
  }

  /** Takes the result of a fork into account. */
  public void ended(PlannedFork fork, ForkRecord record) {
    forks++;
    samples += record.samples();
    if (record.status() == ForkStatus.COMPLETED) {
      completed++;
      overheadMillis += Math.max(0, record.millis() - fork.samplingMillis());
    }
    cells.get(fork.cell()).ended(fork, record);
    breaks.ended(fork.cell(), record);
    int repeats = repeatsAfter(record.status());
    if (fork.repeats() < repeats) {
      retries.add(fork.again());
    } else if (repeats == 0) {
      retries.removeIf(planned ->
          planned.cell().equals(fork.cell()) && planned.configuration() == fork.configuration());
    }
  }

  /** How often a fork is repeated that ended so: if it says nothing of its cell. */
  private static int repeatsAfter(ForkStatus status) {
    return switch (status) {
      case KILLED -> MOST_REPEATS;
      case TIMED_OUT -> 1;
      case COMPLETED, HALTED, HUNG, CRASHED, FAILED -> 0;
    };
  }

  /** Learns what a fork of an earlier run saw, as if it had been planned here. */
  public void recall(ForkRecord record) {
    cells.keySet().stream()
        .filter(cell -> cell.test().equals(record.test()))
        .findFirst()
        .ifPresent(cell -> VmConfiguration.named(record.configuration())
            .ifPresent(configuration -> {
              int millis = (int) Math.min(record.millis(), CellProgress.LONGEST_MILLIS);
              PlannedFork fork = PlannedFork.first(cell, configuration, millis);
              launch(fork);
              ended(fork, record);
            }));
  }

  /** The progress so far. */
  public RunProgress tally() {
    long covered = cells.values().stream().filter(CellProgress::covered).count();
    return new RunProgress(
        forks, samples, cells.size(), covered, breaks.expected(), breaks.witnessed());
  }

  /** The admitted breaks that no fork has shown yet. */
  public List<ExpectedFailures.Break> unwitnessed() {
    return breaks.unwitnessed();
  }

  /** The cells that were run, but with fewer samples than coverage needs. */
  public List<StressCell> thin() {
    return cells.values().stream()
        .filter(progress -> progress.launches() > 0 && !progress.covered())
        .map(CellProgress::cell)
        .toList();
  }

  /**
   * The cells with a failed fork, and how it failed, e.g. {@code GlobalLockBank in Overdraw
   * (HUNG)}.
   */
  public List<String> failed() {
    return cells.values().stream()
        .flatMap(
            progress -> progress.failure().map(how -> progress.cell() + " (" + how + ")").stream())
        .toList();
  }

  /** The time that forks took which failed. */
  public Duration lost() {
    return Duration.ofMillis(
        cells.values().stream().mapToLong(CellProgress::lostMillis).sum() / lanes);
  }

  /** Estimated time of the coverage that is missing. */
  public Duration missing() {
    long forks =
        (long) untried().size() * CellProgress.COVERAGE_CONFIGURATIONS + thin().size();
    return Duration.ofMillis(forks * (overhead() + SHORTEST_MILLIS) / lanes);
  }

  /** The cells that were not run. */
  public List<StressCell> untried() {
    return cells.values().stream()
        .filter(progress -> progress.launches() == 0)
        .map(CellProgress::cell)
        .toList();
  }

  private boolean everyCellHadATurn() {
    return cells.values().stream().allMatch(progress -> progress.launches() > 0);
  }

  private Optional<PlannedFork> forCoverage() {
    return cells.values().stream()
        .filter(CellProgress::wantsCoverage)
        .min(Comparator.comparingInt(CellProgress::launches))
        .map(progress -> progress.plan(0));
  }

  private Optional<PlannedFork> forBreaks() {
    return cells.values().stream()
        .filter(progress -> breaks.soughtIn(progress.cell()) && !progress.abandoned())
        .min(Comparator.comparingInt(CellProgress::launches))
        .map(progress -> progress.plan(SHORTEST_MILLIS * (progress.launches() - 1)));
  }

  private Optional<PlannedFork> forClaims(Duration left) {
    List<CellProgress> claimed = cells.values().stream()
        .filter(progress -> !progress.cell().claims().isEmpty() && !progress.abandoned())
        .toList();
    long share = left.toMillis() * lanes / 2 / Math.max(1, claimed.size());
    int millis = (int) Math.min(Math.max(share, SHORTEST_MILLIS), Integer.MAX_VALUE);
    return claimed.stream()
        .min(Comparator.comparingLong(CellProgress::spentMillis))
        .map(progress -> progress.plan(millis))
        .filter(fork -> fits(fork, left));
  }

  private boolean fits(PlannedFork fork, Duration left) {
    return fork.samplingMillis() + overhead() <= left.toMillis();
  }

  private void launch(PlannedFork fork) {
    if (fork.repeat()) {
      retries.remove(fork);
    }
    turn++;
    cells.get(fork.cell()).launched(fork);
  }

  private long overhead() {
    return completed == 0 ? FIRST_OVERHEAD_MILLIS : overheadMillis / completed;
  }
}
