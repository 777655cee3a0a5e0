package dev.safebank.original;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingTest {

  private static Finding finding(
      List<Promise> keeps, Ending ending, TornTotals torn, long overdrafts, long finalTotal) {
    return new Finding(
        "MyBank", keeps, ending, 12_345_678, 50_000, torn, overdrafts, 44_500, finalTotal, 0);
  }

  private static final TornTotals NONE = TornTotals.none(44_500);

  @Test
  void aBankThatDoesEverythingRightBreaksNothing() {
    Finding finding = finding(List.of(Promise.values()), Ending.FINISHED, NONE, 0, 44_500);
    assertThat(finding.broken()).isEmpty();
  }

  @Test
  void eachKindOfFaultBreaksItsPromise() {
    List<Promise> all = List.of(Promise.values());
    TornTotals torn = NONE.and(44_450);
    assertThat(finding(all, Ending.FINISHED, NONE, 0, 44_499).brokenClaims())
        .containsExactly(Promise.CONSERVES_MONEY);
    assertThat(finding(all, Ending.FINISHED, torn, 0, 44_500).brokenClaims())
        .containsExactly(Promise.CONSISTENT_TOTAL);
    assertThat(finding(all, Ending.FINISHED, NONE, 1, 44_500).brokenClaims())
        .containsExactly(Promise.NEVER_OVERDRAWN);
    assertThat(finding(all, Ending.STUCK, NONE, 0, 44_500).brokenClaims())
        .containsExactly(Promise.NEVER_DEADLOCKS);
  }

  @Test
  void aBreakThatIsAdmittedBreaksNoClaim() {
    Finding finding =
        finding(List.of(Promise.NEVER_OVERDRAWN), Ending.DEADLOCKED, NONE.and(44_450), 0, 44_499);
    assertThat(finding.broken()).hasSize(3);
    assertThat(finding.brokenClaims()).isEmpty();
  }

  @Test
  void theProgramFailsIfOneClaimIsBrokenButNotForWhatIsAdmitted() {
    List<Promise> all = List.of(Promise.values());
    Finding right = finding(all, Ending.FINISHED, NONE, 0, 44_500);
    Finding admitted = finding(List.of(), Ending.DEADLOCKED, NONE.and(1), 1, 44_499);
    Finding broken = finding(all, Ending.FINISHED, NONE, 1, 44_500);
    assertThat(OriginalProgram.exitCode(List.of(right, admitted))).isZero();
    assertThat(OriginalProgram.exitCode(List.of(right, broken, admitted))).isEqualTo(1);
  }

  @Test
  void tornTotalsRememberTheFirstTheLowestAndTheHighest() {
    assertThat(NONE.and(44_450).and(44_600).and(44_300).and(44_499))
        .isEqualTo(new TornTotals(4, 44_450, 44_300, 44_600));
  }

  @Test
  void theTableSaysWhatWentWrongAndWhetherThatIsClaimed() {
    List<Promise> all = List.of(Promise.values());
    TornTotals torn = NONE.and(44_450).and(44_600);
    List<String> table = FindingsTable.of(List.of(
        finding(all, Ending.FINISHED, NONE, 0, 44_500),
        finding(List.of(), Ending.FINISHED, torn, 3, 43_100),
        finding(all, Ending.DEADLOCKED, NONE, 0, 44_500),
        finding(all, Ending.STUCK, torn, 0, 44_501)));

    assertThat(table)
        .containsExactly(
            "variant                    time  torn totals   first  lowest  highest  at the end "
                + " overdrafts  claims",
            "MyBank                    12 ms         none                                right "
                + "       none  as claimed",
            "MyBank                    12 ms            2  44,450  44,450   44,600  lost 1,400 "
                + "          3  as claimed",
            "MyBank   deadlocked after 12 ms         none                                right "
                + "       none  BROKEN: never deadlocks",
            "MyBank        stuck after 12 ms            2  44,450  44,450   44,600    gained 1 "
                + "       none  BROKEN: conserves money, consistent total, never deadlocks");
  }

  @Test
  void whereThreadsWereAbandonedTheFinalTotalSaysNothing() {
    Finding finding = new Finding(
        "MyBank", List.of(Promise.values()), Ending.DEADLOCKED, 1, 0, NONE, 0, 44_500, 44_000, 2);
    assertThat(finding.broken()).containsExactly(Promise.NEVER_DEADLOCKS);
    assertThat(FindingsTable.of(List.of(finding)).get(1))
        .contains("unknown: 2 threads did not end");
  }
}
