/**
 * Scenarios → evidence: runs every cell in forked JVMs, within a time budget, and writes down what
 * each fork saw.
 *
 * <p>{@link dev.safebank.stress.run.StressRun} is the command.
 * {@link dev.safebank.stress.run.CellDiscovery} finds the cells,
 * {@link dev.safebank.stress.run.Planner} says which to fork next and how,
 * {@link dev.safebank.stress.run.JcstressForks} forks them through jcstress,
 * {@link dev.safebank.stress.run.Campaign} brings the three together.
 */
package dev.safebank.stress.run;
