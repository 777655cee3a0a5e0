package dev.safebank.report.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.cost.BenchmarkRun;
import dev.safebank.evidence.cost.OriginalProgramRun;
import dev.safebank.evidence.cost.ResultFile;
import dev.safebank.report.fixture.Prices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostReportTest {

  @TempDir
  private Path folder;

  @Test
  void theResultsInAFolderAreRead() throws IOException {
    ResultFile.write(folder.resolve(BenchmarkRun.FILE), Prices.benchmarks());
    OriginalProgramRun original = Prices.all().original().orElseThrow();
    ResultFile.write(folder.resolve(OriginalProgramRun.FILE), original);
    CostReport report = CostReport.in(folder);
    assertThat(report.benchmarks()).contains(new BenchmarkResults(Prices.benchmarks()));
    assertThat(report.original()).contains(original);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHoldsNoResults() {
    assertThat(CostReport.in(folder.resolve("absent"))).isEqualTo(CostReport.NONE);
  }

  @Test
  void aDamagedFileIsLeftOutAndTheReasonGiven() throws IOException {
    Files.writeString(folder.resolve(BenchmarkRun.FILE), "{");
    CostReport report = CostReport.in(folder);
    assertThat(report.benchmarks()).isEmpty();
    assertThat(report.problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve(BenchmarkRun.FILE) + ": is damaged (")
        .endsWith(" Run the program again that wrote it.");
  }
}
