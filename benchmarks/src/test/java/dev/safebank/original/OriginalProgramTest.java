package dev.safebank.original;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.variants.LockingVariants;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OriginalProgramTest {

  @TempDir
  private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new OriginalProgram())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
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
    assertThat(result.get("schema").asString()).isEqualTo("safebank-original/1");
    assertThat(result.get("machine").get("cpus").asInt()).isPositive();
    assertThat(result.get("settings").toString())
        .isEqualTo("{\"threads\":5,\"transfers\":3,\"accounts\":6,\"seed\":7,\"yields\":false,"
            + "\"warmUps\":0}");
    assertThat(result.get("findings").get(0).get("variant").asString()).isEqualTo("SnapshotBank");
    assertThat(result.get("findings").get(0).get("finalTotal").asInt()).isEqualTo(44_500);
  }

  @Test
  void theTableHasALineForEachChosenVariantInTeachingOrder() {
    run("synchronized*", "GlobalLockBank", "--transfers=3", "--json=" + json());

    assertThat(out.toString())
        .startsWith(
            "6 accounts, 44,500 in all; 5 × 3 transfers of 1 to 100, a validation after" + " each.")
        .containsSubsequence("variant", "GlobalLockBank", "SynchronizedBank");
  }

  @Test
  void anUnknownVariantIsAnErrorThatListsThoseThereAre() {
    assertThat(run("GlobaLock")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "Unknown variant \"GlobaLock\". Did you mean GlobalLockBank? Known: UnsafeBank,");
  }

  @Test
  void aBankNeedsTwoAccounts() {
    assertThat(run("--accounts", "1")).isEqualTo(2);
    assertThat(err.toString()).startsWith("accounts must be >= 2: 1");
  }

  @Test
  void atLeastOneThreadAndOneTransferAreNeeded() {
    assertThat(run("--threads", "0")).isEqualTo(2);
    assertThat(run("--transfers", "0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("threads must be >= 1: 0")
        .contains("transfers must be >= 1: 0");
  }

  @Test
  void itCannotWarmUpLessThanNotAtAll() {
    assertThat(run("--warm-ups=-1")).isEqualTo(2);
    assertThat(err.toString()).startsWith("warm-ups must be >= 0: -1");
  }

  @Test
  void theHelpSaysWhatWarmUpsAreForAndHowManyThereAre() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "--warm-ups=<warmUps> How often to do the same to banks that do not count, so that"
                + " the time is that of compiled code. Default: 2.");
  }
}
