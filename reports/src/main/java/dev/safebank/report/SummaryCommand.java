package dev.safebank.report;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.report.gate.GateRun;
import dev.safebank.report.summary.GateState;
import dev.safebank.report.summary.TerminalSummary;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the summary of a report that {@link ReportCommand} has written. */
public final class SummaryCommand {

  private SummaryCommand() {}

  /**
   * Prints the summary and exits with 0, or prints why it could not.
   *
   * @param args the folder of the report, and, in a build, the name of that build and whether it
   *     ignores failures of tests
   */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  static int execute(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length != 1 && args.length != 3) {
        throw new UserError(
            "needs 1 argument, the folder of the report, and may have the name of the"
                + " build and whether it ignores failures as a 2nd and 3rd, and was given "
                + args.length
                + ".");
      }
      Path folder = Path.of(args[0]).normalize();
      print(out, folder, args.length == 1 ? GateState.NOT_ASKED : gate(folder, args[1], args[2]));
      return 0;
    } catch (IOException | RuntimeException e) {
      return CommandErrors.report("summary", e, err);
    }
  }

  private static GateState gate(Path folder, String build, String ignored) throws IOException {
    if (!GateRun.of(folder, build)) {
      return GateState.SKIPPED;
    }
    return Boolean.parseBoolean(ignored) ? GateState.IGNORED : GateState.CHECKED;
  }

  private static void print(PrintStream out, Path folder, GateState gate) throws IOException {
    String summary = TerminalSummary.of(
        VerdictsFile.read(folder.resolve(VerdictsFile.NAME)),
        gate,
        asTyped(folder.resolve("index.html"), Path.of("").toAbsolutePath()));
    out.println();
    out.print(summary);
  }

  private static String asTyped(Path page, Path workingDirectory) {
    Path absolute = page.toAbsolutePath();
    return absolute.startsWith(workingDirectory)
        ? workingDirectory.relativize(absolute).toString()
        : absolute.toString();
  }
}
