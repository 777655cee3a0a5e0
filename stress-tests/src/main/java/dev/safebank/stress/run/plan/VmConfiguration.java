package dev.safebank.stress.run.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The JVM configurations of the forks. Interpreted code, code of the client compiler and code of
 * the optimizing compiler differ in timing and in the reorderings that they show. With its stress
 * options the optimizing compiler makes random choices where the order of code is free.
 */
public enum VmConfiguration {
  C2("C2", "-XX:-TieredCompilation"),
  C1("C1", "-XX:TieredStopAtLevel=1"),
  INTERPRETER("interpreter", "-Xint"),
  C2_STRESS(
      "C2 stress",
      "-XX:-TieredCompilation -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP");

  private final String shortName;
  private final String options;

  VmConfiguration(String shortName, String options) {
    this.shortName = shortName;
    this.options = options;
  }

  /** The configuration with this short name, if there is one. */
  static Optional<VmConfiguration> named(String shortName) {
    return Arrays.stream(values())
        .filter(configuration -> configuration.shortName.equals(shortName))
        .findFirst();
  }

  /** The name in evidence and on the page. */
  public String shortName() {
    return shortName;
  }

  /** The JVM options of this configuration. */
  public List<String> options() {
    return List.of(options.split(" "));
  }

  /** Whether the compiler makes random choices, so that each fork gets a seed of its own. */
  public boolean seeded() {
    return this == C2_STRESS;
  }
}
