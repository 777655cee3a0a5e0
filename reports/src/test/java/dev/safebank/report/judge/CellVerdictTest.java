package dev.safebank.report.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.witness.RecordedHolder;
import dev.safebank.evidence.witness.RecordedLocation;
import dev.safebank.evidence.witness.RecordedResource;
import dev.safebank.evidence.witness.RecordedWait;
import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.model.Promise;
import dev.safebank.report.fixture.Blockages;
import dev.safebank.report.fixture.Interleavings;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.input.CellExploration;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.CellVerdict;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.OutcomeKind;
import dev.safebank.report.verdict.OutcomeVerdict;
import dev.safebank.report.verdict.VerdictWitness;
import dev.safebank.report.verdict.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellVerdictTest {

  private static final String CELL = "TransferVersusValidate";

  @Test
  void whatTheSpecificationAllowsIsListedEvenIfNeverSeen() {
    CellVerdict cell = cell(RunFixture.good().forgets("GlobalLockBank", CELL), "GlobalLockBank");
    assertThat(cell.outcomes())
        .extracting(OutcomeVerdict::outcome, OutcomeVerdict::samples)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("MOVED, 200", 0L));
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
    OutcomeVerdict deadlock = cell(run, "AccountLocksBank").outcomes().get(1);
    assertThat(deadlock.outcome()).isEqualTo("DEADLOCK");
    assertThat(deadlock.samples()).isEqualTo(24);
  }

  @Test
  void anOutcomeThatNobodyThoughtOfBreaksWhatItBreaksByLaw() {
    RunFixture run = RunFixture.good().sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 173", 3L));
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank claims CONSISTENT_TOTAL, but TransferVersusValidate gave \"MOVED, 173\" in"
                + " 3 of 1,000,003 samples (C2): validate() gave 173 where the specification allows"
                + " 200.",
            "GlobalLockBank claims LINEARIZABLE, but TransferVersusValidate gave \"MOVED, 173\" in 3"
                + " of 1,000,003 samples (C2): validate() gave 173 where the specification allows"
                + " 200.");
  }

  @Test
  void aResultThatTheContractNeverAllowsIsExcusedByNothingThatIsAdmitted() {
    RunFixture run =
        RunFixture.good().sees("UnsafeBank", CELL, "C2", Map.of("NullPointerException, 200", 3L));
    assertThat(messages(run))
        .containsExactly("UnsafeBank in TransferVersusValidate: the bank broke its contract:"
            + " transfer(0, 1, 50) gave NullPointerException where the specification allows MOVED"
            + " (gave \"NullPointerException, 200\" in 3 of 5,000,322 samples (C2)).");
  }

  @Test
  void whatABankDoesAloneIsExcusedByNothingThatItAdmitsOfConcurrentCalls() {
    RunFixture run = RunFixture.good()
        .explored(alone("UnsafeBank", CELL, "MOVED, 150", "MOVED, 150", "MOVED, 250"));
    assertThat(messages(run))
        .containsExactly("UnsafeBank in TransferVersusValidate: the bank broke its contract:"
            + " validate() gave 150 where the specification allows 200, also when the actors go one"
            + " after the other (gave \"MOVED, 150\" in 312 of 5,000,319 samples (C2)).");
  }

  @Test
  void whatABankMayDoAloneByWhatItAdmitsIsExcused() {
    RunFixture run = RunFixture.good()
        .forgets("LeakyGlobalLockBank", "FailedTransfer")
        .sees("LeakyGlobalLockBank", "FailedTransfer", "C2", Map.of("FAILED, MOVED, 150", 9L))
        .claims(
            "LeakyGlobalLockBank",
            RunFixture.allBut(Promise.UNDOES_FAILED_TRANSFERS, Promise.LINEARIZABLE))
        .explored(alone(
            "LeakyGlobalLockBank", "FailedTransfer", "FAILED, MOVED, 150", "FAILED, MOVED, 150"));
    assertThat(messages(run)).isEmpty();
  }

  /** A cell of which every outcome is reached, and one even if its actors go one by one. */
  private static CellExploration alone(
      String variant, String scenario, String serial, String... others) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    Scenarios.ALL.stream()
        .filter(facts -> facts.name().equals(scenario))
        .forEach(facts -> facts.serialOutcomes().forEach(outcome -> outcomes.put(outcome, 1L)));
    List.of(others).forEach(outcome -> outcomes.put(outcome, 1L));
    return new CellExploration(
        RunFixture.test(variant, scenario),
        RunFixture.raceFree(9),
        outcomes,
        Set.of(serial),
        Map.of(),
        List.of());
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
    ExplorationVerdict racy =
        new ExplorationVerdict(4, true, List.of(), List.of(), List.of(Interleavings.race()));
    RunFixture run = RunFixture.good()
        .explored("UnsafeBank", CELL, racy, Map.of("MOVED, 200", 3L, "MOVED, 150", 1L));
    assertThat(cell(run, "UnsafeBank").outcomes().get(2).kind()).isEqualTo(OutcomeKind.UNEXPLAINED);
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void anOutcomeOfADataRaceThatBreaksWhatIsClaimedIsABreakAndNothingElse() {
    ExplorationVerdict racy =
        new ExplorationVerdict(4, true, List.of(), List.of(), List.of(Interleavings.race()));
    RunFixture run = RunFixture.good()
        .explored("GlobalLockBank", CELL, racy, Map.of("MOVED, 200", 3L))
        .sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 150", 3L));
    assertThat(messages(run)).hasSize(2).allMatch(message -> message.contains(" claims "));
  }

  @Test
  void aBoundedExplorationMakesNothingUnexplained() {
    RunFixture run = RunFixture.good()
        .explored(
            "UnsafeBank",
            CELL,
            new ExplorationVerdict(1, false, List.of("bounded"), List.of(), List.of()),
            Map.of("MOVED, 200", 1L));
    assertThat(cell(run, "UnsafeBank").unexplained()).isFalse();
  }

  @Test
  void aForkThatOthersKilledIsMadeGoodByALaterOneOnTheSameConfiguration() {
    RunFixture run = RunFixture.good()
        .ends("GlobalLockBank", CELL, ForkStatus.KILLED, "exit code 137")
        .sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 200", 5L));
    assertThat(cell(run, "GlobalLockBank").status()).isEqualTo(CellStatus.TESTED);
    assertThat(messages(run)).isEmpty();
  }

  @Test
  void aForkThatOthersKilledAndThatIsNotMadeGoodFails() {
    RunFixture run = RunFixture.good()
        .ends("UnsafeBank", CELL, ForkStatus.KILLED, "exit code 137")
        .sees("UnsafeBank", CELL, "C1", Map.of("MOVED, 200", 5L));
    assertThat(cell(run, "UnsafeBank").status()).isEqualTo(CellStatus.FAILED);
    assertThat(messages(run))
        .containsExactly("UnsafeBank in TransferVersusValidate is UNTESTED: a"
            + " fork on C2 was killed (exit code 137), and no later fork replaced it.");
  }

  @Test
  void noLaterForkMakesGoodOneThatCrashed() {
    RunFixture run = RunFixture.good()
        .ends("GlobalLockBank", CELL, ForkStatus.CRASHED, "exit code 134")
        .sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 200", 5L));
    assertThat(cell(run, "GlobalLockBank").status()).isEqualTo(CellStatus.FAILED);
    assertThat(messages(run))
        .containsExactly("GlobalLockBank in TransferVersusValidate is UNTESTED: a"
            + " fork on C2 crashed (exit code 134).");
  }

  @Test
  void aForkThatHungIsAnOutcomeThatNoLaterForkTakesAway() {
    RunFixture run = RunFixture.good()
        .hangs("GlobalLockBank", CELL)
        .sees("GlobalLockBank", CELL, "C2", Map.of("MOVED, 200", 5L));
    CellVerdict cell = cell(run, "GlobalLockBank");
    assertThat(cell.status()).isEqualTo(CellStatus.TESTED);
    assertThat(cell.outcomes())
        .filteredOn(outcome -> outcome.outcome().equals("HUNG"))
        .singleElement()
        .satisfies(hung -> {
          assertThat(hung.samples()).isEqualTo(1);
          assertThat(hung.breaks()).contains(Promise.NEVER_DEADLOCKS);
        });
    assertThat(messages(run))
        .anyMatch(message -> message.contains("NEVER_DEADLOCKS") && message.contains("\"HUNG\""));
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
        .containsExactly(VerdictRecords.observed("C2", Blockages.crossedLocks()));
  }

  @Test
  void eachKindOfBlockageHasItsWitness() {
    RunFixture run = RunFixture.good()
        .blocks("AccountLocksBank", CELL, Blockages.crossedLocks())
        .blocks("AccountLocksBank", CELL, Blockages.leakedLock());
    assertThat(cell(run, "AccountLocksBank").witnesses())
        .containsExactly(
            VerdictRecords.observed("C2", Blockages.crossedLocks()),
            VerdictRecords.observed("C2", Blockages.leakedLock()))
        .extracting(witness -> ((VerdictWitness.ObservedBlockage) witness).cycle())
        .containsExactly(true, false);
  }

  @Test
  void onlyAnomaliesHaveAWitness() {
    ExplorationVerdict all = RunFixture.raceFree(3);
    Map<String, Long> outcomes = Map.of("MOVED, 200", 1L, "MOVED, 150", 1L, "MOVED, 250", 1L);
    VerdictWitness torn = Interleavings.tornTotal();
    RunFixture run = RunFixture.good()
        .explored("UnsafeBank", CELL, all, outcomes, torn, witnessOf("MOVED, 200"));
    assertThat(cell(run, "UnsafeBank").witnesses()).containsExactly(torn);
  }

  private static VerdictWitness witnessOf(String outcome) {
    return new VerdictWitness.Interleaving(
        outcome, List.of("transfer", "validate"), 0, true, List.of(), List.of(), "0_1");
  }

  @Test
  void aBlockageIsJudgedByTheInterleavingThatLeadsToIt() {
    RunFixture run = RunFixture.good()
        .forgets("LeakyGlobalLockBank", "FailedTransfer")
        .sees("LeakyGlobalLockBank", "FailedTransfer", "C2", Map.of("STUCK", 1L))
        .explored(new CellExploration(
            RunFixture.test("LeakyGlobalLockBank", "FailedTransfer"),
            RunFixture.raceFree(2),
            new TreeMap<>(Map.of("FAILED, MOVED, 200", 1L, "STUCK", 1L)),
            Set.of(),
            Map.of("STUCK", secondWaitsForALockThatTheFirstLeaked()),
            List.of()));
    Verdicts verdicts = run.verdicts();
    assertThat(verdicts
            .variant("LeakyGlobalLockBank")
            .orElseThrow()
            .scenario("FailedTransfer")
            .orElseThrow()
            .outcomes())
        .filteredOn(outcome -> outcome.outcome().equals("STUCK"))
        .singleElement()
        .satisfies(stuck -> assertThat(stuck.breaks()).containsExactly(Promise.RELEASES_LOCKS));
  }

  private static RecordedWitness secondWaitsForALockThatTheFirstLeaked() {
    RecordedLocation line = new RecordedLocation("dev.example.Bank", "transfer", "Bank.java", 9);
    return new RecordedWitness(
        "STUCK",
        List.of("A→B 50 failing midway", "A→B 30"),
        0,
        true,
        List.of(),
        List.of(new RecordedWait(
            1,
            RecordedResource.LOCK,
            "lock",
            List.of(new RecordedHolder(Optional.of(0), true, line)),
            line)),
        "0_1");
  }

  @Test
  void whatTheSpecificationAllowsNeedsNoContrast() {
    OutcomeVerdict serial = cell(RunFixture.good(), "UnsafeBank").outcomes().get(0);
    assertThat(serial.meaning()).isEqualTo("The specification allows this.");
    assertThat(serial.contrast()).isEmpty();
    OutcomeVerdict torn = cell(RunFixture.good(), "UnsafeBank").outcomes().get(1);
    assertThat(torn.meaning()).isNotEqualTo(serial.meaning());
    assertThat(torn.contrast()).isNotEmpty();
  }

  @Test
  void aCellOfClassesThatChangedIsUntestedInTheWordsOfItsCause() {
    RunFixture run = RunFixture.good().outdated("GlobalLockBank");
    CellVerdict cell = cell(run, "GlobalLockBank");
    assertThat(cell.status()).isEqualTo(CellStatus.OUTDATED);
    assertThat(cell.reason()).isEqualTo("GlobalLockBank changed after it was stressed");
    assertThat(messages(run))
        .contains(
            "GlobalLockBank changed after it was stressed: it is UNTESTED. Run `mvn verify`.");
    assertThat(run.verdicts().complete()).isFalse();
  }

  @Test
  void aForkThatFailedIsNamedEvenIfTheClassesChangedSince() {
    RunFixture run = RunFixture.good()
        .outdated("GlobalLockBank")
        .ends("GlobalLockBank", CELL, ForkStatus.FAILED, "actor threw IllegalStateException");
    assertThat(cell(run, "GlobalLockBank").status()).isEqualTo(CellStatus.FAILED);
    assertThat(messages(run))
        .contains("GlobalLockBank in TransferVersusValidate is UNTESTED: a fork on C2 failed (actor"
            + " threw IllegalStateException).");
  }

  private static CellVerdict cell(RunFixture run, String variant) {
    Verdicts verdicts = run.verdicts();
    return verdicts.variant(variant).orElseThrow().scenario(CELL).orElseThrow();
  }

  private static List<String> messages(RunFixture run) {
    return run.verdicts().reasons().stream().map(GateViolation::message).toList();
  }
}
