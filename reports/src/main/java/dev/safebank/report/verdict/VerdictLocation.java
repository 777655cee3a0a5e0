package dev.safebank.report.verdict;

/**
 * A place in the source.
 *
 * @param className binary name of the class
 * @param method name of the method
 * @param file source file, e.g. {@code UnsafeBank.java}
 * @param line line in the file; 0 if unknown
 */
public record VerdictLocation(String className, String method, String file, int line) {}
