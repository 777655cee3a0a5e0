package dev.safebank.evidence.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantFindingTest {

  private static VariantFinding finding(
      List<Promise> keeps, Termination ending, TornTotals torn, long overdrafts, long finalTotal) {
    return new VariantFinding(
        "MyBank", keeps, ending, 12_345_678, 50_000, torn, overdrafts, 44_500, finalTotal, 0);
  }

  private static final TornTotals NONE = TornTotals.none(44_500);

  @Test
  void aBankThatDoesEverythingRightBreaksNothing() {
    VariantFinding finding =
        finding(List.of(Promise.values()), Termination.FINISHED, NONE, 0, 44_500);
    assertThat(finding.broken()).isEmpty();
  }

  @Test
  void eachKindOfFaultBreaksItsPromise() {
    List<Promise> all = List.of(Promise.values());
    TornTotals torn = NONE.and(44_450);
    assertThat(finding(all, Termination.FINISHED, NONE, 0, 44_499).brokenClaims())
        .containsExactly(Promise.CONSERVES_MONEY);
    assertThat(finding(all, Termination.FINISHED, torn, 0, 44_500).brokenClaims())
        .containsExactly(Promise.CONSISTENT_TOTAL);
    assertThat(finding(all, Termination.FINISHED, NONE, 1, 44_500).brokenClaims())
        .containsExactly(Promise.NEVER_OVERDRAWN);
    assertThat(finding(all, Termination.STUCK, NONE, 0, 44_500).brokenClaims())
        .containsExactly(Promise.NEVER_DEADLOCKS);
  }

  @Test
  void aBreakThatIsAdmittedBreaksNoClaim() {
    VariantFinding finding = finding(
        List.of(Promise.NEVER_OVERDRAWN), Termination.DEADLOCKED, NONE.and(44_450), 0, 44_499);
    assertThat(finding.broken()).hasSize(3);
    assertThat(finding.brokenClaims()).isEmpty();
  }

  @Test
  void tornTotalsRememberTheFirstTheLowestAndTheHighest() {
    assertThat(NONE.and(44_450).and(44_600).and(44_300).and(44_499))
        .isEqualTo(new TornTotals(4, 44_450, 44_300, 44_600));
  }

  @Test
  void whereThreadsWereAbandonedTheFinalTotalBreaksNothing() {
    VariantFinding finding = new VariantFinding(
        "MyBank",
        List.of(Promise.values()),
        Termination.DEADLOCKED,
        1,
        0,
        NONE,
        0,
        44_500,
        44_000,
        2);
    assertThat(finding.broken()).containsExactly(Promise.NEVER_DEADLOCKS);
  }
}
