package dev.safebank.stress.run;

import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
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
 * Says which cell to fork next, on which JVM, and for how long. In order of need:
 *
 * <ol>
 *   <li>once more, what crashed or hung;
 *   <li>every cell once, the most telling scenarios first;
 *   <li>coverage: samples enough of every cell in two configurations, while one fork in three goes
 *       to
 *   <li>breaks that are admitted and not yet witnessed, each time on another configuration and for
 *       longer, while one fork in three goes to
 *   <li>claims: whatever time there is, in equal shares.
 * </ol>
 *
 * <p>It reads no clock and draws no lots: the same history gives the same plan. Not for use by
 * several threads at once.
 */
final class Planner {

  /** What a fork costs besides its sampling, until forks have shown it. */
  static final int FIRST_OVERHEAD_MILLIS = 250;

  private static final int SHORTEST_MILLIS = 100;

  private final Map<StressCell, CellProgress> cells = new LinkedHashMap<>();
  private final AdmittedBreaks breaks;
  private final Deque<PlannedFork> retries = new ArrayDeque<>();
  private final int lanes;
  private long forks;
  private long samples;
  private long overheadMillis;
  private int turn;

  /**
   * Plans for some cells.
   *
   * @param configurations those that there are on this machine
   * @param lanes how many forks run at a time
   */
  Planner(List<StressCell> cells, List<VmConfiguration> configurations, int lanes) {
    List<StressCell> byTelling = new ArrayList<>(cells);
    byTelling.sort(
        Comparator.comparingInt((StressCell cell) -> cell.scenario().canBreak().size())
            .reversed());
    byTelling.forEach(cell -> this.cells.put(cell, new CellProgress(cell, configurations)));
    this.breaks = new AdmittedBreaks(cells);
    this.lanes = lanes;
  }

  /** The time that coverage takes at least, as far as is known beforehand. */
  Duration coverageEstimate() {
    long forks = (long) cells.size() * CellProgress.COVERAGE_CONFIGURATIONS;
    return Duration.ofMillis(forks * (FIRST_OVERHEAD_MILLIS + SHORTEST_MILLIS) / lanes);
  }

  /**
   * The fork to run next, which counts as launched.
   *
   * @param left how much of the budget is left; negative when it is overspent
   * @param overrun how much longer it may take, for all but claims
   * @return empty if nothing is to be done that fits, as long as no fork ends
   */
  Optional<PlannedFork> next(Duration left, Duration overrun) {
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

  /** Learns what a fork saw. */
  void ended(PlannedFork fork, ForkRecord record) {
    forks++;
    samples += record.samples();
    overheadMillis += Math.max(0, record.millis() - fork.samplingMillis());
    cells.get(fork.cell()).ended(fork, record);
    breaks.ended(fork.cell(), record);
    boolean mayHaveBeenChance =
        record.status() == ForkStatus.CRASHED || record.status() == ForkStatus.TIMED_OUT;
    if (mayHaveBeenChance && !fork.retry()) {
      retries.add(fork.again());
    }
  }

  /** How far it has come. */
  Tally tally() {
    long covered = cells.values().stream().filter(CellProgress::covered).count();
    return new Tally(forks, samples, cells.size(), covered, breaks.owed(), breaks.witnessed());
  }

  /** The admitted breaks that no fork has shown yet. */
  List<AdmittedBreaks.Break> unwitnessed() {
    return breaks.unwitnessed();
  }

  /** The cells that were forked, but saw fewer samples than they should. */
  List<StressCell> thin() {
    return cells.values().stream()
        .filter(progress -> progress.launches() > 0 && !progress.covered())
        .map(CellProgress::cell)
        .toList();
  }

  /** The cells that never had their turn. */
  List<StressCell> untried() {
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
    if (fork.retry()) {
      retries.remove(fork);
    }
    turn++;
    cells.get(fork.cell()).launched(fork);
  }

  private long overhead() {
    return forks == 0 ? FIRST_OVERHEAD_MILLIS : overheadMillis / forks;
  }
}
