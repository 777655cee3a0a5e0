package dev.safebank.report;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.report.compare.RunComparer;
import dev.safebank.report.compare.RunComparison;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares two reports that {@link ReportCommand} has written: as text, and as a page. */
public final class CompareCommand {

  /** The exit code if the reports differ in a way that must be looked at. */
  public static final int DIFFERENT = 3;

  private CompareCommand() {}

  /**
   * Compares and exits with 0 if nothing must be looked at, with {@value #DIFFERENT} if something
   * must, or prints why it could not.
   *
   * @param args the earlier and the later report, each a folder or its {@code verdicts.json}, and
   *     the page to write
   */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  static int execute(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length != 3) {
        throw new UserError("needs 3 arguments, the earlier and the later report, each a folder or"
            + " its verdicts.json, and the page to write, and was given " + args.length + ".");
      }
      Path before = verdicts(args[0]);
      Path after = verdicts(args[1]);
      RunComparison comparison = RunComparer.compare(
          VerdictsFile.read(before), price(before), VerdictsFile.read(after), price(after));
      Path page = Path.of(args[2]).toAbsolutePath().normalize();
      Files.createDirectories(page.getParent());
      new PageRenderer().render(comparison, page);
      print(out, comparison);
      out.println("Page: " + page);
      return comparison.mustBeLookedAt() ? DIFFERENT : 0;
    } catch (IOException | RuntimeException e) {
      return CommandErrors.report("compare", e, err);
    }
  }

  private static Path verdicts(String argument) {
    Path path = Path.of(argument).normalize();
    return Files.isDirectory(path) ? path.resolve(VerdictsFile.NAME) : path;
  }

  private static CostReport price(Path verdicts) {
    return CostReport.in(verdicts.toAbsolutePath().getParent());
  }

  private static void print(PrintStream out, RunComparison comparison) {
    out.println(comparison.sentence());
    comparison.appeared().forEach(name -> out.println("  only in the later run: " + name));
    comparison.disappeared().forEach(name -> out.println("  only in the earlier run: " + name));
    comparison.verdicts().forEach(change -> out.println("  " + change.words()));
    comparison.outcomes().forEach(outcome -> out.println("  new: " + outcome.words()));
    comparison.rates().forEach(rate -> out.println("  moved: " + rate.words()));
    comparison.prices().forEach(price -> out.println("  moved: " + price.words()));
  }
}
