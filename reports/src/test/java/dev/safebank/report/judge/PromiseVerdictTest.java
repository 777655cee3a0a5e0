package dev.safebank.report.judge;

import static dev.safebank.report.fixture.RunFixture.allBut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.program.IncompletePrograms;
import dev.safebank.evidence.program.ProgramRace;
import dev.safebank.evidence.program.ProgramViolation;
import dev.safebank.evidence.witness.RecordedAccess;
import dev.safebank.evidence.witness.RecordedAction;
import dev.safebank.evidence.witness.RecordedLocation;
import dev.safebank.evidence.witness.RecordedRace;
import dev.safebank.model.Promise;
import dev.safebank.report.fixture.CrossedTransfers;
import dev.safebank.report.fixture.Interleavings;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.PromiseVerdict;
import dev.safebank.report.verdict.Verdict;
import dev.safebank.report.verdict.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromiseVerdictTest {

  private static final String PROGRAMS =
      "Programs: 2 actors × 1 call over 3 accounts were not explored.";

  @Test
  void aRunInWhichAllBehaveAsTheyClaimPasses() {
    Verdicts verdicts = RunFixture.good().verdicts();
    assertThat(verdicts.reasons()).isEmpty();
    assertThat(verdicts.complete()).isTrue();
  }

  @Test
  void aClaimThatWasNeverViolatedIsHeldWithTheBoundOfTheRuleOfThree() {
    PromiseVerdict verdict = promise(RunFixture.good(), "GlobalLockBank", Promise.CONSISTENT_TOTAL);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.samples()).isEqualTo(2_000_000);
    assertThat(verdict.bound95()).contains(3.0 / 2_000_000);
    assertThat(verdict.scenarios()).containsExactly("TransferVersusValidate", "NestedValidate");
    assertThat(verdict.asClaimed()).isTrue();
  }

  @Test
  void aPromiseWhoseScenariosWereSkippedIsNotSaidToHaveNone() {
    RunFixture run = RunFixture.good()
        .select("stress.scenarios", "Ring*", cell -> cell.scenario().equals("RingOfTransfers"));
    for (String variant : List.of("UnsafeBank", "GlobalLockBank")) {
      run.explored(
          variant,
          "RingOfTransfers",
          new ExplorationVerdict(9, false, List.of("bounded"), List.of(), List.of()),
          Map.of());
    }
    assertThat(promise(run, "GlobalLockBank", Promise.NEVER_DEADLOCKS).objections())
        .extracting(GateViolation::message)
        .containsExactly("GlobalLockBank claims NEVER_DEADLOCKS, which is UNTESTED: RingOfTransfers"
            + " was not stressed (needs 3 CPUs, this machine has 2), and its exploration proves"
            + " nothing.");
  }

  @Test
  void anAdmittedBreakThatWasSeenIsBrokenAsClaimed() {
    PromiseVerdict verdict = promise(RunFixture.good(), "UnsafeBank", Promise.CONSISTENT_TOTAL);
    assertThat(verdict.word()).isEqualTo("BROKEN");
    assertThat(verdict.violations()).isEqualTo(319);
    assertThat(verdict.bound95()).isEmpty();
    assertThat(verdict.asClaimed()).isTrue();
  }

  @Test
  void aPromiseThatBrokeByWaitingForEverSaysHow() {
    assertThat(promise(RunFixture.good(), "AccountLocksBank", Promise.NEVER_DEADLOCKS)
            .word())
        .isEqualTo("DEADLOCK");
    assertThat(promise(RunFixture.good(), "LeakyGlobalLockBank", Promise.RELEASES_LOCKS)
            .word())
        .isEqualTo("STUCK");
  }

  @Test
  void aPromiseThatProgramsBreakByWaitingForEverSaysHow() {
    RunFixture run = RunFixture.good()
        .forgets("AccountLocksBank", "TransferVersusValidate")
        .scope(RunFixture.allPrograms("AccountLocksBank", CrossedTransfers.violation()));
    assertThat(promise(run, "AccountLocksBank", Promise.NEVER_DEADLOCKS).word())
        .isEqualTo("DEADLOCK");
  }

  @Test
  void aBrokenClaimNamesVariantPromiseScenarioOutcomeCountAndConfiguration() {
    RunFixture run = RunFixture.good()
        .sees(
            "GlobalLockBank",
            "TransferVersusValidate",
            "C2",
            Map.of("MOVED, 200", 3_120_239L, "MOVED, 150", 312L));
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank claims CONSISTENT_TOTAL, but TransferVersusValidate gave \"MOVED, 150\" in"
                + " 312 of 4,120,551 samples (C2): validate() gave 150 where the specification allows"
                + " 200.",
            "GlobalLockBank claims LINEARIZABLE, but TransferVersusValidate gave \"MOVED, 150\" in"
                + " 312 of 4,120,551 samples (C2): validate() gave 150 where the specification allows"
                + " 200.");
  }

  @Test
  void aBreakFoundOnlyByExplorationIsBrokenToo() {
    RunFixture run = RunFixture.good()
        .explored(
            "GlobalLockBank",
            "TransferVersusValidate",
            new ExplorationVerdict(4, true, List.of(), List.of(), List.of()),
            Map.of("MOVED, 200", 3L, "MOVED, 250", 1L));
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank claims CONSISTENT_TOTAL, but an interleaving of TransferVersusValidate leads"
                + " to \"MOVED, 250\": validate() gave 250 where the specification allows 200.",
            "GlobalLockBank claims LINEARIZABLE, but an interleaving of TransferVersusValidate leads to"
                + " \"MOVED, 250\": validate() gave 250 where the specification allows 200.");
  }

  @Test
  void ofManyOutcomesThatBreakAClaimThreeAreNamed() {
    RunFixture run = RunFixture.empty()
        .scenarios(List.of(Scenarios.TRANSFER_VERSUS_VALIDATE))
        .variant("BadBank", "none", allBut(), "")
        .cells()
        .sees(
            "BadBank",
            "TransferVersusValidate",
            "C1",
            Map.of("MOVED, 1", 1L, "MOVED, 2", 2L, "MOVED, 3", 3L, "MOVED, 4", 4L, "MOVED, 5", 5L));
    assertThat(messages(run))
        .contains(
            "BadBank claims CONSISTENT_TOTAL, but TransferVersusValidate gave \"MOVED, 1\" in 1"
                + " and \"MOVED, 2\" in 2 and \"MOVED, 3\" in 3 and 2 other outcomes of 15 samples (C1):"
                + " validate() gave 1 where the specification allows 200.");
  }

  @Test
  void aProofNamesTheProgramsThatItIsAbout() {
    RunFixture run = RunFixture.good().provesSerial("GlobalLockBank");
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.LINEARIZABLE);
    assertThat(verdict.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(verdict.scope()).contains("all 3,114 programs of 2 actors × 1 call over 3 accounts");
    assertThat(verdict.bound95()).isEmpty();
  }

  @Test
  void noProofUnlessEveryProgramWasExploredToItsEnd() {
    ScopeRecord all = RunFixture.allPrograms("UnsafeBank");
    ScopeRecord most = new ScopeRecord(
        "GlobalLockBank",
        "classes",
        all.scope(),
        3_114,
        3_113,
        70_000,
        List.of(new IncompletePrograms("stopped after 1 s", 1, "validate() on [1]")),
        List.of(),
        List.of(),
        List.of(),
        900);
    RunFixture run = RunFixture.good().provesSerial("GlobalLockBank").onlyScopes(List.of(most));
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.NESTS);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.scope()).isEmpty();
    assertThat(verdict.notes())
        .containsExactly(
            "Programs: 3,113 of 3,114 programs of 2 actors × 1 call over 3 accounts were"
                + " explored to their end: stopped after 1 s (1 programs, e.g. \"validate() on [1]\").");
  }

  @Test
  void noProofWhereProgramsRaceOrBreakTheContractOrAreOfAnotherScope() {
    ScopeRecord all = RunFixture.allPrograms("GlobalLockBank");
    assertNoProof(
        scope(all.scope(), List.of(programThatOnlyBreaksTheContract()), List.of(), List.of()),
        "Programs: a program that breaks the contract.");
    assertNoProof(
        scope(all.scope(), List.of(), List.of(raceOnABalance()), List.of()),
        "Programs: data race on balances[0].");
    assertNoProof(
        scope(all.scope(), List.of(), List.of(), List.of("optimistic read")),
        "Programs: races by design (optimistic read).");
    assertNoProof(
        scope("1 actor × 1 call over 2 accounts", List.of(), List.of(), List.of()), PROGRAMS);
    assertThat(new ScopeEvidence("GlobalLockBank", List.of(), List.of(all)).whyNotProved())
        .contains("no scope of programs was explored");
  }

  private static void assertNoProof(ScopeRecord programs, String note) {
    RunFixture run = RunFixture.good().provesSerial("GlobalLockBank").onlyScopes(List.of(programs));
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.NESTS);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.notes()).containsExactly(note);
  }

  private static ScopeRecord scope(
      String name,
      List<ProgramViolation> violations,
      List<ProgramRace> races,
      List<String> relaxed) {
    return new ScopeRecord(
        "GlobalLockBank",
        "classes",
        name,
        3_114,
        3_114,
        70_000,
        List.of(),
        violations,
        races,
        relaxed,
        900);
  }

  private static ProgramViolation programThatOnlyBreaksTheContract() {
    ProgramViolation crossed = CrossedTransfers.violation();
    return new ProgramViolation(
        Optional.empty(),
        "transfer(0, 1, 60) gave null.",
        crossed.program(),
        "null ‖ true and [100, 100]",
        List.of(),
        crossed.allowed(),
        1,
        crossed.witness());
  }

  private static ProgramRace raceOnABalance() {
    RecordedLocation line = new RecordedLocation("dev.example.Bank", "transfer", "Bank.java", 9);
    RecordedAccess access = new RecordedAccess("A", RecordedAction.WRITE, line);
    return new ProgramRace(
        new RecordedRace("balances[0]", access, access, "0-1"), "validate() on [100, 100]", 1);
  }

  @Test
  void programsThatBreakWhatNoOrderOfCallsGivesBreakLinearizabilityAndOthersDoNot() {
    RunFixture deadlock = RunFixture.good()
        .provesSerial("AccountLocksBank")
        .onlyScopes(
            List.of(RunFixture.allPrograms("AccountLocksBank", CrossedTransfers.violation())));
    PromiseVerdict kept = promise(deadlock, "AccountLocksBank", Promise.LINEARIZABLE);
    assertThat(kept.verdict()).isEqualTo(Verdict.HELD);
    assertThat(kept.findings()).isEmpty();
    assertThat(promise(deadlock, "AccountLocksBank", Promise.NESTS).verdict())
        .isEqualTo(Verdict.PROVED);
    ProgramViolation crossed = CrossedTransfers.violation();
    RunFixture torn = RunFixture.good()
        .onlyScopes(List.of(RunFixture.allPrograms(
            "AccountLocksBank",
            new ProgramViolation(
                Optional.of(Promise.CONSISTENT_TOTAL),
                crossed.meaning(),
                crossed.program(),
                crossed.outcome(),
                crossed.calls(),
                crossed.allowed(),
                crossed.programs(),
                crossed.witness()))));
    assertThat(promise(torn, "AccountLocksBank", Promise.LINEARIZABLE).verdict())
        .isEqualTo(Verdict.BROKEN);
    assertThat(promise(torn, "AccountLocksBank", Promise.NESTS).verdict()).isEqualTo(Verdict.HELD);
    assertThat(torn.verdicts().variant("AccountLocksBank").orElseThrow().scopes())
        .hasSize(1);
  }

  @Test
  void whatIsBrokenNeedsNoReasonForNotBeingProved() {
    assertThat(
            promise(RunFixture.good(), "UnsafeBank", Promise.CONSISTENT_TOTAL).notes())
        .isEmpty();
    RunFixture run = RunFixture.good().forgets("GlobalLockBank", "NestedValidate");
    assertThat(promise(run, "GlobalLockBank", Promise.NESTS).notes())
        .containsExactly(PROGRAMS, "NestedValidate: not explored.");
  }

  @Test
  void noProofWhereAnOutcomeBreaksTheContract() {
    RunFixture run = RunFixture.good()
        .provesSerial("GlobalLockBank")
        .sees("GlobalLockBank", "NestedValidate", "C2", Map.of("200, null", 1L));
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.NESTS);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.notes())
        .containsExactly("NestedValidate: an outcome that breaks the contract.");
  }

  @Test
  void whatHasNoEvidenceIsNamedBeforeWhatWasSkipped() {
    RunFixture run = RunFixture.empty()
        .scenarios(List.of(Scenarios.RING_OF_TRANSFERS, Scenarios.OVERDRAW))
        .variant("GlobalLockBank", "one lock", allBut(), "UnsafeBank")
        .cells()
        .skips("GlobalLockBank", "RingOfTransfers", "needs 3 CPUs, this machine has 2");
    assertThat(promise(run, "GlobalLockBank", Promise.CONSERVES_MONEY).objections())
        .extracting(GateViolation::message)
        .containsExactly("GlobalLockBank claims CONSERVES_MONEY, which is UNTESTED: Overdraw has no"
            + " usable evidence: no fork of it is recorded: the run ended before its turn.");
  }

  @Test
  void threeOutcomesThatBreakAClaimAreAllNamed() {
    RunFixture run = RunFixture.good()
        .sees(
            "GlobalLockBank",
            "TransferVersusValidate",
            "C1",
            Map.of("MOVED, 1", 1L, "MOVED, 2", 2L, "MOVED, 3", 3L));
    assertThat(messages(run))
        .anyMatch(message -> message.contains(
            "gave \"MOVED, 1\" in 1 and \"MOVED, 2\" in 2 and \"MOVED, 3\" in 3 of "));
  }

  @Test
  void noProofWhereAnOutcomeIsUnexplained() {
    RunFixture run = RunFixture.good().provesSerial("GlobalLockBank");
    run.sees("GlobalLockBank", "TransferVersusValidate", "C2", Map.of("DEADLOCK, 200", 1L));
    assertThat(promise(run, "GlobalLockBank", Promise.CONSISTENT_TOTAL).verdict())
        .isEqualTo(Verdict.HELD);
  }

  @Test
  void claimingLessThanIsKeptFails() {
    RunFixture run = RunFixture.good().claims("GlobalLockBank", allBut(Promise.NESTS));
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank admits to breaking NESTS, but NestedValidate never showed it in 1,000,000"
                + " samples. Claim it if the variant keeps it (@LockingVariant(keeps)), or raise"
                + " -Dstress.budget.");
  }

  @Test
  void claimingLessThanIsProvedFails() {
    RunFixture run = RunFixture.good()
        .claims("GlobalLockBank", allBut(Promise.NESTS))
        .provesSerial("GlobalLockBank");
    assertThat(messages(run))
        .containsExactly(
            "GlobalLockBank admits to breaking NESTS, but every interleaving of NestedValidate and"
                + " of all 3,114 programs of 2 actors × 1 call over 3 accounts keeps it. Claim it: add NESTS to its @LockingVariant(keeps).");
  }

  @Test
  void aClaimIsProvedWhenEveryScenarioWasExploredWithoutARace() {
    RunFixture run = RunFixture.good().provesSerial("GlobalLockBank");
    for (Promise promise : Promise.values()) {
      PromiseVerdict verdict = promise(run, "GlobalLockBank", promise);
      assertThat(verdict.verdict()).as(promise.words()).isEqualTo(Verdict.PROVED);
    }
    assertThat(promise(run, "GlobalLockBank", Promise.CONSISTENT_TOTAL).interleavings())
        .isEqualTo(12);
  }

  @Test
  void noProofWithoutEveryScenario() {
    RunFixture run = RunFixture.good()
        .explored(
            "GlobalLockBank",
            "TransferVersusValidate",
            RunFixture.raceFree(6),
            Map.of("MOVED, 200", 6L));
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.CONSISTENT_TOTAL);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.notes()).containsExactly(PROGRAMS, "NestedValidate: not explored.");
  }

  @Test
  void noProofOfABoundedExploration() {
    assertNoProof(
        new ExplorationVerdict(500, false, List.of("500 executions"), List.of(), List.of()),
        "exploration was bounded (500 executions)");
  }

  @Test
  void noProofWhereThereIsADataRace() {
    assertNoProof(
        new ExplorationVerdict(6, true, List.of(), List.of(), List.of(Interleavings.race())),
        "data race on bank.balances[0]");
  }

  @Test
  void noProofOfAccessesThatRaceByDesign() {
    assertNoProof(
        new ExplorationVerdict(6, true, List.of(), List.of("optimistic read"), List.of()),
        "races by design (optimistic read)");
  }

  private static void assertNoProof(ExplorationVerdict exploration, String why) {
    RunFixture run = RunFixture.good()
        .explored("GlobalLockBank", "NestedValidate", exploration, Map.of("200, MOVED", 6L));
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.NESTS);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.notes()).containsExactly(PROGRAMS, "NestedValidate: " + why + ".");
  }

  @Test
  void aSkippedScenarioIsNamedAndDoesNotFail() {
    PromiseVerdict verdict = promise(RunFixture.good(), "GlobalLockBank", Promise.CONSERVES_MONEY);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.notes())
        .contains("RingOfTransfers was not stressed: needs 3 CPUs, this machine has 2.");
  }

  @Test
  void aPromiseOfWhichOnlySkippedScenariosSpeakIsUntestedAndFails() {
    RunFixture run = RunFixture.good()
        .select(
            "stress.scenarios",
            "Ring*",
            cell ->
                cell.scenario().equals("RingOfTransfers") && cell.variant().equals("UnsafeBank"));
    assertThat(promise(run, "UnsafeBank", Promise.CONSERVES_MONEY).verdict())
        .isEqualTo(Verdict.UNTESTED);
    assertThat(messages(run))
        .contains(
            "UnsafeBank admits to breaking CONSERVES_MONEY, which is UNTESTED: RingOfTransfers has no"
                + " usable evidence: needs 3 CPUs, this machine has 2.");
  }

  @Test
  void anExplorationSpeaksForASkippedScenario() {
    RunFixture run = RunFixture.good()
        .select(
            "stress.scenarios",
            "Ring*",
            cell ->
                cell.scenario().equals("RingOfTransfers") && cell.variant().equals("UnsafeBank"))
        .explored(
            "UnsafeBank",
            "RingOfTransfers",
            RunFixture.raceFree(9),
            Map.of("MOVED, MOVED, MOVED, 250", 9L));
    assertThat(promise(run, "UnsafeBank", Promise.CONSERVES_MONEY).word()).isEqualTo("BROKEN");
  }

  @Test
  void aMissingCellMakesItsPromisesUntested() {
    RunFixture run = RunFixture.good().forgets("GlobalLockBank", "NestedValidate");
    assertThat(promise(run, "GlobalLockBank", Promise.NESTS).verdict()).isEqualTo(Verdict.UNTESTED);
    assertThat(messages(run))
        .containsExactly("GlobalLockBank in NestedValidate is UNTESTED: no fork"
            + " of it is recorded: the run ended before its turn.");
    assertThat(run.verdicts().complete()).isFalse();
  }

  @Test
  void aViolationCountsEvenIfAnotherCellIsMissing() {
    RunFixture run = RunFixture.good().forgets("UnsafeBank", "NestedValidate");
    assertThat(promise(run, "UnsafeBank", Promise.CONSISTENT_TOTAL).verdict())
        .isEqualTo(Verdict.BROKEN);
    assertThat(run.verdicts().reasons())
        .extracting(GateViolation::kind)
        .containsExactly(GateViolation.Rule.UNTESTED_CELL);
  }

  @Test
  void oneCellThatIsMissingMakesAPromiseUntestedWhateverTheOthersSay() {
    RunFixture run = RunFixture.good().forgets("GlobalLockBank", "TransferVersusValidate");
    assertThat(promise(run, "GlobalLockBank", Promise.CONSISTENT_TOTAL).samples())
        .isPositive();
    assertThat(promise(run, "GlobalLockBank", Promise.CONSISTENT_TOTAL).verdict())
        .isEqualTo(Verdict.UNTESTED);
  }

  @Test
  void nothingIsSaidOfAPromiseWhoseCellsWereNotSelected() {
    RunFixture run = RunFixture.good()
        .select("stress.variants", "*", cell -> !cell.scenario().equals("NestedValidate"));
    assertThat(run.verdicts().variant("GlobalLockBank").orElseThrow().promise(Promise.NESTS))
        .isEmpty();
  }

  @Test
  void aFilteredRunProvesNothingAlthoughAllScenariosThatItKnowsAreProved() {
    RunFixture run = RunFixture.good()
        .provesSerial("GlobalLockBank")
        .select("stress.scenarios", "Nested*", cell -> cell.scenario().equals("NestedValidate"));
    PromiseVerdict verdict = promise(run, "GlobalLockBank", Promise.NESTS);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.notes())
        .containsExactly(
            "Filtered run: scenarios that can break this promise may have been left out.");
  }

  @Test
  void aFilteredRunSaysNothingOfAPromiseThatNoScenarioItKnowsCanBreak() {
    RunFixture run = RunFixture.empty()
        .scenarios(List.of(Scenarios.OVERDRAW))
        .variant("GlobalLockBank", "one lock", allBut(), "UnsafeBank")
        .cells()
        .option("stress.scenarios", "Over*");
    assertThat(run.verdicts().variant("GlobalLockBank").orElseThrow().promise(Promise.NESTS))
        .isEmpty();
  }

  @Test
  void aFilteredRunExcusesABreakThatAnotherScenarioMightHaveShown() {
    RunFixture run = RunFixture.good()
        .select("stress.scenarios", "Nested*", cell -> cell.scenario().equals("NestedValidate"));
    PromiseVerdict verdict = promise(run, "UnsafeBank", Promise.CONSISTENT_TOTAL);
    assertThat(verdict.verdict()).isEqualTo(Verdict.HELD);
    assertThat(verdict.asClaimed()).isTrue();
    assertThat(verdict.notes())
        .contains("Filtered run: scenarios that can break this promise may have been left out.");
    assertThat(run.verdicts().pass()).isTrue();
    assertThat(run.verdicts().variant("UnsafeBank").orElseThrow().promise(Promise.RELEASES_LOCKS))
        .isEmpty();
  }

  @Test
  void aRunWithFilteredScenariosIsNoProof() {
    RunFixture run = RunFixture.good()
        .select("stress.scenarios", "Nested*", cell -> cell.scenario().equals("NestedValidate"))
        .explored(
            "GlobalLockBank", "NestedValidate", RunFixture.raceFree(6), Map.of("200, MOVED", 6L));
    assertThat(promise(run, "GlobalLockBank", Promise.NESTS).verdict()).isEqualTo(Verdict.HELD);
  }

  @Test
  void aRunWithFilteredVariantsCanProve() {
    RunFixture run = RunFixture.good()
        .select("stress.variants", "Global*", cell -> cell.variant().equals("GlobalLockBank"))
        .provesSerial("GlobalLockBank");
    assertThat(promise(run, "GlobalLockBank", Promise.NESTS).verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aPromiseThatNoScenarioCanBreakIsUntested() {
    RunFixture run = RunFixture.empty()
        .scenarios(List.of(Scenarios.OVERDRAW))
        .variant("GlobalLockBank", "one lock", allBut(), "UnsafeBank")
        .cells()
        .sees("GlobalLockBank", "Overdraw", "C2", Map.of("MOVED, REFUSED, 20, 300", 9L));
    assertThat(messages(run))
        .contains("GlobalLockBank claims NESTS, which is UNTESTED: no scenario"
            + " can break that promise.");
  }

  @Test
  void aFailedForkIsNeverMadeGood() {
    RunFixture run = RunFixture.good()
        .ends("GlobalLockBank", "Overdraw", ForkStatus.FAILED, "actor threw IllegalStateException")
        .sees("GlobalLockBank", "Overdraw", "C2", Map.of("MOVED, REFUSED, 20, 300", 9L));
    assertThat(messages(run))
        .containsExactly("GlobalLockBank in Overdraw is UNTESTED: a fork on C2"
            + " failed (actor threw IllegalStateException).");
  }

  private static PromiseVerdict promise(RunFixture run, String variant, Promise promise) {
    return run.verdicts().variant(variant).orElseThrow().promise(promise).orElseThrow();
  }

  private static List<String> messages(RunFixture run) {
    return run.verdicts().reasons().stream().map(GateViolation::message).toList();
  }
}
