package dev.safebank.stress.run;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Executes a command, and tells its user in one line what cannot be done. */
final class CommandExecution {

  private CommandExecution() {}

  /**
   * Executes a command.
   *
   * @param command an instance of a class with picocli's annotations, its name included
   * @param out where errors of the user go
   * @return the command's exit code; {@link CommandLine.ExitCode#USAGE} for an error of the user
   */
  static int execute(Callable<Integer> command, PrintStream out, String... args) {
    CommandLine line = new CommandLine(command);
    String name = line.getCommandName();
    line.setParameterExceptionHandler((wrong, given) -> refuse(out, name, wrong.getMessage()));
    line.setExecutionExceptionHandler((failed, executed, given) -> {
      if (failed instanceof UserError) {
        return refuse(out, name, failed.getMessage());
      }
      throw failed;
    });
    return line.execute(args);
  }

  private static int refuse(PrintStream out, String name, String message) {
    out.println(name + ": " + message);
    return CommandLine.ExitCode.USAGE;
  }
}
