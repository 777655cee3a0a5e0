/**
 * Crosses scenarios with variants at compile time: one ordinary jcstress test per cell.
 *
 * <p>Put {@link dev.safebank.stress.generate.StressMatrix} on a class of your own to stress your
 * own bank.
 */
package dev.safebank.stress.generate;
