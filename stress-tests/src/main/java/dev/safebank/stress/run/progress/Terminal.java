package dev.safebank.stress.run.progress;

import java.io.Console;
import java.util.Map;

/** The terminal of the process, if there is one. */
public final class Terminal {

  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /** Whether a line can be updated in place: the output is a terminal that supports it. */
  public static boolean interactive(Map<String, String> environment) {
    boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return able && !environment.containsKey("CI") && isTerminal(System.console());
  }

  /** The width of a line. */
  public static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }

  /** From JDK 22 on there is always a console, and a method that says whether it is a terminal. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderThan22) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
