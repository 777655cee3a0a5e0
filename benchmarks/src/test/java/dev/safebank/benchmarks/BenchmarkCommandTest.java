package dev.safebank.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.benchmarks.support.ProgramEnvironment;
import dev.safebank.evidence.cost.BenchmarkExtent;
import dev.safebank.evidence.cost.BenchmarkRun;
import dev.safebank.evidence.cost.ResultFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkCommandTest {

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return BenchmarkCommand.execute(out, out, arguments);
  }

  @Test
  void anUnknownVariantIsAnErrorThatListsThoseThereAre() {
    assertThat(run("Snapshot")).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("benchmarks: no variant matches \"Snapshot\". Did you mean SnapshotBank?"
            + " Known: UnsafeBank,");
  }

  @Test
  void quickIsTrueOrFalse() {
    assertThat(run("--quick=maybe")).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("'--quick'").contains("'maybe'");
  }

  @Test
  void anIndicativeRunKeepsTheResultsOfAFullOne() throws IOException {
    Path file = directory.resolve(BenchmarkRun.FILE);
    ResultFile.write(
        file,
        new BenchmarkRun(
            BenchmarkRun.SCHEMA,
            "2026-03-01T09:00:00Z",
            ProgramEnvironment.probe(),
            BenchmarkExtent.FULL,
            BenchmarkPlan.ACCOUNTS,
            BenchmarkPlan.VALIDATIONS,
            List.of()));
    String full = Files.readString(file);
    assertThat(run("--within=40s", "--out=" + directory)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("The results of a full run are kept: " + file);
    assertThat(file).hasContent(full);
  }
}
