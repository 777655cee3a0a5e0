package dev.safebank.stress.run;

import java.io.Console;
import java.util.Map;

/** What the process's output goes to. */
final class Terminal {

  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /** Whether a line can be written over: somebody watches, on a terminal that can do it. */
  static boolean interactive(Map<String, String> environment) {
    boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return able && !environment.containsKey("CI") && isTerminal(System.console());
  }

  /** The width of a line. */
  static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }

  /** From JDK 22 on there is always a console, which says itself whether it is a terminal. */
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
