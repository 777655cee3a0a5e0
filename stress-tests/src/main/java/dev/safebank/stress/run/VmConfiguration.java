package dev.safebank.stress.run;

import java.util.List;

/**
 * The JVMs that a race is run on. Interpreted code, code from the quick compiler, and code from the
 * optimizing one differ in timing and in the reorderings that they allow; the stress options let
 * the optimizing compiler choose at random where it may choose at all.
 */
enum VmConfiguration {
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

  /** The name in evidence and on the page. */
  String shortName() {
    return shortName;
  }

  /** The options that make this configuration. */
  List<String> options() {
    return List.of(options.split(" "));
  }

  /** Whether the compiler makes random choices, so that a seed makes each fork another one. */
  boolean seeded() {
    return this == C2_STRESS;
  }
}
