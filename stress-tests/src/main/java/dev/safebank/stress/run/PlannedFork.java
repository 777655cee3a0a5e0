package dev.safebank.stress.run;

/**
 * A fork to be run.
 *
 * @param samplingMillis how long it samples, once it is up
 * @param retry whether it makes good for one that crashed or hung
 */
record PlannedFork(
    StressCell cell, VmConfiguration configuration, int samplingMillis, boolean retry) {

  PlannedFork again() {
    return new PlannedFork(cell, configuration, samplingMillis, true);
  }

  @Override
  public String toString() {
    return cell + " (" + configuration.shortName() + ")";
  }
}
