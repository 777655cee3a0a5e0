package dev.safebank.stress.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.SampleCells;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.Planner;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

  /** A run must not say that time was short, and not by whom it was taken. */
  @Test
  void namesTheCellThatHungBeforeThoseThatItLeftNoTimeFor() {
    Planner planner = new Planner(
        List.of(
            SampleCells.cell(SampleCells.SAFE, SampleCells.VALIDATE),
            SampleCells.cell(SampleCells.TORN, SampleCells.CROSSING)),
        List.of(VmConfiguration.C1, VmConfiguration.C2),
        1);
    PlannedFork hung = planner.next(Duration.ofMinutes(1), Duration.ZERO).orElseThrow();
    planner.ended(hung, SampleCells.wentWrong(hung, ForkStatus.HUNG));

    assertThat(RunSummary.lines(planner, Duration.ofSeconds(25)))
        .containsSubsequence(
            "Failed, and took 300 ms of the run (1): SafeBank in Validate (HUNG).",
            "UNTESTED for lack of time (1): TornBank in Crossing.",
            "Give the run more time, e.g. -Dstress.budget=30s.");
  }
}
