package dev.safebank.stress.run;

import static dev.safebank.stress.run.SampleCells.saw;
import static dev.safebank.stress.run.SampleCells.wentWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.evidence.ForkStatus;
import dev.safebank.stress.evidence.VariantFacts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurprisesTest {

  private final Surprises surprises = new Surprises();
  private final PlannedFork safe = fork(SampleCells.SAFE);
  private final PlannedFork torn = fork(SampleCells.TORN);

  @Test
  void aSerialOutcomeSurprisesNobody() {
    assertThat(surprises.in(safe, saw(safe, Map.of("MOVED, 200", 1L)))).isEmpty();
  }

  @Test
  void norDoesABreakThatIsAdmitted() {
    assertThat(surprises.in(torn, saw(torn, Map.of("MOVED, 150", 1L)))).isEmpty();
  }

  @Test
  void aBrokenClaimIsToldWithItsPromiseAndOnlyOnce() {
    var record = saw(safe, Map.of("MOVED, 150", 3L, "MOVED, 200", 1_997L));

    assertThat(surprises.in(safe, record))
        .containsExactly("SafeBank in Validate (C2) saw \"MOVED, 150\" (3 of 2,000 samples):"
            + " breaks CONSISTENT_TOTAL, which it claims to keep");
    assertThat(surprises.in(safe, record)).isEmpty();
  }

  @Test
  void anOutcomeThatNobodyDeclaredIsTold() {
    assertThat(surprises.in(torn, saw(torn, Map.of("MOVED, 7", 1L))))
        .containsExactly("TornBank in Validate (C2) saw \"MOVED, 7\" (1 of 1 samples):"
            + " no known way leads there");
  }

  @Test
  void aForkThatWentWrongIsTold() {
    assertThat(surprises.in(safe, wentWrong(safe, ForkStatus.CRASHED)))
        .containsExactly("SafeBank in Validate (C2) CRASHED: Failed with error code 1");
  }

  private static PlannedFork fork(VariantFacts variant) {
    return new PlannedFork(
        SampleCells.cell(variant, SampleCells.VALIDATE), VmConfiguration.C2, 100, false);
  }
}
