package dev.safebank.report.page;

import dev.safebank.report.cost.CostFiles;
import dev.safebank.report.cost.Costs;
import dev.safebank.report.cost.OriginalRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the price beside the verdicts.
 *
 * @param costs the measurements; empty if there are none
 * @param original what the original program did; empty if it was not run
 * @param problems why something that is there was left out
 */
public record Price(Optional<Costs> costs, Optional<OriginalRun> original, List<String> problems) {

  /** Nothing is known. */
  public static final Price UNKNOWN = new Price(Optional.empty(), Optional.empty(), List.of());

  /** What the files in a folder say; the folder need not exist. */
  public static Price in(Path folder) {
    CostFiles files = new CostFiles(folder);
    Optional<Costs> costs = files.costs();
    Optional<OriginalRun> original = files.original();
    return new Price(costs, original, files.problems());
  }
}
