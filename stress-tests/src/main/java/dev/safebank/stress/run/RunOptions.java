package dev.safebank.stress.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a user asked for.
 *
 * @param budget how long the whole stress run may take
 * @param variants globs
 * @param scenarios globs
 * @param evidence the file to write
 */
record RunOptions(Budget budget, List<String> variants, List<String> scenarios, Path evidence) {

  static final String ALL = "*";

  RunOptions {
    variants = List.copyOf(variants);
    scenarios = List.copyOf(scenarios);
  }

  CellFilter filter() {
    return new CellFilter(variants, scenarios);
  }

  /** The options by the names that they have in a build. */
  Map<String, String> byName() {
    return new TreeMap<>(Map.of(
        "stress.budget", budget.written(),
        "stress.variants", String.join(",", variants),
        "stress.scenarios", String.join(",", scenarios)));
  }

  /** The command that runs the same again, without the options that are as ever. */
  String command() {
    StringBuilder command = new StringBuilder("mvn verify");
    byName().forEach((name, value) -> {
      if (!value.equals(ALL) && !value.equals(Budget.AUTO)) {
        command.append(" '-D").append(name).append('=').append(value).append('\'');
      }
    });
    return command.toString();
  }
}
