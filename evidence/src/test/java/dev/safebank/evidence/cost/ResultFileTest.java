package dev.safebank.evidence.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.model.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  private static final Environment ENVIRONMENT =
      new Environment("Linux", "Example", 2, "unknown", "OpenJDK", Map.of("java", "17"));
  private static final BenchmarkRun BENCHMARKS = new BenchmarkRun(
      BenchmarkRun.SCHEMA,
      "2026-03-01T09:00:00Z",
      ENVIRONMENT,
      BenchmarkExtent.SMOKE,
      1024,
      1,
      List.of(
          new BenchmarkResult(
              BenchmarkResult.TRAFFIC,
              2,
              Map.of("variant", "GlobalLockBank", "accounts", "1024"),
              1000.5,
              Optional.of(10.25),
              "ops/s"),
          new BenchmarkResult(
              BenchmarkResult.UNCONTENDED_LOCK, 1, Map.of(), 18.4, Optional.empty(), "ns/op")));
  private static final OriginalProgramRun ORIGINAL = new OriginalProgramRun(
      OriginalProgramRun.SCHEMA,
      "2026-03-01T08:00:00Z",
      ENVIRONMENT,
      new OriginalProgramSettings(5, 10_000, 6, 1, true, 2),
      List.of(new VariantFinding(
          "UnsafeBank",
          List.of(Promise.NEVER_DEADLOCKS),
          Termination.FINISHED,
          61_500_000,
          50_000,
          new TornTotals(7, 44_417, 43_900, 44_990),
          3,
          44_500,
          44_288,
          0)));

  @TempDir
  private Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path benchmarks = folder.resolve("new/benchmarks.json");
    Path original = folder.resolve("original-program.json");
    ResultFile.write(benchmarks, BENCHMARKS);
    ResultFile.write(original, ORIGINAL);
    assertThat(ResultFile.readBenchmarks(benchmarks)).contains(BENCHMARKS);
    assertThat(ResultFile.readOriginalProgram(original)).contains(ORIGINAL);
  }

  @Test
  void brokenPromisesAreInTheFileForOtherPrograms() throws IOException {
    Path original = folder.resolve("original-program.json");
    ResultFile.write(original, ORIGINAL);
    assertThat(original)
        .content()
        .contains("\"broken\" : [ \"CONSERVES_MONEY\", \"CONSISTENT_TOTAL\"")
        .contains("\"brokenClaims\" : [ ]");
  }

  @Test
  void aFileThatIsNotThereIsEmpty() throws IOException {
    assertThat(ResultFile.readBenchmarks(folder.resolve("absent.json"))).isEmpty();
  }

  @Test
  void aFileOfAnotherSchemaIsRefused() throws IOException {
    Path file = folder.resolve("original-program.json");
    ResultFile.write(file, BENCHMARKS);
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> ResultFile.readOriginalProgram(file))
        .withMessage(
            "%s: is of schema \"safebank-benchmarks/3\", and this version reads only"
                + " \"safebank-original/2\". Run the program again that wrote it.",
            file);
  }

  @Test
  void aFileThatLacksAFieldIsRefused() throws IOException {
    Path file = folder.resolve("benchmarks.json");
    ResultFile.write(file, BENCHMARKS);
    Files.writeString(file, Files.readString(file).replace("\"extent\" : \"SMOKE\",", ""));
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> ResultFile.readBenchmarks(file))
        .withMessageStartingWith(file + ": is damaged (Missing creator property 'extent'");
  }
}
