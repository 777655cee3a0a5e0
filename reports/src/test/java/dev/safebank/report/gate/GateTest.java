package dev.safebank.report.gate;

import static dev.safebank.report.fixture.RunFixture.allBut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.program.ProgramViolation;
import dev.safebank.evidence.program.UnspecifiedCall;
import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.model.Promise;
import dev.safebank.report.fixture.Blockages;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.input.CellExploration;
import dev.safebank.report.judge.Judge;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate says when a right variant is made a wrong one, as the evidence would show it. */
class GateTest {

  @Test
  void thereIsOneCheckPerVariantAndPromiseByName() {
    List<GateCheck> checks = Gate.promises(RunFixture.good().verdicts());
    assertThat(checks).hasSize(4 * Promise.values().length);
    assertThat(checks)
        .extracting(GateCheck::name)
        .contains(
            "GlobalLockBank × consistent total: HELD, as claimed",
            "UnsafeBank × consistent total: BROKEN, as admitted",
            "AccountLocksBank × never deadlocks: DEADLOCK, as admitted");
    assertThat(checks).allMatch(GateCheck::passes);
  }

  @Test
  void thereIsOneCheckPerCellByName() {
    List<GateCheck> checks = Gate.cells(RunFixture.good().verdicts());
    assertThat(checks).hasSize(4 * 5);
    assertThat(checks)
        .extracting(GateCheck::name)
        .contains(
            "GlobalLockBank × TransferVersusValidate: TESTED, 1,000,000 samples",
            "GlobalLockBank × RingOfTransfers: SKIPPED, 0 samples");
  }

  @Test
  void theVerdictsOfAnotherBuildFail() {
    Verdicts verdicts = Judge.judge(RunFixture.good().gathered(), Optional.of("yesterday"));
    assertThat(Gate.build(verdicts, Optional.of("yesterday")).passes()).isTrue();
    assertThat(Gate.build(verdicts, Optional.empty()).passes()).isTrue();
    assertThat(Gate.build(verdicts, Optional.of("today")).message())
        .isEqualTo(
            "The verdicts are of another build (yesterday) than this one (today), which wrote"
                + " none. Run `mvn verify` without -Dexec.skip.");
    assertThat(Gate.build(RunFixture.good().verdicts(), Optional.of("today")).passes())
        .isFalse();
  }

  @Test
  void onlyAGateThatMadeItsChecksInThisBuildLeavesAMark(@TempDir Path folder) throws IOException {
    assertThat(GateRun.of(folder, "today")).isFalse();
    GateRun.mark(folder, "yesterday");
    assertThat(GateRun.of(folder, "today")).isFalse();
    GateRun.mark(folder, "today");
    assertThat(GateRun.of(folder, "today")).isTrue();
  }

  @Test
  void droppingTheLockFromValidateFails() {
    RunFixture run = RunFixture.good()
        .sees(
            "GlobalLockBank",
            "TransferVersusValidate",
            "C2",
            Map.of("MOVED, 150", 40L, "MOVED, 250", 2L));
    assertThat(failures(run))
        .containsEntry(
            "GlobalLockBank × consistent total: BROKEN, but not as claimed",
            "GlobalLockBank claims CONSISTENT_TOTAL, but TransferVersusValidate gave \"MOVED, 150\" in"
                + " 40 and \"MOVED, 250\" in 2 of 1,000,042 samples (C2): validate() gave 150 where"
                + " the specification allows 200.")
        .containsKey("GlobalLockBank × linearizable: BROKEN, but not as claimed")
        .hasSize(2);
  }

  @Test
  void swappingTheLockOrderFails() {
    RunFixture run = RunFixture.good()
        .blocks("GlobalLockBank", "TransferVersusValidate", Blockages.crossedLocks());
    assertFails(
        run,
        "GlobalLockBank × never deadlocks: DEADLOCK, but not as claimed",
        "GlobalLockBank claims NEVER_DEADLOCKS, but TransferVersusValidate gave \"DEADLOCK\" in 17 of"
            + " 1,000,017 samples (C2): transfer(0, 1, 50) gave DEADLOCK where the specification"
            + " allows MOVED.");
  }

