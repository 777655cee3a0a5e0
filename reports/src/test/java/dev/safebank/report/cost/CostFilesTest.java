package dev.safebank.report.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostFilesTest {

  private static final String OCCASION = """
      {"schema": "safebank-benchmarks/1", "started": "2026-03-01T09:00:00Z", "quick": true,
       "machine": {"os": "Linux", "cpu": "Example", "cpus": 2, "jvm": "OpenJDK"}}""";
  private static final String JMH = """
      [{"benchmark": "dev.example.BankBenchmark.traffic", "mode": "thrpt", "threads": 2,
        "params": {"variant": "GlobalLockBank", "accounts": "1024"},
        "primaryMetric": {"score": 1000.5, "scoreError": 10.25, "scoreUnit": "ops/s"}},
       {"benchmark": "dev.example.BaselineBenchmark.uncontendedLock", "threads": 1,
        "primaryMetric": {"score": 18.4, "scoreError": "NaN", "scoreUnit": "ns/op"}}]""";
  private static final String ORIGINAL = """
      {"schema": "safebank-original/1", "started": "2026-03-01T08:00:00Z",
       "machine": {"os": "Linux", "cpu": "Example", "cpus": 2, "jvm": "OpenJDK"},
       "settings": {"threads": 5, "transfers": 10000, "accounts": 6, "seed": 1, "yields": true,
         "warmUps": 2},
       "findings": [{"variant": "UnsafeBank", "keeps": [], "ending": "FINISHED",
         "nanos": 61500000, "transfers": 50000,
         "tornTotals": {"count": 7, "first": 44417, "lowest": 43900, "highest": 44990},
         "overdrafts": 3, "openingTotal": 44500, "finalTotal": 44288, "abandoned": 0,
         "broken": ["CONSERVES_MONEY"], "brokenClaims": []}]}""";

  @TempDir
  private Path folder;

  @Test
  void measurementsAreReadFromWhatJmhWrote() throws IOException {
    write("jmh-occasion.json", OCCASION);
    write("jmh.json", JMH);
    CostFiles files = new CostFiles(folder);
    Costs costs = files.costs().orElseThrow();
    assertThat(costs.quick()).isTrue();
    assertThat(costs.machine()).isEqualTo("Example, 2 CPUs, Linux, OpenJDK");
    assertThat(costs.measurements())
        .containsExactly(
            new Measurement(
                "BankBenchmark.traffic",
                2,
                Map.of("variant", "GlobalLockBank", "accounts", "1024"),
                1000.5,
                Optional.of(10.25),
                "ops/s"),
            new Measurement(
                "BaselineBenchmark.uncontendedLock", 1, Map.of(), 18.4, Optional.empty(), "ns/op"));
    assertThat(costs.measurements().get(0).run())
        .isEqualTo("BankBenchmark.traffic threads=2 accounts=1024 variant=GlobalLockBank");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void theOriginalProgramsFindingsAreRead() throws IOException {
    write("original-program.json", ORIGINAL);
    OriginalRun run = new CostFiles(folder).original().orElseThrow();
    assertThat(run.settings())
        .isEqualTo("6 accounts, 5 threads × 10000 transfers, a validation after each, a yield"
            + " between withdrawal and deposit");
    assertThat(run.findings())
        .containsExactly(new OriginalRun.Finding(
            "UnsafeBank", "FINISHED", 61.5, 7, 44417, 43900, 44990, 3, 212, true));
  }

  @Test
  void nothingThereIsNoProblem() {
    CostFiles files = new CostFiles(folder.resolve("absent"));
    assertThat(files.costs()).isEmpty();
    assertThat(files.original()).isEmpty();
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void anotherVersionIsLeftOutWithAWordOnWhy() throws IOException {
    write("original-program.json", ORIGINAL.replace("original/1", "original/2"));
    CostFiles files = new CostFiles(folder);
    assertThat(files.original()).isEmpty();
    assertThat(files.problems())
        .containsExactly("original-program.json is of schema \"safebank-original/2\", and this"
            + " version reads only \"safebank-original/1\": make it again.");
  }

  @Test
  void aDamagedFileIsLeftOutWithAWordOnWhy() throws IOException {
    write("jmh-occasion.json", OCCASION);
    write("jmh.json", JMH.substring(0, 100));
    CostFiles files = new CostFiles(folder);
    assertThat(files.costs()).isEmpty();
    assertThat(files.problems()).containsExactly("jmh.json cannot be read: make it again.");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
