package dev.safebank.report;

import dev.safebank.report.json.VerdictsFile;
import dev.safebank.report.summary.TerminalSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints the summary of a report that {@link RenderReport} has written. */
public final class PrintSummary {

  private PrintSummary() {}

  /**
   * Prints to standard output.
   *
   * @param args the folder of the report
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "PrintSummary takes 1 argument, the report folder, and was given " + args.length);
    }
    Path folder = Path.of(args[0]).normalize();
    String summary = TerminalSummary.of(
        VerdictsFile.read(folder.resolve(VerdictsFile.NAME)),
        asTyped(folder.resolve("index.html"), Path.of("").toAbsolutePath()));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
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
