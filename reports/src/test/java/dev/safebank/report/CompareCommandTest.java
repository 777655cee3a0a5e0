package dev.safebank.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Cases;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void theSameVerdictsExitWithZeroAndHaveAPage() throws IOException {
    String before = report(Cases.ALL_GOOD);
    assertThat(execute(before, before)).isZero();
    assertThat(printed()).startsWith("Same verdicts").endsWith("Page: " + page());
    assertThat(page()).content().contains("<h1>Same verdicts");
  }

  @Test
  void aDifferenceExitsWithThreeAndIsPrintedAndOnThePage() throws IOException {
    int code =
        execute(report(Cases.ALL_GOOD), report(Cases.CLAIM_BROKEN) + "/" + VerdictsFile.NAME);
    assertThat(code).isEqualTo(3);
    assertThat(printed()).contains("2 verdicts changed (2 for the worse)", "HELD → BROKEN, worse");
    assertThat(page()).content().contains("BROKEN (worse)");
  }

  @Test
  void whatIsNoReportIsSaidInOneLine() {
    assertThat(execute(folder.toString(), folder.toString())).isEqualTo(1);
    assertThat(printed())
        .isEqualTo("compare: " + folder.resolve("verdicts.json")
            + ": there are no verdicts. Run `mvn verify` first.");
  }

  @Test
  void twoReportsAndAPageAreNeeded() {
    assertThat(CompareCommand.execute(out, out, "one")).isEqualTo(2);
    assertThat(printed())
        .isEqualTo("compare: needs 3 arguments, the earlier and the later report, each a folder or"
            + " its verdicts.json, and the page to write, and was given 1.");
  }

  private int execute(String before, String after) {
    return CompareCommand.execute(out, out, before, after, page().toString());
  }

  private Path page() {
    return folder.resolve("compare.html");
  }

  private String report(Cases run) throws IOException {
    Path report = folder.resolve(run.file());
    VerdictsFile.write(report.resolve(VerdictsFile.NAME), run.verdicts());
    return report.toString();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
