package dev.safebank.stress.run;

import java.util.List;
import picocli.CommandLine.Option;

/** The options by which a command's user chooses cells. */
final class CellOptions {

  @Option(
      names = "--stress.variants",
      paramLabel = "GLOB",
      split = ",",
      defaultValue = RunOptions.ALL,
      description = "Only the variants that match, e.g. Global*,MyBank. Default: all.")
  private List<String> variants;

  @Option(
      names = "--stress.scenarios",
      paramLabel = "GLOB",
      split = ",",
      defaultValue = RunOptions.ALL,
      description = "Only the scenarios that match, e.g. Crossing*. Default: all.")
  private List<String> scenarios;

  /** Globs for variants' names. */
  List<String> variants() {
    return variants;
  }

  /** Globs for scenarios' names. */
  List<String> scenarios() {
    return scenarios;
  }
}
