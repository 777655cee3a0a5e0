package dev.safebank.report.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Blockages;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Objection;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.Witness;
import dev.safebank.stress.evidence.ForkStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellVerdictTest {

  private static final String CELL = "TransferVersusValidate";

  @Test
  void declaredOutcomesThatWereNeverSeenAreListedWithZero() {
    CellVerdict cell = cell(RunFixture.good(), "GlobalLockBank");
    assertThat(cell.outcomes())
        .extracting(OutcomeVerdict::outcome, OutcomeVerdict::samples)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("MOVED, 200", 1_000_000L),
            org.assertj.core.groups.Tuple.tuple("MOVED, 150", 0L),
            org.assertj.core.groups.Tuple.tuple("MOVED, 250", 0L),
            org.assertj.core.groups.Tuple.tuple("DEADLOCK", 0L),
            org.assertj.core.groups.Tuple.tuple("STUCK", 0L));
  }

  @Test
  void samplesAreCountedPerConfiguration() {
    OutcomeVerdict serial = cell(RunFixture.good(), "UnsafeBank").outcomes().get(0);
    assertThat(serial.kind()).isEqualTo(OutcomeKind.SERIAL);
    assertThat(serial.configurations())
        .containsExactly(Map.entry("C1", 500_000L), Map.entry("C2", 4_500_000L));
  }

  @Test
  void whicheverActorWasFreedADeadlockIsADeadlock() {
    RunFixture run = RunFixture.good()
        .sees("AccountLocksBank", CELL, "C1", Map.of("MOVED, DEADLOCK", 3L, "DEADLOCK, 200", 4L));
    OutcomeVerdict deadlock = cell(run, "AccountLocksBank").outcomes().get(3);
    assertThat(deadlock.outcome()).isEqualTo("DEADLOCK");
    assertThat(deadlock.samples()).isEqualTo(24);
  }

  @Test
  void anUndeclaredOutcomeIsUnexplainedAndFailsWhereNoBreakIsAdmitted() {
    RunFixture run = RunFixture.good().sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 173", 3L));
    assertThat(messages(run))
        .containsExactly("GlobalLockBank in TransferVersusValidate gave"
            + " \"MOVED, 173\" in 3 of 1,000,003 samples (C2), UNEXPLAINED: the scenario does not know"
            + " this outcome.");
  }

  @Test
  void anUndeclaredOutcomeIsShownButDoesNotFailWhereABreakIsAdmitted() {
    RunFixture run = RunFixture.good().sees("UnsafeBank", CELL, "C2", Map.of("MOVED, 173", 3L));
    assertThat(cell(run, "UnsafeBank").unexplained()).isTrue();
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void anOutcomeThatNoInterleavingLeadsToIsUnexplainedAndFailsWithoutADataRace() {
    RunFixture run = RunFixture.good()
        .explored(
            "UnsafeBank", CELL, RunFixture.raceFree(4), Map.of("MOVED, 200", 3L, "MOVED, 150", 1L));
    assertThat(messages(run))
        .containsExactly("UnsafeBank in TransferVersusValidate gave"
            + " \"MOVED, 250\" in 7 of 5,000,319 samples (C2), UNEXPLAINED: no interleaving leads there,"
            + " and the cell has no data race that could.");
  }

  @Test
  void anOutcomeThatNoInterleavingLeadsToIsLegalWhereThereIsADataRace() {
    Exploration racy = new Exploration(
        4,
        true,
        List.of(),
        List.of(),
        List.of(new Exploration.Race("balances[]", "write", "read")));
    RunFixture run = RunFixture.good()
        .explored("UnsafeBank", CELL, racy, Map.of("MOVED, 200", 3L, "MOVED, 150", 1L));
    assertThat(cell(run, "UnsafeBank").outcomes().get(2).kind()).isEqualTo(OutcomeKind.UNEXPLAINED);
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void anOutcomeThatTheScenarioDoesNotKnowIsAnAnomalyIfAnInterleavingLeadsToIt() {
    RunFixture run = RunFixture.good()
        .explored(
            "UnsafeBank",
            CELL,
            RunFixture.raceFree(4),
            Map.of("MOVED, 200", 1L, "MOVED, 150", 1L, "MOVED, 250", 1L, "MOVED, 173", 1L));
    assertThat(cell(run, "UnsafeBank").outcomes().get(5).kind()).isEqualTo(OutcomeKind.ANOMALY);
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void anAnomalyWithoutANameFailsWhereNoBreakIsAdmitted() {
    RunFixture run = RunFixture.good()
        .explored(
            "GlobalLockBank",
            CELL,
            RunFixture.raceFree(4),
            Map.of("MOVED, 200", 3L, "MOVED, 173", 1L));
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank in TransferVersusValidate has an interleaving that leads to \"MOVED,"
                + " 173\", which the scenario does not know: declare it there.");
  }

  @Test
  void aBoundedExplorationMakesNothingUnexplained() {
    RunFixture run = RunFixture.good()
        .explored(
            "UnsafeBank",
            CELL,
            new Exploration(1, false, List.of("bounded"), List.of(), List.of()),
            Map.of("MOVED, 200", 1L));
    assertThat(cell(run, "UnsafeBank").unexplained()).isFalse();
  }

  @Test
  void aCrashedForkIsMadeGoodByALaterOneOnTheSameConfiguration() {
    RunFixture run = RunFixture.good()
        .ends("GlobalLockBank", CELL, ForkStatus.CRASHED, "exit code 134")
        .sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 200", 5L));
    assertThat(cell(run, "GlobalLockBank").status()).isEqualTo(CellStatus.TESTED);
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void aCrashedForkThatIsNotMadeGoodFails() {
    RunFixture run = RunFixture.good()
        .ends("UnsafeBank", CELL, ForkStatus.CRASHED, "exit code 134")
        .sees("UnsafeBank", CELL, "C1", Map.of("MOVED, 200", 5L));
    assertThat(cell(run, "UnsafeBank").status()).isEqualTo(CellStatus.FAILED);
    assertThat(messages(run))
        .containsExactly("UnsafeBank in TransferVersusValidate is UNTESTED: a"
            + " fork on C2 crashed (exit code 134), and was not made good.");
  }

  @Test
  void aForkThatTheWatchdogHaltedIsNoCrash() {
    RunFixture run = RunFixture.good()
        .ends("AccountLocksBank", CELL, ForkStatus.HALTED, "blocked in synchronized");
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void forksWithoutASampleAreNoEvidence() {
    RunFixture run = RunFixture.good()
        .forgets("GlobalLockBank", CELL)
        .sees("GlobalLockBank", CELL, "C2", Map.of());
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank in TransferVersusValidate is UNTESTED:" + " its forks took no sample.");
  }

  @Test
  void theFirstBlockageOfEachKindIsTheWitness() {
    RunFixture run = RunFixture.good().blocks("AccountLocksBank", CELL, Blockages.crossedLocks());
    assertThat(cell(run, "AccountLocksBank").witnesses())
        .containsExactly(new Witness.ObservedBlockage("DEADLOCK", "C2", Blockages.crossedLocks()));
  }

  private static CellVerdict cell(RunFixture run, String variant) {
    Verdicts verdicts = run.verdicts();
    return verdicts.variant(variant).orElseThrow().scenario(CELL).orElseThrow();
  }

  private static List<String> messages(RunFixture run) {
    return run.verdicts().reasons().stream().map(Objection::message).toList();
  }
}
