package dev.safebank.evidence;

/**
 * A cell that was not run, on purpose.
 *
 * @param test binary name of the test class
 * @param reason e.g. {@code needs 3 CPUs, this machine has 2}
 */
public record SkippedRecord(String test, String reason) implements CellRecord {}
