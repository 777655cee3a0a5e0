package dev.safebank.report.gate;

import static dev.safebank.report.fixture.RunFixture.allBut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import dev.safebank.report.fixture.Blockages;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.verdict.Objection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gate says when a right variant is made a wrong one, as the evidence would show it. */
class GateTest {

  @Test
  void thereIsOneCheckPerVariantAndPromiseByName() {
    List<GateCheck> checks = Gate.promises(RunFixture.good().verdicts());
    assertThat(checks).hasSize(4 * 7);
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
  void droppingTheLockFromValidateFails() {
    RunFixture run = RunFixture.good()
        .sees(
            "GlobalLockBank",
            "TransferVersusValidate",
            "C2",
            Map.of("MOVED, 150", 40L, "MOVED, 250", 2L));
    assertFails(
        run,
        "GlobalLockBank × consistent total: BROKEN, but not as claimed",
        "GlobalLockBank claims CONSISTENT_TOTAL, but TransferVersusValidate gave \"MOVED, 150\" in 40"
            + " and \"MOVED, 250\" in 2 of 1,000,042 samples (C2).");
  }

  @Test
  void swappingTheLockOrderFails() {
    RunFixture run = RunFixture.good()
        .blocks("GlobalLockBank", "TransferVersusValidate", Blockages.crossedLocks());
    assertFails(
        run,
        "GlobalLockBank × never deadlocks: DEADLOCK, but not as claimed",
        "GlobalLockBank claims NEVER_DEADLOCKS, but TransferVersusValidate gave \"DEADLOCK\" in 17 of"
            + " 1,000,017 samples (C2).");
  }

  @Test
  void removingAFinallyFails() {
    RunFixture run =
        RunFixture.good().blocks("GlobalLockBank", "FailedTransfer", Blockages.leakedLock());
    assertFails(
        run,
        "GlobalLockBank × releases locks: STUCK, but not as claimed",
        "GlobalLockBank claims RELEASES_LOCKS, but FailedTransfer gave \"STUCK\" in 17 of 1,000,017"
            + " samples (C2).");
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
        RunFixture.good().objection(Objection.Kind.INCOMPLETE_EVIDENCE, "It was cut short.");
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
