package dev.safebank.explore.result;

/**
 * A place in the source of the explored code.
 *
 * @param className binary name of the class
 * @param method name of the method
 * @param file source file, e.g. {@code UnsafeBank.java}
 * @param line line in the file; 0 if the class file does not tell
 */
public record SourceLocation(String className, String method, String file, int line) {

  /** File and line, e.g. {@code UnsafeBank.java:31}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
