package dev.safebank.stress.run;

import dev.safebank.evidence.Header;

/** The command line that runs one witness again, as evidence and its readers show it. */
public final class ReplayCommand {

  /** The main class, and its arguments for one witness. */
  public static final String ARGUMENTS =
      "dev.safebank.stress.command.ExploreTestsCommand --replay %s %s";

  /** The main class, and its arguments for one witness of a program. */
  public static final String PROGRAM = "dev.safebank.stress.command.ReplayProgramCommand %s %s";

  private static final String JAVA =
      "java -cp \"target/test-classes:target/classes:$(cat target/classpath)\" ";

  private ReplayCommand() {}

  /** The same for a program, of which the test's place takes the variant and the program. */
  static String programTemplate() {
    return JAVA + PROGRAM.formatted(Header.SCHEDULE, Header.TEST);
  }

  /** The command with {@link Header#SCHEDULE} and {@link Header#TEST}, to run in stress-tests. */
  static String template() {
    return JAVA + ARGUMENTS.formatted(Header.SCHEDULE, Header.TEST);
  }
}