  @Test
  void removingAFinallyFails() {
    RunFixture run =
        RunFixture.good().blocks("GlobalLockBank", "FailedTransfer", Blockages.leakedLock());
    assertFails(
        run,
        "GlobalLockBank × releases locks: STUCK, but not as claimed",
        "GlobalLockBank claims RELEASES_LOCKS, but FailedTransfer gave \"STUCK\" in 17 of 1,000,017"
            + " samples (C2): transfer(0, 1, 30) gave STUCK where the specification allows MOVED.");
  }

  @Test
  void aBankWhoseTransferSaysTrueAndMovesNothingFails() {
    RunFixture run =
        RunFixture.good().explored(alone("AccountLocksBank", "Overdraw", "MOVED, MOVED, 100, 300"));
    assertThat(failures(run).values())
        .contains("AccountLocksBank claims LINEARIZABLE, but an interleaving of Overdraw leads to"
            + " \"MOVED, MOVED, 100, 300\": transfer(0, 1, 80) gave MOVED and transfer(0, 2, 80) gave"
            + " MOVED, and left [100, 300]; the specification allows \"MOVED, REFUSED, 20, 300\" or"
            + " \"REFUSED, MOVED, 20, 300\", also when the actors go one after the other.")
        .contains(
            "AccountLocksBank in Overdraw: the bank broke its contract: transfer(0, 1, 80) gave"
                + " MOVED and transfer(0, 2, 80) gave MOVED, and left [100, 300]; the specification allows"
                + " \"MOVED, REFUSED, 20, 300\" or \"REFUSED, MOVED, 20, 300\", also when the actors go"
                + " one after the other (an interleaving leads to \"MOVED, MOVED, 100, 300\").");
  }

  @Test
  void aBankWhoseEveryCallThrowsFails() {
    RunFixture run = RunFixture.good()
        .explored(alone(
            "UnsafeBank",
            "TransferVersusValidate",
            "UnsupportedOperationException, UnsupportedOperationException"));
    assertThat(failures(run).values())
        .anyMatch(message -> message.startsWith(
            "UnsafeBank in TransferVersusValidate: the bank broke its contract: transfer(0, 1, 50)"
                + " gave UnsupportedOperationException where the specification allows MOVED, and"
                + " validate() gave UnsupportedOperationException where the specification allows"
                + " 200"));
  }

  @Test
  void aBankThatLosesMoneyIsNotExcusedByTheDeadlockThatItAdmits() {
    RunFixture run = RunFixture.good()
        .sees("AccountLocksBank", "Overdraw", "C2", Map.of("MOVED, REFUSED, 20, 270", 8_922L));
    assertThat(failures(run).values())
        .contains("AccountLocksBank claims CONSERVES_MONEY, but Overdraw gave \"MOVED, REFUSED, 20,"
            + " 270\" in 8,922 of 2,008,922 samples (C2): transfer(0, 1, 80) gave MOVED and"
            + " transfer(0, 2, 80) gave REFUSED, and left [20, 270]; the specification allows"
            + " \"MOVED, REFUSED, 20, 300\" or \"REFUSED, MOVED, 20, 300\".");
  }

  @Test
  void aProgramThatBreaksAClaimFailsWithTheSmallestOne() {
    RunFixture run = RunFixture.good()
        .scope(RunFixture.allPrograms(
            "GlobalLockBank", violation(Optional.of(Promise.CONSERVES_MONEY))));
    assertThat(failures(run))
        .containsEntry(
            "GlobalLockBank × conserves money: BROKEN, but not as claimed",
            "GlobalLockBank claims CONSERVES_MONEY, but 12 programs of 2 actors × 1 call over 3"
                + " accounts break it: in \"transfer(0, 1, 50) on [100, 100]\" transfer(0, 1, 50) gave"
                + " true where the specification allows false.")
        .containsKey("GlobalLockBank × linearizable: BROKEN, but not as claimed")
        .hasSize(2);
  }

