package dev.safebank.benchmarks;

import dev.safebank.evidence.cost.BenchmarkResult;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One measurement of the plan: a benchmark with all its parameters chosen.
 *
 * @param benchmark class and method, e.g. {@value BenchmarkResult#TRAFFIC}
 * @param parameters values by the names of the benchmark's parameters
 */
record Measurement(String benchmark, int threads, Map<String, String> parameters) {

  Measurement {
    parameters = Map.copyOf(parameters);
  }

  static Measurement baseline(String benchmark) {
    return new Measurement(benchmark, 1, Map.of());
  }

  static Measurement validate(String variant, int accounts) {
    return new Measurement(
        BenchmarkResult.VALIDATE,
        1,
        Map.of(
            BenchmarkResult.VARIANT, variant, BenchmarkResult.ACCOUNTS, String.valueOf(accounts)));
  }

  static Measurement traffic(
      String variant,
      int threads,
      int accounts,
      int validations,
      AccountDistribution distribution) {
    return new Measurement(
        BenchmarkResult.TRAFFIC,
        threads,
        Map.of(
            BenchmarkResult.VARIANT, variant,
            BenchmarkResult.ACCOUNTS, String.valueOf(accounts),
            BenchmarkResult.VALIDATIONS, String.valueOf(validations),
            BenchmarkResult.DISTRIBUTION, distribution.name()));
  }

  /** What JMH measured, as the report reads it. */
  BenchmarkResult result(RunResult measured) {
    Result<?> primary = measured.getPrimaryResult();
    return new BenchmarkResult(
        benchmark,
        threads,
        parameters,
        primary.getScore(),
        Optional.of(primary.getScoreError()).filter(Double::isFinite),
        primary.getScoreUnit());
  }

  @Override
  public String toString() {
    return BenchmarkResult.title(benchmark, threads, parameters);
  }
}
