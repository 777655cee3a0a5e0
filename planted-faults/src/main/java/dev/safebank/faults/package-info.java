/**
 * Planted faults: does the harness find what it is there to find?
 *
 * <p>{@link dev.safebank.faults.PlantedFaults} lists the faulty banks.
 * {@link dev.safebank.faults.mutation} makes them: by mutation operators, or by hand from
 * {@code hand-made.txt}. {@link dev.safebank.faults.right} has right banks of unusual kinds.
 */
package dev.safebank.faults;
