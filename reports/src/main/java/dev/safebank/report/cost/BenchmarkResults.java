package dev.safebank.report.cost;

import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.evidence.cost.BenchmarkRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Queries about a run of the benchmarks.
 *
 * @param run the run
 */
public record BenchmarkResults(BenchmarkRun run) {

  /** The baseline: the variant that all others are compared with. */
  public static final String BASELINE = "GlobalLockBank";

  /** Calls a second under traffic, with accounts chosen uniformly. */
  public Optional<BenchmarkResult> traffic(
      String variant, int threads, int accounts, int validations) {
    return first(result -> result.benchmark().equals(BenchmarkResult.TRAFFIC)
        && variant(result).equals(variant)
        && result.threads() == threads
        && accounts(result) == accounts
        && result.parameter(BenchmarkResult.VALIDATIONS).equals(Integer.toString(validations))
        && result.parameter(BenchmarkResult.DISTRIBUTION).equals(BenchmarkResult.UNIFORM));
  }

  /** Calls a second under traffic, with the standard accounts and validations. */
  public Optional<BenchmarkResult> traffic(String variant, int threads) {
    return traffic(variant, threads, run.accounts(), run.validations());
  }

  /** Calls a second by number of threads, with the standard accounts and validations. */
  public List<BenchmarkResult> trafficByThreads(String variant) {
    return threads().stream()
        .flatMap(threads -> traffic(variant, threads).stream())
        .toList();
  }

  /** The time of a validation with the standard accounts. */
  public Optional<BenchmarkResult> validate(String variant) {
    return validateByAccounts(variant).stream()
        .filter(result -> accounts(result) == run.accounts())
        .findFirst();
  }

  /** The time of a validation by number of accounts. */
  public List<BenchmarkResult> validateByAccounts(String variant) {
    return run.results().stream()
        .filter(result -> result.benchmark().equals(BenchmarkResult.VALIDATE)
            && variant(result).equals(variant))
        .sorted(Comparator.comparingInt(BenchmarkResults::accounts))
        .toList();
  }

  /** All results of one variant. */
  public List<BenchmarkResult> of(String variant) {
    return run.results().stream()
        .filter(result -> variant(result).equals(variant))
        .toList();
  }

  /** The time of an uncontended lock. */
  public Optional<BenchmarkResult> uncontendedLock() {
    return first(result -> result.benchmark().equals(BenchmarkResult.UNCONTENDED_LOCK));
  }

  /** The measured variants, in the order in which they were measured. */
  public List<String> variants() {
    return run.results().stream()
        .map(BenchmarkResults::variant)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .toList();
  }

  /** The numbers of threads with which traffic was measured. */
  public List<Integer> threads() {
    return traffic().map(BenchmarkResult::threads).distinct().sorted().toList();
  }

  /** The numbers of accounts with which traffic was measured. */
  public List<Integer> accounts() {
    return traffic().map(BenchmarkResults::accounts).distinct().sorted().toList();
  }

  /** The largest number of threads with which traffic was measured; 0 if it was not. */
  public int mostThreads() {
    return threads().stream().max(Comparator.naturalOrder()).orElse(0);
  }

  /** The number of accounts of a result's bank; 0 if it has no bank. */
  public static int accounts(BenchmarkResult result) {
    String accounts = result.parameter(BenchmarkResult.ACCOUNTS);
    return accounts.isEmpty() ? 0 : Integer.parseInt(accounts);
  }

  /** When and where it ran, in words. */
  public String occasion() {
    return EnvironmentText.occasion(run.started(), run.environment());
  }

  /** A warning about figures that are not reliable; empty for a full run. */
  public Optional<String> remark() {
    return switch (run.extent()) {
      case FULL -> Optional.empty();
      case INDICATIVE ->
        Optional.of(
            "Indicative only: a short run of a few variants, in one JVM per figure. Read the"
                + " errors; a full run (-Pbench) replaces it.");
      case SMOKE ->
        Optional.of("From a quick run, which only shows that everything runs: its figures are worth"
            + " little.");
    };
  }

  private static String variant(BenchmarkResult result) {
    return result.parameter(BenchmarkResult.VARIANT);
  }

  private Stream<BenchmarkResult> traffic() {
    return run.results().stream()
        .filter(result -> result.benchmark().equals(BenchmarkResult.TRAFFIC));
  }

  private Optional<BenchmarkResult> first(Predicate<BenchmarkResult> test) {
    return run.results().stream().filter(test).findFirst();
  }
}
