package dev.safebank.stress.run.plan;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.cell.StressCell;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forks planned for a cell, and their results so far. */
public final class CellProgress {

  /** The least number of samples with which a configuration counts as tried. */
  public static final long COVERAGE_SAMPLES = 100_000;

  /** The number of configurations that must be tried. */
  public static final int COVERAGE_CONFIGURATIONS = 2;

  /** Number of forks after which coverage is not pursued further, because the cell is too slow. */
  private static final int COVERAGE_FORKS = 8;

  /** Failed forks after which the cell is abandoned. */
  private static final int FAILURES = 2;

  private static final Set<ForkStatus> COUNTS_AS_FAILURE =
      EnumSet.of(ForkStatus.HUNG, ForkStatus.CRASHED, ForkStatus.TIMED_OUT, ForkStatus.FAILED);

  private static final int FIRST_MILLIS = 100;

  /** The longest sampling time of a fork. */
  static final int LONGEST_MILLIS = 2_000;

  /**
   * Sampling time of slow cells, and of the first fork where actors may block: a sample may take
   * the watchdog milliseconds, and jcstress's search for a stride up to thirty times the sampling
   * time.
   */
  private static final int SHORT_MILLIS = 25;

  /** Samples a millisecond below which a cell counts as slow, because it mostly waits. */
  private static final double SLOW = 20;

  private final StressCell cell;
  private final List<VmConfiguration> configurations;
  private final Map<VmConfiguration, Integer> launched = new EnumMap<>(VmConfiguration.class);
  private final Map<VmConfiguration, Long> samples = new EnumMap<>(VmConfiguration.class);
  private final Map<VmConfiguration, Long> sampledMillis = new EnumMap<>(VmConfiguration.class);
  private int inFlight;
  private int failures;
  private boolean blocked;
  private long spentMillis;
  private long lostMillis;
  private Optional<ForkStatus> failure = Optional.empty();

  CellProgress(StressCell cell, List<VmConfiguration> configurations) {
    this.cell = cell;
    this.configurations = List.copyOf(configurations);
  }

  StressCell cell() {
    return cell;
  }

  /**
   * The next fork, on the configuration with the fewest forks of this cell.
   *
   * @param wantedMillis the sampling time, if that is enough for coverage and the cell is not slow
   */
  PlannedFork plan(int wantedMillis) {
    VmConfiguration next =
        configurations.stream().min(Comparator.comparingInt(this::launched)).orElseThrow();
    int millis = slow() ? SHORT_MILLIS : Math.max(wantedMillis, millisForCoverage(next));
    return PlannedFork.first(cell, next, Math.min(millis, LONGEST_MILLIS));
  }

  void launched(PlannedFork fork) {
    launched.merge(fork.configuration(), 1, Integer::sum);
    spentMillis += fork.samplingMillis();
    inFlight++;
  }

  void ended(PlannedFork fork, ForkRecord record) {
    inFlight--;
    spentMillis += record.millis() - fork.samplingMillis();
    if (COUNTS_AS_FAILURE.contains(record.status())) {
      failures++;
      lostMillis += record.millis();
      failure = failure.or(() -> Optional.of(record.status()));
    }
    samples.merge(fork.configuration(), record.samples(), Long::sum);
    sampledMillis.merge(fork.configuration(), (long) fork.samplingMillis(), Long::sum);
    blocked |= record.outcomes().keySet().stream()
        .anyMatch(outcome -> BlockageKind.in(outcome).isPresent());
  }

  /** Whether enough configurations have enough samples, or actors blocked. */
  boolean covered() {
    long tried =
        samples.values().stream().filter(count -> count >= COVERAGE_SAMPLES).count();
    return blocked || tried >= Math.min(COVERAGE_CONFIGURATIONS, configurations.size());
  }

  /** Whether coverage needs another fork beside those that are running. */
  boolean wantsCoverage() {
    if (covered() || abandoned() || launches() >= COVERAGE_FORKS) {
      return false;
    }
    long tried =
        samples.values().stream().filter(count -> count >= COVERAGE_SAMPLES).count();
    return tried + inFlight < Math.min(COVERAGE_CONFIGURATIONS, configurations.size());
  }

  /** Whether so many forks failed that no more are run. */
  boolean abandoned() {
    return failures >= FAILURES;
  }

  /** How the first of its forks failed, if one did. */
  Optional<ForkStatus> failure() {
    return failure;
  }

  /** The wall time of the forks that failed. */
  long lostMillis() {
    return lostMillis;
  }

  int launches() {
    return launched.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The wall time of this cell's forks so far. */
  long spentMillis() {
    return spentMillis;
  }

  /** Whether it samples so slowly that longer forks would not help. */
  private boolean slow() {
    long millis = total(sampledMillis);
    return millis > 0 && total(samples) < SLOW * millis;
  }

  private int launched(VmConfiguration configuration) {
    return launched.getOrDefault(configuration, 0);
  }

  private int millisForCoverage(VmConfiguration configuration) {
    long count = samples.getOrDefault(configuration, total(samples));
    long millis = sampledMillis.getOrDefault(configuration, total(sampledMillis));
    if (count == 0) {
      return cell.mayBlock() ? SHORT_MILLIS : FIRST_MILLIS;
    }
    long enough = COVERAGE_SAMPLES * 13 / 10 * millis / count;
    return (int) Math.min(Math.max(enough, FIRST_MILLIS), LONGEST_MILLIS);
  }

  private static long total(Map<VmConfiguration, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}
