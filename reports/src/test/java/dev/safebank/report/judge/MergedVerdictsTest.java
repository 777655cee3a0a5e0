package dev.safebank.report.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkStatus;
import dev.safebank.model.Promise;
import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.ShardFixture;
import dev.safebank.report.input.MergedShards;
import dev.safebank.report.page.PageRenderer;
import dev.safebank.report.summary.GateState;
import dev.safebank.report.summary.TerminalSummary;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of promises that were tested on several platforms. */
class MergedVerdictsTest {

  private static final Map<String, Long> TORN = Map.of("MOVED, 200", 5_000L, "MOVED, 150", 12L);

  @TempDir
  private Path folder;

  @Test
  void aPromiseThatBreaksOnOnePlatformIsBrokenAndItIsSaidWhere() throws IOException {
    Verdicts verdicts = verdicts(
        RunFixture.good(),
        RunFixture.good().sees("GlobalLockBank", "TransferVersusValidate", "C2", TORN));

    PromiseVerdict consistent = promise(verdicts, "GlobalLockBank", Promise.CONSISTENT_TOTAL);
    assertThat(consistent.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(consistent.violations()).isEqualTo(12);
    assertThat(consistent.notes())
        .anyMatch(note -> note.startsWith("On aarch64: ") && note.endsWith("of which 12 broke it."))
        .anyMatch(note -> note.startsWith("On x86_64: ") && note.endsWith("none broke it."));
    assertThat(verdicts.reasons())
        .extracting(GateViolation::message)
        .anyMatch(message -> message.startsWith("GlobalLockBank claims CONSISTENT_TOTAL, but")
            && message.contains("(C2 on aarch64)"));
  }

  @Test
  void theBoundIsThatOfThePlatformWithTheFewestSamples() throws IOException {
    RunFixture more = RunFixture.good()
        .sees("GlobalLockBank", "TransferVersusValidate", "C2", Map.of("MOVED, 200", 9_000_000L));
    new ShardFixture(folder.resolve("x86_64"), more).bounded().all(2);
    Path arm = folder.resolve("aarch64");
    new ShardFixture(arm, RunFixture.good()).bounded().on("aarch64").all(2);

    PromiseVerdict held = promise(verdicts(folder), "GlobalLockBank", Promise.CONSISTENT_TOTAL);

    long fewest =
        promise(verdicts(arm), "GlobalLockBank", Promise.CONSISTENT_TOTAL).samples();
    assertThat(held.verdict()).isEqualTo(Verdict.HELD);
    assertThat(held.samples()).isEqualTo(fewest);
    assertThat(held.bound95()).contains(3.0 / fewest);
  }

  @Test
  void aForkThatFailedOnOnePlatformIsNotMadeGoodByAnother() throws IOException {
    Verdicts verdicts = verdicts(
        RunFixture.good(),
        RunFixture.good()
            .ends("GlobalLockBank", "TransferVersusValidate", ForkStatus.KILLED, "signal 9"));

    assertThat(verdicts
            .variant("GlobalLockBank")
            .orElseThrow()
            .scenario("TransferVersusValidate")
            .orElseThrow())
        .satisfies(cell -> assertThat(cell.status()).isEqualTo(CellStatus.FAILED))
        .satisfies(cell -> assertThat(cell.reason()).contains("C2 on aarch64"));
  }

  @Test
  void theSummaryCountsMachinesAndTheSamplesOfEachPlatform() throws IOException {
    Verdicts verdicts = verdicts(RunFixture.good(), RunFixture.good());
    ShardFixture one = new ShardFixture(folder, RunFixture.good());

    assertThat(TerminalSummary.of(verdicts, GateState.CHECKED, "index.html"))
        .contains("%,d samples on aarch64, %,d samples on x86_64; 4 shards on 4 machines, "
            .formatted(one.samples(), one.samples()))
        .contains("Not stressed on aarch64 (needs 3 CPUs, this machine has 2): RingOfTransfers.");
  }

  @Test
  void thePagesHaveAColumnForEachPlatform() throws IOException {
    Verdicts verdicts = verdicts(
        RunFixture.good().sees("UnsafeBank", "TransferVersusValidate", "C2", TORN),
        RunFixture.good()
            .sees("UnsafeBank", "TransferVersusValidate", "C2", Map.of("MOVED, 170", 3L)));
    Path report = folder.resolve("report");
    new PageRenderer().render(verdicts, CostReport.NONE, report);

    String page =
        Jsoup.parse(report.resolve("variants/UnsafeBank.html").toFile()).text();
    assertThat(page)
        .contains("Samples on aarch64", "Samples on x86_64", "seen on aarch64 only")
        .contains("C2 on aarch64", "C2 on x86_64");
    assertThat(Jsoup.parse(report.resolve("index.html").toFile()).text())
        .contains("Machines 4, which had 4 shards")
        .contains("Platform aarch64 2 machines, 2 shards; Example CPU of aarch64, 2 CPUs");
  }

  private Verdicts verdicts(RunFixture x86, RunFixture arm) throws IOException {
    new ShardFixture(folder.resolve("x86_64"), x86).all(2);
    new ShardFixture(folder.resolve("aarch64"), arm).on("aarch64").all(2);
    return verdicts(folder);
  }

  private static Verdicts verdicts(Path folder) throws IOException {
    return Judge.judge(MergedShards.in(List.of(folder)).gathered(Optional.empty()));
  }

  private static PromiseVerdict promise(Verdicts verdicts, String variant, Promise promise) {
    return verdicts.variant(variant).orElseThrow().promise(promise).orElseThrow();
  }
}
