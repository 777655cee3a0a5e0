package dev.safebank.evidence.cost;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of one benchmark with one choice of its parameters.
 *
 * @param benchmark class and method, e.g. {@value #TRAFFIC}
 * @param threads that ran it at the same time
 * @param parameters its parameters by name, e.g. {@value #VARIANT}
 * @param score the figure
 * @param error half the width of its 99.9% confidence interval; empty where JMH cannot give one
 * @param unit of both, e.g. {@code ops/s}
 */
public record BenchmarkResult(
    String benchmark,
    int threads,
    Map<String, String> parameters,
    double score,
    Optional<Double> error,
    String unit) {

  /** Transfers and validations, mixed, by all threads: calls a second. */
  public static final String TRAFFIC = "BankBenchmark.traffic";

  /** A validation while no other thread uses the bank: nanoseconds. */
  public static final String VALIDATE = "BankBenchmark.validate";

  /** An uncontended lock, acquired and released: nanoseconds. */
  public static final String UNCONTENDED_LOCK = "BaselineBenchmark.uncontendedLock";

  /** Two uncontended compare-and-sets: nanoseconds. */
  public static final String TWO_COMPARE_AND_SETS = "BaselineBenchmark.twoCompareAndSets";

  /** Parameter: the variant's simple class name. */
  public static final String VARIANT = "variant";

  /** Parameter: the number of accounts. */
  public static final String ACCOUNTS = "accounts";

  /** Parameter: the validations among 100 calls. */
  public static final String VALIDATIONS = "validations";

  /** Parameter: the distribution by which accounts are chosen, e.g. {@value #UNIFORM}. */
  public static final String DISTRIBUTION = "distribution";

  /** Value of {@link #DISTRIBUTION}: each account is as likely as any other. */
  public static final String UNIFORM = "UNIFORM";

  public BenchmarkResult {
    parameters = Map.copyOf(parameters);
  }

  /** A parameter's value; empty if the benchmark has no such parameter. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** Identifies the measurement: benchmark, threads and parameters. */
  public String title() {
    return title(benchmark, threads, parameters);
  }

  /** Identifies the measurement with these parameters. */
  public static String title(String benchmark, int threads, Map<String, String> parameters) {
    String chosen = new TreeMap<>(parameters)
        .entrySet().stream()
            .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining());
    return benchmark + " threads=" + threads + chosen;
  }
}
