package dev.safebank.benchmarks.original;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.variants.LockingVariants;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OriginalProgramCommandTest {

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return OriginalProgramCommand.execute(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private Path json() {
    return directory.resolve("result/original-program.json");
  }

  @Test
  void onOneThreadEveryVariantIsRight() {
    int exitCode =
        run("--single-threaded", "--transfers", "20", "--json", json().toString());

    assertThat(exitCode).isZero();
    JsonNode findings = JsonMapper.shared().readTree(json()).get("findings");
    assertThat(findings).hasSize(LockingVariants.all().size()).allSatisfy(finding -> {
      assertThat(finding.get("ending").asString()).isEqualTo("FINISHED");
      assertThat(finding.get("transfers").asInt()).isEqualTo(100);
      assertThat(finding.get("broken")).isEmpty();
    });
  }

  @Test
  void theResultSaysWhatWasDoneAndWhere() {
    run("Snapshot*", "--transfers=3", "--seed=7", "--no-yield", "--warm-ups=0", "--json=" + json());

    JsonNode result = JsonMapper.shared().readTree(json());
    assertThat(result.get("schema").asString()).isEqualTo("safebank-original/2");
    assertThat(result.get("environment").get("cpus").asInt()).isPositive();
    assertThat(result.get("settings").toString())
        .isEqualTo("{\"threads\":5,\"transfers\":3,\"accounts\":6,\"seed\":7,\"yields\":false,"
            + "\"warmUps\":0}");
    assertThat(result.get("findings").get(0).get("variant").asString()).isEqualTo("SnapshotBank");
    assertThat(result.get("findings").get(0).get("finalTotal").asInt()).isEqualTo(44_500);
  }

  @Test
  void theTableHasALineForEachChosenVariantInTeachingOrder() {
    run("synchronized*", "GlobalLockBank", "--transfers=3", "--json=" + json());

    assertThat(printed(out))
        .startsWith(
            "6 accounts, 44,500 in all; 5 × 3 transfers of 1 to 100, a validation after" + " each.")
        .containsSubsequence("variant", "GlobalLockBank", "SynchronizedBank");
  }

  @Test
  void anUnknownVariantIsAnErrorThatListsThoseThereAre() {
    assertThat(run("GlobaLock")).isEqualTo(2);
    assertThat(printed(err))
        .startsWith(
            "original-program: no variant matches \"GlobaLock\". Did you mean GlobalLockBank? Known: UnsafeBank,");
  }

  @Test
  void aBankNeedsTwoAccounts() {
    assertThat(run("--accounts", "1")).isEqualTo(2);
    assertThat(printed(err)).startsWith("original-program: accounts must be >= 2: 1");
  }

  @Test
  void atLeastOneThreadAndOneTransferAreNeeded() {
    assertThat(run("--threads", "0")).isEqualTo(2);
    assertThat(run("--transfers", "0")).isEqualTo(2);
    assertThat(printed(err))
        .contains("threads must be >= 1: 0")
        .contains("transfers must be >= 1: 0");
  }

  @Test
  void itCannotWarmUpLessThanNotAtAll() {
    assertThat(run("--warm-ups=-1")).isEqualTo(2);
    assertThat(printed(err)).startsWith("original-program: warm-ups must be >= 0: -1");
  }

  @Test
  void theHelpExplainsTheWarmUpsAndTheirDefault() {
    assertThat(run("--help")).isZero();
    assertThat(printed(out).replaceAll("\\s+", " "))
        .contains(
            "--warm-ups=<warmUps> Number of runs with other banks before the one that counts, so"
                + " that compiled code is timed. Default: 2.");
  }
}
