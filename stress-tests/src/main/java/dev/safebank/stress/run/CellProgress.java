package dev.safebank.stress.run;

import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has been planned for a cell, and what came of it. */
final class CellProgress {

  /** Samples in one configuration below which that configuration does not count as tried. */
  static final long COVERAGE_SAMPLES = 100_000;

  /** Configurations that must be tried. */
  static final int COVERAGE_CONFIGURATIONS = 2;

  /** Forks after which coverage is given up: this cell is too slow for it. */
  private static final int COVERAGE_FORKS = 8;

  /** Forks that may go wrong before the cell is left alone. */
  private static final int FAILURES = 2;

  private static final int FIRST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 2_000;

  /**
   * Where actors may block, every sample may cost the watchdog's milliseconds, and jcstress's
   * search for a fitting stride up to thirty times the sampling: so the first look is a short one.
   */
  private static final int WARY_MILLIS = 25;

  /** Samples a millisecond below which a cell counts as slow: it mostly waits. */
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

  CellProgress(StressCell cell, List<VmConfiguration> configurations) {
    this.cell = cell;
    this.configurations = List.copyOf(configurations);
  }

  StressCell cell() {
    return cell;
  }

  /**
   * The next fork: on the configuration that this cell was forked on least.
   *
   * @param wantedMillis how long it should sample, if that is enough and the cell is not slow
   */
  PlannedFork plan(int wantedMillis) {
    VmConfiguration next =
        configurations.stream().min(Comparator.comparingInt(this::launched)).orElseThrow();
    int millis = slow() ? WARY_MILLIS : Math.max(wantedMillis, millisForCoverage(next));
    return new PlannedFork(cell, next, Math.min(millis, LONGEST_MILLIS), false);
  }

  void launched(PlannedFork fork) {
    launched.merge(fork.configuration(), 1, Integer::sum);
    spentMillis += fork.samplingMillis();
    inFlight++;
  }

  void ended(PlannedFork fork, ForkRecord record) {
    inFlight--;
    spentMillis += record.millis() - fork.samplingMillis();
    boolean usable =
        record.status() == ForkStatus.COMPLETED || record.status() == ForkStatus.HALTED;
    failures += usable ? 0 : 1;
    samples.merge(fork.configuration(), record.samples(), Long::sum);
    sampledMillis.merge(fork.configuration(), (long) fork.samplingMillis(), Long::sum);
    blocked |= record.outcomes().keySet().stream().anyMatch(StressCell::blocked);
  }

  /** Samples enough in configurations enough, or a blockage, which says all there is to say. */
  boolean covered() {
    long tried =
        samples.values().stream().filter(count -> count >= COVERAGE_SAMPLES).count();
    return blocked || tried >= Math.min(COVERAGE_CONFIGURATIONS, configurations.size());
  }

  /** Whether a fork for coverage should be planned now, given those that are under way. */
  boolean wantsCoverage() {
    if (covered() || abandoned() || launches() >= COVERAGE_FORKS) {
      return false;
    }
    long tried =
        samples.values().stream().filter(count -> count >= COVERAGE_SAMPLES).count();
    return tried + inFlight < Math.min(COVERAGE_CONFIGURATIONS, configurations.size());
  }

  /** Whether so many forks went wrong that more would not help. */
  boolean abandoned() {
    return failures >= FAILURES;
  }

  int launches() {
    return launched.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The wall time of this cell's forks so far. */
  long spentMillis() {
    return spentMillis;
  }

  /** Whether its samples come so slowly that longer forks would only cost more. */
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
      return cell.mayBlock() ? WARY_MILLIS : FIRST_MILLIS;
    }
    long enough = COVERAGE_SAMPLES * 13 / 10 * millis / count;
    return (int) Math.min(Math.max(enough, FIRST_MILLIS), LONGEST_MILLIS);
  }

  private static long total(Map<VmConfiguration, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}
