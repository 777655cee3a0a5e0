package dev.safebank.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's output, in UTF-8 whatever the locale says. */
public final class StandardStreams {

  private StandardStreams() {}

  /** Standard output. */
  public static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  /** Standard error. */
  public static PrintStream err() {
    return new PrintStream(System.err, true, StandardCharsets.UTF_8);
  }
}
