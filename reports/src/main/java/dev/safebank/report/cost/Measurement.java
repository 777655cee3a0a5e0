package dev.safebank.report.cost;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One result of JMH.
 *
 * @param benchmark class and method, e.g. {@code BankBenchmark.traffic}
 * @param threads that ran it
 * @param parameters its parameters by name
 * @param score the figure
 * @param error half the width of its 99.9% confidence interval; empty where JMH could tell none
 * @param unit of both, e.g. {@code ops/s}
 */
public record Measurement(
    String benchmark,
    int threads,
    Map<String, String> parameters,
    double score,
    Optional<Double> error,
    String unit) {

  public Measurement {
    parameters = Map.copyOf(parameters);
  }

  /** A parameter's value; empty if the benchmark has no such parameter. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** What finds this result in JMH's own file. */
  public String run() {
    String chosen = new TreeMap<>(parameters)
        .entrySet().stream()
            .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining());
    return benchmark + " threads=" + threads + chosen;
  }
}
