package dev.safebank.benchmarks.original;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.cost.Termination;
import dev.safebank.evidence.cost.TornTotals;
import dev.safebank.evidence.cost.VariantFinding;
import dev.safebank.model.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingsTableTest {

  private static VariantFinding finding(
      List<Promise> keeps, Termination ending, TornTotals torn, long overdrafts, long finalTotal) {
    return new VariantFinding(
        "MyBank", keeps, ending, 12_345_678, 50_000, torn, overdrafts, 44_500, finalTotal, 0);
  }

  private static final TornTotals NONE = TornTotals.none(44_500);

  @Test
  void theProgramFailsIfOneClaimIsBrokenButNotForWhatIsAdmitted() {
    List<Promise> all = List.of(Promise.values());
    VariantFinding right = finding(all, Termination.FINISHED, NONE, 0, 44_500);
    VariantFinding admitted = finding(List.of(), Termination.DEADLOCKED, NONE.and(1), 1, 44_499);
    VariantFinding broken = finding(all, Termination.FINISHED, NONE, 1, 44_500);
    assertThat(OriginalProgramCommand.exitCode(List.of(right, admitted))).isZero();
    assertThat(OriginalProgramCommand.exitCode(List.of(right, broken, admitted)))
        .isEqualTo(1);
  }

  @Test
  void theTableSaysWhatWentWrongAndWhetherThatIsClaimed() {
    List<Promise> all = List.of(Promise.values());
    TornTotals torn = NONE.and(44_450).and(44_600);
    List<String> table = FindingsTable.of(List.of(
        finding(all, Termination.FINISHED, NONE, 0, 44_500),
        finding(List.of(), Termination.FINISHED, torn, 3, 43_100),
        finding(all, Termination.DEADLOCKED, NONE, 0, 44_500),
        finding(all, Termination.STUCK, torn, 0, 44_501)));

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
    assertThat(FindingsTable.of(List.of(finding)).get(1))
        .contains("unknown: 2 threads did not end");
  }
}
