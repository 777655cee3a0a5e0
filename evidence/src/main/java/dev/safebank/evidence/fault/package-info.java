/**
 * The kill matrix: what exploration and stress found in banks with a planted fault, and in right
 * ones. Module {@code planted-faults} writes it, the report shows it, and no verdict depends on it.
 * {@link dev.safebank.evidence.fault.KillMatrixFile} writes and reads the files, a JSON record a
 * line.
 */
package dev.safebank.evidence.fault;
