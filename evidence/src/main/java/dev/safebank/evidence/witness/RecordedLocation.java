package dev.safebank.evidence.witness;

/**
 * A place in the source of a test or of what it tests.
 *
 * @param className binary name of the class
 * @param method name of the method
 * @param file source file, e.g. {@code UnsafeBank.java}
 * @param line line in the file; 0 if unknown
 */
public record RecordedLocation(String className, String method, String file, int line) {}
