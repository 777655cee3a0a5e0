package dev.safebank.report.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All measurements of a run of the benchmarks.
 *
 * @param started when, as an ISO 8601 instant
 * @param machine where, in words
 * @param quick whether the run was too short for its figures to be relied on
 * @param measurements in the order in which they were made
 */
public record Costs(String started, String machine, boolean quick, List<Measurement> measurements) {

  /** The variant that all others are compared with. */
  public static final String YARDSTICK = "GlobalLockBank";

  /** How many accounts a bank has where nothing else is said. */
  public static final int ACCOUNTS = 1024;

  /** How many calls in a hundred are validations where nothing else is said. */
  public static final int VALIDATIONS = 1;

  private static final String TRAFFIC = "BankBenchmark.traffic";
  private static final String VALIDATE = "BankBenchmark.validate";

  public Costs {
    measurements = List.copyOf(measurements);
  }

  /** Calls a second under traffic, with accounts chosen uniformly. */
  public Optional<Measurement> traffic(String variant, int threads, int accounts, int validations) {
    return only(m -> m.benchmark().equals(TRAFFIC)
        && m.parameter("variant").equals(variant)
        && m.threads() == threads
        && m.parameter("accounts").equals(Integer.toString(accounts))
        && m.parameter("validations").equals(Integer.toString(validations))
        && m.parameter("choice").equals("UNIFORM"));
  }

  /** Calls a second against threads, in the usual bank. */
  public List<Measurement> trafficByThreads(String variant) {
    return threads().stream()
        .flatMap(threads -> traffic(variant, threads, ACCOUNTS, VALIDATIONS).stream())
        .toList();
  }

  /** Time of a validation against accounts. */
  public List<Measurement> validateByAccounts(String variant) {
    return measurements.stream()
        .filter(m -> m.benchmark().equals(VALIDATE) && m.parameter("variant").equals(variant))
        .sorted(Comparator.comparingInt(m -> Integer.parseInt(m.parameter("accounts"))))
        .toList();
  }

  /** All that was measured of one variant. */
  public List<Measurement> of(String variant) {
    return measurements.stream()
        .filter(m -> m.parameter("variant").equals(variant))
        .toList();
  }

  /** A measurement of the smallest parts of a locking, e.g. {@code uncontendedLock}. */
  public Optional<Measurement> baseline(String method) {
    return only(m -> m.benchmark().equals("BaselineBenchmark." + method));
  }

  /** The variants measured, in the order in which they were. */
  public List<String> variants() {
    return measurements.stream()
        .map(m -> m.parameter("variant"))
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .toList();
  }

  /** The numbers of threads that traffic was measured with. */
  public List<Integer> threads() {
    return measurements.stream()
        .filter(m -> m.benchmark().equals(TRAFFIC))
        .map(Measurement::threads)
        .distinct()
        .sorted()
        .toList();
  }

  /** The numbers of accounts that traffic was measured with. */
  public List<Integer> accounts() {
    return measurements.stream()
        .filter(m -> m.benchmark().equals(TRAFFIC))
        .map(m -> Integer.valueOf(m.parameter("accounts")))
        .distinct()
        .sorted()
        .toList();
  }

  /** The most threads that traffic was measured with; 0 if it was not. */
  public int mostThreads() {
    return threads().stream().max(Comparator.naturalOrder()).orElse(0);
  }

  private Optional<Measurement> only(Predicate<Measurement> test) {
    return measurements.stream().filter(test).findFirst();
  }
}
