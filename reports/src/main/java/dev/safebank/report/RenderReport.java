package dev.safebank.report;

import dev.safebank.report.cost.CostFiles;
import dev.safebank.report.gather.EvidenceFolder;
import dev.safebank.report.json.VerdictsFile;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.page.Price;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Judges the evidence of one folder and writes the report into another: the pages and
 * {@code verdicts.json}. Bad evidence is no error here: the report says so, and the gate fails.
 */
public final class RenderReport {

  private RenderReport() {}

  /**
   * Renders.
   *
   * @param args the folder of the evidence, the folder in which benchmarks leave their files, which
   *     need not exist, and the folder of the report
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "RenderReport takes 3 arguments, the folders of the evidence, of the benchmarks and of the"
              + " report, and was given " + args.length);
    }
    render(
        Path.of(args[0]).normalize(),
        Path.of(args[1]).normalize(),
        Path.of(args[2]).normalize());
  }

  static void render(Path evidenceFolder, Path costFolder, Path reportFolder) throws IOException {
    Verdicts verdicts = Judge.judge(EvidenceFolder.gather(evidenceFolder));
    VerdictsFile.write(reportFolder.resolve(VerdictsFile.NAME), verdicts);
    new PageRenderer().render(verdicts, Price.in(costFolder), reportFolder);
    copyIfThere(costFolder.resolve(CostFiles.JMH), reportFolder.resolve(CostFiles.JMH));
  }

  private static void copyIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(to);
    }
  }
}
