package dev.safebank.report;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.report.input.MergedShards;
import dev.safebank.report.summary.GateState;
import dev.safebank.report.summary.TerminalSummary;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges the shards of a run as one, writes the report, and prints its summary. In a build,
 * {@code -Dmerge.shards} does the same, and compares the shards with the classes that are there.
 */
public final class MergeCommand {

  /** The exit code if the verdicts do not pass. */
  public static final int NO_PASS = 3;

  private MergeCommand() {}

  /**
   * Merges and exits with 0 if the verdicts pass, with {@value #NO_PASS} if they do not, or prints
   * why it could not.
   *
   * @param args the folder of the report, and folders that hold the shards' folders
   */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  static int execute(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length < 2) {
        throw new UserError("needs 2 arguments or more, the folder of the report, and folders that"
            + " hold the shards' folders, and was given " + args.length + ".");
      }
      Path report = Path.of(args[0]).normalize();
      List<Path> folders = Arrays.stream(args).skip(1).map(Path::of).toList();
      Verdicts verdicts = ReportCommand.render(
          MergedShards.in(folders).gathered(Optional.empty()),
          report.resolve("no-costs"),
          report.resolve("no-faults"),
          report,
          Optional.empty());
      out.print(TerminalSummary.of(
          verdicts, GateState.NOT_ASKED, report.resolve("index.html").toString()));
      return verdicts.pass() ? 0 : NO_PASS;
    } catch (IOException | RuntimeException e) {
      return CommandErrors.report("merge", e, err);
    }
  }
}
