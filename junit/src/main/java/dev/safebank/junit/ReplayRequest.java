package dev.safebank.junit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.JUnitException;

/**
 * One schedule of one test that is to be run again.
 *
 * @param test the test's class: its simple or its binary name
 * @param program the program of calls, where the test is of a bank
 * @param schedule as a witness gives it
 */
record ReplayRequest(String test, Optional<String> program, String schedule) {

  private static final Pattern FORM = Pattern.compile("([^\\[#]+)(?:\\[(.+)\\])?#([^#]+)");

  /**
   * Reads {@code CounterTest#0-0-1-1}, or {@code MyBankTest[validate() on [100, 100]]#0-0}.
   *
   * @throws JUnitException if the text has not that form
   */
  static ReplayRequest parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || form.group(1).isBlank() || form.group(3).isBlank()) {
      throw new JUnitException(
          "%s=%s: give the test's class, '#' and the schedule, as in CounterTest#0-0-1-1."
              .formatted(EngineOptions.REPLAY, text.strip()));
    }
    return new ReplayRequest(form.group(1), Optional.ofNullable(form.group(2)), form.group(3));
  }

  /** The property that asks for this schedule, to be pasted behind a command. */
  static String property(Class<?> test, String schedule) {
    return property(test.getName(), schedule);
  }

  /** The same for the binary name of a test, or what stands for it. */
  static String property(String test, String schedule) {
    return new ReplayRequest(test, Optional.empty(), schedule).property();
  }

  /** The property that asks for this schedule of a program, to be pasted behind a command. */
  static String property(Class<?> test, String program, String schedule) {
    return new ReplayRequest(test.getName(), Optional.of(program.replace("‖", "||")), schedule)
        .property();
  }

  private String property() {
    return "-D%s='%s'".formatted(EngineOptions.REPLAY, this);
  }

  /** As the user gives it. */
  @Override
  public String toString() {
    return "%s%s#%s".formatted(test, program.map(calls -> "[" + calls + "]").orElse(""), schedule);
  }

  /** Whether this class is meant. */
  boolean means(Class<?> candidate) {
    String name = candidate.getName();
    return test.equals(name)
        || test.equals(candidate.getCanonicalName())
        || name.endsWith("." + test)
        || name.endsWith("$" + test);
  }
}
