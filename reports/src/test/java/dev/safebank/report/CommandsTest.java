package dev.safebank.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Cases;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.gate.GateRun;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two programs as users meet them. */
class CommandsTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void theReportNeedsFourFolders() {
    assertThat(ReportCommand.execute(out, "one")).isEqualTo(2);
    assertThat(printed())
        .isEqualTo(
            "report: needs 4 arguments, the folders of the evidence, of the benchmarks, of the kill"
                + " matrix and of the report, and may have the name of the build as a 5th, and was"
                + " given 1.");
  }

  @Test
  void theReportSaysInOneLineThatItCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(ReportCommand.execute(
            out,
            folder.toString(),
            folder.toString(),
            folder.toString(),
            file.resolve("report").toString()))
        .isEqualTo(1);
    assertThat(printed()).startsWith("report: cannot read or write " + file).hasLineCount(1);
  }

  @Test
  void aFullDiskIsSaidInOneLineAndTheReportThatWasThereStays() throws IOException {
    Path verdicts = folder.resolve("report/verdicts.json");
    Files.createDirectories(verdicts.getParent());
    Files.writeString(verdicts, "those of the run before");
    Files.createSymbolicLink(verdicts.resolveSibling(".verdicts.json.part"), Path.of("/dev/full"));
    assertThat(ReportCommand.execute(
            out,
            folder.toString(),
            folder.toString(),
            folder.toString(),
            folder.resolve("report").toString()))
        .isEqualTo(1);
    assertThat(printed())
        .isEqualTo("report: cannot read or write " + verdicts + " (No space left on device)");
    assertThat(verdicts).hasContent("those of the run before");
  }

  @Test
  void aDirectoryThatIsNamedLikeEvidenceIsNamedInTheReport() throws IOException {
    Files.createDirectory(folder.resolve("odd.ndjson"));
    Path report = folder.resolve("report");
    assertThat(ReportCommand.execute(
            out, folder.toString(), folder.toString(), folder.toString(), report.toString()))
        .isZero();
    assertThat(VerdictsFile.read(report.resolve("verdicts.json")).reasons())
        .extracting(reason -> reason.message())
        .containsExactly(folder.resolve("odd.ndjson") + ": is a directory. Move it away.");
  }

  @Test
  void verdictsThatAreADirectoryAreRefusedInOneLine() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("verdicts.json"));
    assertThat(SummaryCommand.execute(out, out, folder.toString())).isEqualTo(1);
    assertThat(printed()).isEqualTo("summary: " + odd + ": is a directory. Move it away.");
  }

  @Test
  void inABuildTheSummarySaysWhetherTheGateWasSkipped() throws IOException {
    VerdictsFile.write(folder.resolve("verdicts.json"), Cases.CLAIM_BROKEN.verdicts());
    assertThat(SummaryCommand.execute(out, out, folder.toString(), "today", "false"))
        .isZero();
    assertThat(printed()).contains("The gate was skipped. This run says:");
    printed.reset();
    GateRun.mark(folder, "today");
    SummaryCommand.execute(out, out, folder.toString(), "today", "true");
    assertThat(printed()).contains("which this build ignores");
    printed.reset();
    SummaryCommand.execute(out, out, folder.toString(), "today", "false");
    assertThat(printed()).contains("The gate fails:");
  }

  @Test
  void theSummaryNeedsOneFolder() {
    assertThat(SummaryCommand.execute(out, out)).isEqualTo(2);
    assertThat(printed())
        .isEqualTo(
            "summary: needs 1 argument, the folder of the report, and may have the name of the"
                + " build and whether it ignores failures as a 2nd and 3rd, and was given 0.");
  }

  @Test
  void theSummarySaysInOneLineThatThereAreNoVerdicts() {
    assertThat(SummaryCommand.execute(out, out, folder.toString())).isEqualTo(1);
    assertThat(printed())
        .isEqualTo("summary: %s: there are no verdicts. Run `mvn verify` first."
            .formatted(folder.resolve("verdicts.json")));
  }

  @Test
  void theSummaryIsPrinted() throws IOException {
    VerdictsFile.write(folder.resolve("verdicts.json"), RunFixture.good().verdicts());
    assertThat(SummaryCommand.execute(out, out, folder.toString())).isZero();
    assertThat(printed())
        .contains("4 variants")
        .endsWith("Report: " + folder.resolve("index.html"));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
