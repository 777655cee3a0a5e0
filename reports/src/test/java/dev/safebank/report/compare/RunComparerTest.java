package dev.safebank.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.cost.CostReport;
import dev.safebank.report.fixture.Cases;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.verdict.Verdicts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunComparerTest {

  private static final Verdicts GOOD = Cases.ALL_GOOD.verdicts();

  @Test
  void aRunComparedWithItselfShowsNothing() {
    RunComparison comparison = compare(GOOD, Cases.ALL_GOOD.verdicts());
    assertThat(comparison.mustBeLookedAt()).isFalse();
    assertThat(comparison.sentence())
        .isEqualTo("Same verdicts, and no new outcome that the specification does not allow.");
    assertThat(comparison.rates()).isEmpty();
    assertThat(comparison.prices()).isEmpty();
  }

  @Test
  void aVerdictThatGotWorseAndItsOutcomeAreNamed() {
    RunComparison comparison = compare(GOOD, Cases.CLAIM_BROKEN.verdicts());
    assertThat(comparison.mustBeLookedAt()).isTrue();
    assertThat(comparison.verdicts())
        .extracting(RunComparison.VerdictChange::words)
        .containsExactly(
            "GlobalLockBank, consistent total: HELD → BROKEN, worse",
            "GlobalLockBank, linearizable: HELD → BROKEN, worse");
    assertThat(comparison.outcomes())
        .extracting(RunComparison.NewOutcome::words)
        .containsExactly("GlobalLockBank in TransferVersusValidate: \"MOVED, 150\", which the"
            + " specification does not allow, seen 312 times");
  }

  @Test
  void aVerdictThatGotBetterIsNotCalledWorse() {
    RunComparison comparison = compare(Cases.CLAIM_BROKEN.verdicts(), GOOD);
    assertThat(comparison.verdicts()).hasSize(2).noneMatch(RunComparison.VerdictChange::worse);
  }

  @Test
  void aVariantThatIsGoneMustBeLookedAt() {
    Verdicts without = RunFixture.good()
        .select("stress.variants", "*", cell -> !cell.variant().equals("UnsafeBank"))
        .verdicts();
    RunComparison comparison = compare(GOOD, without);
    assertThat(comparison.disappeared()).containsExactly("UnsafeBank");
    assertThat(comparison.mustBeLookedAt()).isTrue();
  }

  @Test
  void aRateThatMovedBeyondItsBoundsIsNamedAndAloneIsNoFault() {
    Verdicts more = RunFixture.good()
        .sees(
            "UnsafeBank",
            "TransferVersusValidate",
            "C2",
            Map.of("MOVED, 200", 1_000_000L, "MOVED, 150", 100_000L))
        .verdicts();
    RunComparison comparison = compare(GOOD, more);
    assertThat(comparison.rates())
        .extracting(RunComparison.MovedRate::words)
        .containsExactly("UnsafeBank in TransferVersusValidate: \"MOVED, 150\" 0.0062% → 1.6%");
    assertThat(comparison.mustBeLookedAt()).isFalse();
  }

  @Test
  void boundsThatOverlapAreNotApart() {
    assertThat(ShareBounds.of(5, 1_000).isApartFrom(ShareBounds.of(9, 1_000))).isFalse();
    assertThat(ShareBounds.of(5, 1_000).isApartFrom(ShareBounds.of(50, 1_000))).isTrue();
    assertThat(ShareBounds.of(0, 10).high()).isBetween(0.27, 0.28);
  }

  private static RunComparison compare(Verdicts before, Verdicts after) {
    return RunComparer.compare(before, CostReport.NONE, after, CostReport.NONE);
  }
}