  @Test
  void aProgramThatBreaksTheContractFailsWhateverIsAdmitted() {
    RunFixture run =
        RunFixture.good().scope(RunFixture.allPrograms("UnsafeBank", violation(Optional.empty())));
    assertThat(run.verdicts().reasons())
        .extracting(GateViolation::message)
        .containsExactly("UnsafeBank in 12 programs of 2 actors × 1 call over 3 accounts: the bank"
            + " broke its contract: in \"transfer(0, 1, 50) on [100, 100]\" transfer(0, 1, 50) gave"
            + " true where the specification allows false.");
    assertThat(failures(run).values()).hasSize(1);
  }

  private static ProgramViolation violation(Optional<Promise> breaks) {
    return new ProgramViolation(
        breaks,
        "Money was lost.",
        "transfer(0, 1, 50) on [100, 100]",
        "true and [50, 100]",
        List.of(new UnspecifiedCall(0, "transfer(0, 1, 50)", "true", List.of("false"))),
        List.of("false and [100, 100]"),
        12,
        new RecordedWitness(
            "true and [50, 100]", List.of("transfer"), 0, true, List.of(), List.of(), "0_1"));
  }

  /** A cell that leads to one outcome only, even if its actors go one after the other. */
  private static CellExploration alone(String variant, String scenario, String outcome) {
    return new CellExploration(
        RunFixture.test(variant, scenario),
        new ExplorationVerdict(2, false, List.of("stopped"), List.of(), List.of()),
        new TreeMap<>(Map.of(outcome, 2L)),
        Set.of(outcome),
        Map.of(),
        List.of());
  }

  /** All checks that do not pass, with their messages by their names. */
  private static Map<String, String> failures(RunFixture run) {
    Verdicts verdicts = run.verdicts();
    return Stream.of(Gate.contracts(verdicts), Gate.cells(verdicts), Gate.promises(verdicts))
        .flatMap(List::stream)
        .filter(check -> !check.passes())
        .collect(Collectors.toMap(GateCheck::name, GateCheck::message));
  }

  @Test
  void claimingLessThanIsKeptFails() {
    RunFixture run = RunFixture.good().claims("GlobalLockBank", allBut(Promise.NEVER_OVERDRAWN));
    assertFails(
        run,
        "GlobalLockBank × never overdrawn: HELD, but not as admitted",
        "GlobalLockBank admits to breaking NEVER_OVERDRAWN, but Overdraw never showed it in"
            + " 2,000,000 samples. Claim it if the variant keeps it (@LockingVariant(keeps)), or"
            + " raise -Dstress.budget.");
  }

  @Test
  void aMissingCellFailsByName() {
    RunFixture run = RunFixture.good().forgets("UnsafeBank", "Overdraw");
    GateCheck check = failing(Gate.cells(run.verdicts()));
    assertThat(check.name()).isEqualTo("UnsafeBank × Overdraw: MISSING, 0 samples");
    assertThat(Gate.evidence(run.verdicts()).name()).isEqualTo("the evidence is not complete");
  }

  @Test
  void badEvidenceFails() {
    RunFixture run =
        RunFixture.good().objection(GateViolation.Rule.INCOMPLETE_EVIDENCE, "It was cut short.");
    GateCheck check = Gate.evidence(run.verdicts());
    assertThat(check.passes()).isFalse();
    assertThat(check.message()).isEqualTo("It was cut short.");
  }

  private static void assertFails(RunFixture run, String name, String message) {
    GateCheck check = failing(Gate.promises(run.verdicts()));
    assertThat(check.name()).isEqualTo(name);
    assertThat(check.message()).isEqualTo(message);
  }

  private static GateCheck failing(List<GateCheck> checks) {
    List<GateCheck> failing = checks.stream().filter(check -> !check.passes()).toList();
    assertThat(failing).hasSize(1);
    return failing.get(0);
  }
}
