package dev.safebank.stress.run.progress;

import static dev.safebank.stress.run.SampleCells.saw;
import static dev.safebank.stress.run.SampleCells.wentWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.stress.run.SampleCells;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnexpectedOutcomesTest {

  private final UnexpectedOutcomes unexpected = new UnexpectedOutcomes();
  private final PlannedFork safe = fork(SampleCells.SAFE);
  private final PlannedFork torn = fork(SampleCells.TORN);

  @Test
  void aSerialOutcomeSurprisesNobody() {
    assertThat(unexpected.in(safe, saw(safe, Map.of("MOVED, 200", 1L)))).isEmpty();
  }

  @Test
  void norDoesABreakThatIsAdmitted() {
    assertThat(unexpected.in(torn, saw(torn, Map.of("MOVED, 150", 1L)))).isEmpty();
  }

  @Test
  void aBrokenClaimIsToldWithItsPromiseAndOnlyOnce() {
    var record = saw(safe, Map.of("MOVED, 150", 3L, "MOVED, 200", 1_997L));

    assertThat(unexpected.in(safe, record))
        .containsExactly("SafeBank in Validate (C2) saw \"MOVED, 150\" (3 of 2,000 samples):"
            + " breaks CONSISTENT_TOTAL, which it claims to keep");
    assertThat(unexpected.in(safe, record)).isEmpty();
  }

  @Test
  void anOutcomeThatBreaksTheContractIsToldWhateverIsAdmitted() {
    assertThat(unexpected.in(torn, saw(torn, Map.of("MOVED, NullPointerException", 1L))))
        .containsExactly(
            "TornBank in Validate (C2) saw \"MOVED, NullPointerException\" (1 of 1 samples):"
                + " breaks the contract of a bank");
  }

  @Test
  void aForkThatWentWrongIsTold() {
    assertThat(unexpected.in(safe, wentWrong(safe, ForkStatus.CRASHED)))
        .containsExactly("SafeBank in Validate (C2) CRASHED: Failed with error code 1");
  }

  private static PlannedFork fork(VariantFacts variant) {
    return PlannedFork.first(
        SampleCells.cell(variant, SampleCells.VALIDATE), VmConfiguration.C2, 100);
  }
}
