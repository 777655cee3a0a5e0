/**
 * The kill matrix: {@link dev.safebank.faults.matrix.KillMatrixCommand} explores every faulty and
 * every right bank, {@link dev.safebank.faults.matrix.StressFaultsCommand} stresses them. What is
 * to be found in each, {@code expected.txt} says.
 */
package dev.safebank.faults.matrix;
