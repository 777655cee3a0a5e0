package dev.safebank.stress.command;

import dev.safebank.console.UserError;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.shard.ShardChoice;
import dev.safebank.stress.shard.ShardPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The command-line options that choose cells and say where their evidence is kept. */
final class CellOptions {

  @Option(
      names = "--stress.variants",
      paramLabel = "PATTERN",
      split = ",",
      defaultValue = RunOptions.ALL,
      description = "Only variants whose names match, e.g. Global*,MyBank. Default: all.")
  private List<String> variants;

  @Option(
      names = "--stress.scenarios",
      paramLabel = "PATTERN",
      split = ",",
      defaultValue = RunOptions.ALL,
      description = "Only scenarios whose names match, e.g. Crossing*. Default: all.")
  private List<String> scenarios;

  @Option(
      names = "--stress.resume",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Continue the last run, if it was cut short, instead of starting again.")
  private boolean resume;

  @Option(
      names = "--stress.keep",
      paramLabel = "RUNS",
      defaultValue = "5",
      description = "Number of earlier runs whose evidence is kept. Default: ${DEFAULT-VALUE}.")
  private int keep;

  @Option(
      names = "--" + ShardChoice.OPTION,
      paramLabel = "I/N",
      defaultValue = ShardChoice.ALL,
      description = "Only the part that one of several machines has, e.g. 2/4. auto: what the"
          + " environment says, e.g. a Slurm array or GitLab's parallel. Default:"
          + " ${DEFAULT-VALUE}; in a build, auto.")
  private String shard;

  /** The shard's part of the selected cells; empty if all of them are to be run here. */
  Optional<ShardPart> part(List<StressCell> selected) {
    return ShardChoice.of(shard, System.getenv()).map(own -> new ShardPart(own, selected));
  }

  /** The options of a run. */
  RunOptions runOptions(Budget budget, Path evidence) {
    return new RunOptions(
        budget,
        patterns("stress.variants", variants),
        patterns("stress.scenarios", scenarios),
        evidence,
        resume,
        keep);
  }

  /** The patterns, of which there must be one, and none that is blank. */
  private static List<String> patterns(String option, List<String> given) {
    if (given.isEmpty() || given.stream().anyMatch(String::isBlank)) {
      throw new UserError(
          ("%s: \"%s\" leaves a name out. Write names or patterns with commas between"
                  + " them, e.g. Global*,MyBank, or leave the option out for all.")
              .formatted(option, given.isEmpty() ? "," : String.join(",", given)));
    }
    return given;
  }
}
