package dev.safebank.stress.run;

import dev.safebank.console.UserError;
import dev.safebank.stress.run.cell.CellFilter;
import dev.safebank.stress.run.plan.Budget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of a run.
 *
 * @param budget how long the whole stress run may take
 * @param variants patterns of variants' names
 * @param scenarios patterns of scenarios' names
 * @param evidence the file to write
 * @param resume whether to continue a run that was cut short
 * @param keep number of earlier runs whose evidence is kept
 */
public record RunOptions(
    Budget budget,
    List<String> variants,
    List<String> scenarios,
    Path evidence,
    boolean resume,
    int keep) {

  public static final String ALL = "*";

  public RunOptions {
    if (keep < 0) {
      throw new UserError("stress.keep: must be >= 0: " + keep + ".");
    }
    variants = List.copyOf(variants);
    scenarios = List.copyOf(scenarios);
  }

  /** These options without a filter. */
  RunOptions ofAllCells() {
    return new RunOptions(budget, List.of(ALL), List.of(ALL), evidence, resume, keep);
  }

  /** The folder that the evidence is written to. */
  public Path folder() {
    return evidence.toAbsolutePath().getParent();
  }

  /** These options for evidence of which no earlier versions are kept. */
  public RunOptions keepingNone() {
    return new RunOptions(budget, variants, scenarios, evidence, resume, 0);
  }

  public CellFilter filter() {
    return new CellFilter(variants, scenarios);
  }

  /** The options by their names in the build. */
  Map<String, String> byName() {
    return new TreeMap<>(Map.of(
        "stress.budget", budget.written(),
        "stress.variants", String.join(",", variants),
        "stress.scenarios", String.join(",", scenarios)));
  }

  /** The command that repeats the run; options with their default values are left out. */
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
