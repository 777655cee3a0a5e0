package dev.safebank.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Executes commands with picocli's annotations; errors are reported by {@link CommandErrors}. */
public final class CommandExecution {

  private CommandExecution() {}

  /**
   * Executes a command.
   *
   * @param command an instance of a class with picocli's annotations, its name included
   * @param out receives the help and what the command prints by picocli, in UTF-8
   * @return the command's exit code, or that of the error
   */
  public static int execute(
      Callable<Integer> command, PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(command);
    String name = line.getCommandName();
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (wrong, given) -> CommandErrors.refuse(name, describe(wrong), err));
    line.setExecutionExceptionHandler(
        (failed, executed, given) -> CommandErrors.report(name, failed, err));
    return line.execute(args);
  }

  private static String describe(ParameterException wrong) {
    List<String> suggestions = wrong instanceof UnmatchedArgumentException unmatched
        ? unmatched.getSuggestions()
        : List.of();
    String meant = suggestions.isEmpty() ? "" : " Did you mean " + suggestions.get(0) + "?";
    return "%s.%s --help lists the options."
        .formatted(wrong.getMessage().strip().replaceFirst("\\.$", ""), meant);
  }
}
