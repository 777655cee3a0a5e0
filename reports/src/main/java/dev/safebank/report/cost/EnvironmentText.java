package dev.safebank.report.cost;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.Environment;

/** Describes when and on which machine results were measured. */
final class EnvironmentText {

  private EnvironmentText() {}

  static String occasion(String started, Environment environment) {
    return String.join(
        ", ",
        started,
        environment.cpu(),
        NumberFormats.count(environment.cpus(), "CPU"),
        environment.os(),
        environment.jvm());
  }
}
