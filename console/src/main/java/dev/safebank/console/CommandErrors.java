package dev.safebank.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

/** Reports why a command failed, and chooses its exit code. */
public final class CommandErrors {

  /** The exit code of a command that failed. */
  public static final int FAILED = 1;

  /** The exit code of a command that cannot do what its user asked for. */
  public static final int USAGE = 2;

  private CommandErrors() {}

  /**
   * Prints one line for an error of the user or of the file system. Any other failure is unexpected
   * and is printed with its stack trace.
   *
   * @param command the name that the line begins with
   * @return the exit code
   */
  public static int report(String command, Exception failure, PrintStream err) {
    if (failure instanceof UserError) {
      return refuse(command, failure.getMessage(), err);
    }
    if (failure instanceof UncheckedIOException e) {
      return report(command, e.getCause(), err);
    }
    if (failure instanceof IOException e) {
      err.println(command + ": " + describe(e));
      return FAILED;
    }
    err.println(command + ": failed unexpectedly:");
    failure.printStackTrace(err);
    return FAILED;
  }

  /** Prints the line for an error of the user. */
  static int refuse(String command, String message, PrintStream err) {
    err.println(command + ": " + message.strip().replaceAll("\\s+", " "));
    return USAGE;
  }

  private static String describe(IOException failure) {
    return failure instanceof FileSystemException e
        ? "cannot read or write %s (%s)".formatted(e.getFile(), reason(e))
        : String.valueOf(failure.getMessage());
  }

  /** Why the system refused something, in a word or two, e.g. {@code No space left on device}. */
  public static String reason(IOException failure) {
    boolean named =
        failure instanceof FileSystemException && failure.getClass() != FileSystemException.class;
    String words = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    return named || words == null ? failure.getClass().getSimpleName() : words;
  }
}
