package dev.safebank.report;

import dev.safebank.report.gather.EvidenceFolder;
import dev.safebank.report.json.VerdictsFile;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Judges the evidence of one folder and writes the report into another: the pages and
 * {@code verdicts.json}. Bad evidence is no error here: the report says so, and the gate fails.
 */
public final class RenderReport {

  private RenderReport() {}

  /**
   * Renders.
   *
   * @param args the folder of the evidence, and the folder of the report
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "RenderReport takes 2 arguments, the evidence folder and the report folder, and was given "
              + args.length);
    }
    render(Path.of(args[0]).normalize(), Path.of(args[1]).normalize());
  }

  static void render(Path evidenceFolder, Path reportFolder) throws IOException {
    Verdicts verdicts = Judge.judge(EvidenceFolder.gather(evidenceFolder));
    VerdictsFile.write(reportFolder.resolve(VerdictsFile.NAME), verdicts);
    new PageRenderer().render(verdicts, reportFolder);
  }
}
