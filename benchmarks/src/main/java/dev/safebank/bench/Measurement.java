package dev.safebank.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One measurement: a benchmark with all its parameters chosen.
 *
 * @param benchmark class and method, e.g. {@code BankBenchmark.traffic}
 * @param parameters values by the names of the benchmark's parameters
 */
record Measurement(String benchmark, int threads, Map<String, String> parameters) {

  Measurement {
    parameters = Map.copyOf(parameters);
  }

  static Measurement baseline(String method) {
    return new Measurement("BaselineBenchmark." + method, 1, Map.of());
  }

  static Measurement validate(String variant, int accounts) {
    return new Measurement(
        "BankBenchmark.validate",
        1,
        Map.of("variant", variant, "accounts", String.valueOf(accounts)));
  }

  static Measurement traffic(
      String variant, int threads, int accounts, int validations, AccountChoice choice) {
    return new Measurement(
        "BankBenchmark.traffic",
        threads,
        Map.of(
            "variant", variant,
            "accounts", String.valueOf(accounts),
            "validations", String.valueOf(validations),
            "choice", choice.name()));
  }

  @Override
  public String toString() {
    String chosen = new TreeMap<>(parameters)
        .entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining(" "));
    return benchmark + " threads=" + threads + (chosen.isEmpty() ? "" : " " + chosen);
  }
}
