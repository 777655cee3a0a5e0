package dev.safebank.report;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.evidence.cost.BenchmarkRun;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fault.KillMatrixReport;
import dev.safebank.report.input.EvidenceFolder;
import dev.safebank.report.input.GatheredEvidence;
import dev.safebank.report.input.MergedShards;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges the evidence of one folder and writes the report into another: the pages and
 * {@code verdicts.json}. Bad evidence is no error here: the report says so, and the gate fails.
 */
public final class ReportCommand {

  /** The system property that asks for the whole report in one file as well. */
  static final String SINGLE = "report.single";

  /**
   * The system property that names folders of shards, with commas between, in place of evidence.
   */
  static final String SHARDS = "merge.shards";

  /** The name of that file. */
  static final String SINGLE_FILE = "report.html";

  private ReportCommand() {}

  /**
   * Writes the report and exits with 0, or prints why it could not.
   *
   * @param args the folders of the evidence, of the benchmarks, of the kill matrix, which two need
   *     not exist, and of the report, and, in a build, the name of that build
   */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.err(), args));
  }

  static int execute(PrintStream err, String... args) {
    try {
      if (args.length != 4 && args.length != 5) {
        throw new UserError("needs 4 arguments, the folders of the evidence, of the benchmarks, of"
            + " the kill matrix and of the report, and may have the name of the build as a 5th, and"
            + " was given " + args.length + ".");
      }
      Optional<String> build = args.length == 5 ? Optional.of(args[4]) : Optional.empty();
      render(
          gathered(Path.of(args[0]).normalize(), build),
          Path.of(args[1]).normalize(),
          Path.of(args[2]).normalize(),
          Path.of(args[3]).normalize(),
          build);
      return 0;
    } catch (IOException | RuntimeException e) {
      return CommandErrors.report("report", e, err);
    }
  }

  /**
   * Judges the evidence of one folder and writes the report into another.
   *
   * @param costFolder of the benchmarks; need not exist
   * @param faultFolder of the kill matrix; need not exist
   * @param build the name of the build; empty if any will do
   * @return the verdicts
   */
  public static Verdicts render(
      Path evidenceFolder,
      Path costFolder,
      Path faultFolder,
      Path reportFolder,
      Optional<String> build)
      throws IOException {
    return render(
        EvidenceFolder.gather(evidenceFolder, build), costFolder, faultFolder, reportFolder, build);
  }

  /** The evidence of a folder, or that of shards, of which the folder has the plan. */
  private static GatheredEvidence gathered(Path folder, Optional<String> build) throws IOException {
    String shards = System.getProperty(SHARDS, "").strip();
    if (shards.isEmpty()) {
      return EvidenceFolder.gather(folder, build);
    }
    List<Path> folders = Arrays.stream(shards.split(","))
        .map(one -> Path.of(one.strip()).normalize())
        .toList();
    return MergedShards.in(folders).gathered(Optional.of(EvidenceFolder.plan(folder, build)));
  }

  /** Judges evidence and writes the report; the folders are those of the other method. */
  static Verdicts render(
      GatheredEvidence evidence,
      Path costFolder,
      Path faultFolder,
      Path reportFolder,
      Optional<String> build)
      throws IOException {
    Verdicts verdicts = Judge.judge(evidence, build);
    VerdictsFile.write(reportFolder.resolve(VerdictsFile.NAME), verdicts);
    PageRenderer pages = new PageRenderer(KillMatrixReport.in(faultFolder));
    CostReport price = CostReport.in(costFolder);
    pages.render(verdicts, price, reportFolder);
    Path single = reportFolder.resolve(SINGLE_FILE);
    if (Boolean.getBoolean(SINGLE)) {
      pages.renderSingle(verdicts, price, single);
    } else {
      Files.deleteIfExists(single);
    }
    for (String figures : List.of(BenchmarkRun.JMH_FILE, BenchmarkRun.FILE)) {
      copyIfThere(costFolder.resolve(figures), reportFolder.resolve(figures));
    }
    return verdicts;
  }

  private static void copyIfThere(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(to);
    }
  }
}
