/**
 * The stress runner: runs every cell in forked JVMs, within a time budget, and records the result
 * of each fork as evidence.
 *
 * <p>{@code StressCommand} is the command. {@link dev.safebank.stress.run.cell.CellDiscovery} finds
 * the cells, {@link dev.safebank.stress.run.plan.Planner} says which to fork next and how,
 * {@link dev.safebank.stress.run.fork.JcstressForks} forks them through jcstress,
 * {@link dev.safebank.stress.run.ForkExecutor} brings the three together.
 */
package dev.safebank.stress.run;
