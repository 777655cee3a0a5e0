package dev.safebank.stress.run.plan;

import dev.safebank.stress.run.cell.StressCell;

/**
 * A fork to be run.
 *
 * @param samplingMillis how long it samples, once it is started
 * @param repeats how many forks before it, in a row, ended without a result for the cell
 */
public record PlannedFork(
    StressCell cell, VmConfiguration configuration, int samplingMillis, int repeats) {

  /** A fork that repeats none. */
  public static PlannedFork first(
      StressCell cell, VmConfiguration configuration, int samplingMillis) {
    return new PlannedFork(cell, configuration, samplingMillis, 0);
  }

  PlannedFork again() {
    return new PlannedFork(cell, configuration, samplingMillis, repeats + 1);
  }

  /** Whether it repeats another. */
  boolean repeat() {
    return repeats > 0;
  }

  @Override
  public String toString() {
    return cell + " (" + configuration.shortName() + ")";
  }
}
