package dev.safebank.model.specification;

import static dev.safebank.model.specification.AnomalyKind.DEADLOCK;
import static dev.safebank.model.specification.AnomalyKind.FORBIDDEN_RESULT;
import static dev.safebank.model.specification.AnomalyKind.LOST_MONEY;
import static dev.safebank.model.specification.AnomalyKind.LOST_TRANSFER;
import static dev.safebank.model.specification.AnomalyKind.MADE_MONEY;
import static dev.safebank.model.specification.AnomalyKind.NOT_NESTED;
import static dev.safebank.model.specification.AnomalyKind.NOT_RELEASED;
import static dev.safebank.model.specification.AnomalyKind.NOT_SERIAL;
import static dev.safebank.model.specification.AnomalyKind.NOT_UNDONE;
import static dev.safebank.model.specification.AnomalyKind.OVERDRAFT;
import static dev.safebank.model.specification.AnomalyKind.STUCK;
import static dev.safebank.model.specification.AnomalyKind.TORN_TOTAL;
import static dev.safebank.model.specification.AnomalyKind.UNSPECIFIED_RESULT;
import static dev.safebank.model.specification.Outcomes.FAILED;
import static dev.safebank.model.specification.Outcomes.MOVED;
import static dev.safebank.model.specification.Outcomes.REFUSED;
import static dev.safebank.model.specification.Outcomes.each;
import static dev.safebank.model.specification.Outcomes.threw;
import static dev.safebank.model.specification.Outcomes.total;
import static dev.safebank.model.specification.Outcomes.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Promise;
import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.TransferAndValidate;
import dev.safebank.model.specification.Call.Validate;
import dev.safebank.model.specification.CallResult.Returned;
import dev.safebank.model.specification.CallResult.Wait;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnomalyClassifierTest {

  private static final Program ONE_TRANSFER = Program.on(100, 100).actor(new Transfer(0, 1, 50));

  private static final Program FAILURE_AND_VALIDATION =
      Program.on(100, 100).actor(new Transfer(0, 1, 50, true)).actor(new Validate());

  private static final Program CROSSING =
      Program.on(100, 100).actor(new Transfer(0, 1, 50)).actor(new Transfer(1, 0, 30));

  private static final Program NESTED =
      Program.on(100, 100).actor(new TransferAndValidate(0, 1, 50)).actor(new Transfer(1, 0, 30));

  private static final Program INTERRUPTED_TRANSFER = Program.on(100, 100)
      .actor(new Transfer(0, 1, 60), new Call.Interrupted())
      .actor(new Call.Interrupt(0));

  private static final CallResult INTERRUPTED = threw(InterruptedException.class);
  private static final CallResult DONE = new Returned(Returned.NOTHING);

  private static Set<AnomalyKind> kinds(Program program, Outcome outcome) {
    return AnomalyClassifier.classify(program, outcome);
  }

  @Test
  void aBankThatSaysTrueAndMovesNothingLosesTheTransfer() {
    assertThat(kinds(ONE_TRANSFER, each(MOVED).leaving(100, 100))).containsExactly(LOST_TRANSFER);
    assertThat(LOST_TRANSFER.breaks()).containsExactly(Promise.LINEARIZABLE);
  }

  @Test
  void anotherBankThatIsDisturbedBreaksTheContract() {
    Program program = Program.on(100, 100)
        .actor(new Transfer(0, 1, 50), new Call.AnotherBank(List.of(100L, 100L)));
    CallResult disturbed = new Returned("true, 200, [49, 151]");

    assertThat(kinds(program, each().actor(MOVED, disturbed).leaving(50, 150)))
        .containsExactly(FORBIDDEN_RESULT);
    assertThat(kinds(
            program, each().actor(MOVED, new Returned("true, 200, [99, 101]")).leaving(99, 101)))
        .containsExactly(LOST_TRANSFER);
  }

  /** Every transfer with validation may have moved the money or not: all of them are 2^60 cases. */
  @Test
  void manyTransfersWhoseResultsDoNotSayWhetherTheyMovedAreClassifiedAtOnce() {
    List<Call> calls = Collections.nCopies(60, new TransferAndValidate(0, 1, 1));
    List<CallResult> totals = Collections.nCopies(60, total(200));
    Program program = new Program(List.of(100L, 100L), List.of(calls));

    assertThat(kinds(program, new Outcome(List.of(totals), List.of(40L, 159L))))
        .containsExactly(LOST_MONEY);
  }

  /** Had the second one moved nothing, a cent would be wrong that the failure does not explain. */
  @Test
  void whatATransferThatSaysNothingMovedIsNotBlamedOnItAfterAFailure() {
    Program program =
        Program.on(100, 100).actor(new Transfer(1, 1, 40, true), new TransferAndValidate(0, 1, 1));

    assertThat(kinds(program, each().actor(FAILED, total(160)).leaving(99, 61)))
        .containsExactly(NOT_UNDONE);
  }

  @Test
  void moneyThatAnInterruptedTransferLeavesOutIsNotUndone() {
    assertThat(kinds(
            INTERRUPTED_TRANSFER,
            each().actor(INTERRUPTED, new Returned(false)).actor(DONE).leaving(40, 100)))
        .containsExactly(NOT_UNDONE);
  }

  @Test
  void anInterruptStatusThatIsLostOrLeftIsNotSerial() {
    assertThat(kinds(
            INTERRUPTED_TRANSFER,
            each().actor(INTERRUPTED, new Returned(true)).actor(DONE).leaving(100, 100)))
        .containsExactly(NOT_SERIAL);
    assertThat(kinds(
            Program.on(100, 100)
                .actor(new Call.Interrupt(0), new Validate(), new Call.Interrupted()),
            each().actor(DONE, total(200), new Returned(false)).leaving(100, 100)))
        .containsExactly(NOT_SERIAL);
  }

  @Test
  void aCallThatNobodyInterruptsIsNotInterrupted() {
    assertThat(kinds(
            Program.on(100, 100).actor(new Validate()).actor(new Call.Interrupt(1)),
            each(INTERRUPTED, DONE).leaving(100, 100)))
        .containsExactly(FORBIDDEN_RESULT);
  }

  @Test
  void anExceptionThatTheContractDoesNotNameIsNeverRight() {
    Outcome outcome = each(threw(IllegalStateException.class)).leaving(100, 100);
    assertThat(kinds(ONE_TRANSFER, outcome)).containsExactly(FORBIDDEN_RESULT);
    assertThat(FORBIDDEN_RESULT.breaks()).isEmpty();
    assertThat(AnomalyClassifier.unspecifiedResults(ONE_TRANSFER, outcome))
        .containsExactly(new CallPosition(0, 0));
  }

  @Test
  void anExceptionThatTheContractNamesIsWrongWhereNothingCallsForIt() {
    assertThat(kinds(ONE_TRANSFER, each(threw(IllegalArgumentException.class)).leaving(100, 100)))
        .containsExactly(FORBIDDEN_RESULT);
    assertThat(kinds(ONE_TRANSFER, each(threw(InterruptedException.class)).leaving(100, 100)))
        .containsExactly(FORBIDDEN_RESULT);
  }

  @Test
  void anUnspecifiedExceptionIsReportedBesideAnotherAnomaly() {
    Program program = ONE_TRANSFER.actor(new Validate());
    assertThat(
            kinds(program, each(threw(IllegalStateException.class), total(150)).leaving(100, 100)))
        .containsExactlyInAnyOrder(FORBIDDEN_RESULT, TORN_TOTAL);
  }

  @Test
  void aRefusalWithoutNeedIsNotSpecified() {
    Outcome outcome = each(REFUSED).leaving(100, 100);
    assertThat(kinds(ONE_TRANSFER, outcome)).containsExactly(UNSPECIFIED_RESULT);
    assertThat(AnomalyClassifier.unspecifiedResults(ONE_TRANSFER, outcome))
        .containsExactly(new CallPosition(0, 0));
  }

  @Test
  void resultsThatArePossibleButNotTogetherAreNotSerial() {
    Program program =
        Program.on(100, 0, 0).actor(new Transfer(0, 1, 80)).actor(new Transfer(0, 2, 80));
    Outcome outcome = each(REFUSED, REFUSED).leaving(100, 0, 0);
    assertThat(kinds(program, outcome)).containsExactly(NOT_SERIAL);
    assertThat(AnomalyClassifier.unspecifiedResults(program, outcome)).isEmpty();
  }

  @Test
  void aTransferWithValidationThatMovesNothingIsNotSerial() {
    Program program = Program.on(100, 100).actor(new TransferAndValidate(0, 1, 50));
    assertThat(kinds(program, each(total(200)).leaving(100, 100))).containsExactly(NOT_SERIAL);
  }

  @Test
  void moneyOfATransferWithValidationCanBeLost() {
    Program program = Program.on(100, 100).actor(new TransferAndValidate(0, 1, 50));
    assertThat(kinds(program, each(total(200)).leaving(50, 100))).containsExactly(LOST_MONEY);
    assertThat(kinds(program, each(total(200)).leaving(50, 160))).containsExactly(MADE_MONEY);
  }

  @Test
  void aTotalWithoutTheMoneyOfATransferThatWasNotUndoneIsNotTorn() {
    assertThat(kinds(FAILURE_AND_VALIDATION, each(FAILED, total(150)).leaving(50, 100)))
        .containsExactly(NOT_UNDONE);
    assertThat(kinds(FAILURE_AND_VALIDATION, each(FAILED, total(200)).leaving(50, 100)))
        .containsExactly(NOT_UNDONE);
  }

  @Test
  void aTotalWithoutTheMoneyOfATransferThatWasUndoneIsTorn() {
    assertThat(kinds(FAILURE_AND_VALIDATION, each(FAILED, total(150)).leaving(100, 100)))
        .containsExactly(TORN_TOTAL);
  }

  @Test
  void whileACallIsBlockedATotalWithoutTheMoneyOfAFailedTransferIsNotTorn() {
    assertThat(kinds(
            FAILURE_AND_VALIDATION.actor(new Transfer(1, 0, 30)),
            each(FAILED, total(150), waits(Wait.FOR_AN_ENDED_CALL)).leaving(50, 100)))
        .containsExactly(NOT_RELEASED);
  }

  @Test
  void anyOtherTotalIsTornEvenIfATransferWasNotUndone() {
    assertThat(kinds(FAILURE_AND_VALIDATION, each(FAILED, total(250)).leaving(50, 100)))
        .containsExactlyInAnyOrder(NOT_UNDONE, TORN_TOTAL);
  }

  @Test
  void aFailedTransferThatMovesTheMoneyAllTheSameIsNotUndone() {
    assertThat(kinds(FAILURE_AND_VALIDATION, each(FAILED, total(200)).leaving(50, 150)))
        .containsExactly(NOT_UNDONE);
  }

  @Test
  void moneyLostFromOtherAccountsIsNotThatOfAFailedTransfer() {
    Program program = Program.on(100, 100, 100, 100)
        .actor(new Transfer(0, 1, 50, true))
        .actor(new Transfer(2, 3, 30))
        .actor(new Transfer(2, 3, 20));
    assertThat(kinds(program, each(FAILED, MOVED, MOVED).leaving(100, 100, 50, 120)))
        .containsExactly(LOST_MONEY);
    assertThat(kinds(program, each(FAILED, MOVED, MOVED).leaving(50, 100, 70, 150)))
        .containsExactlyInAnyOrder(NOT_UNDONE, MADE_MONEY);
  }

  @Test
  void anOverflowThatIsNotThereIsATornTotal() {
    Program program =
        Program.on(Long.MAX_VALUE - 100, 100).actor(new Transfer(1, 0, 50)).actor(new Validate());
    assertThat(kinds(
            program,
            each(MOVED, threw(ArithmeticException.class)).leaving(Long.MAX_VALUE - 50, 50)))
        .containsExactly(TORN_TOTAL);
  }

  @Test
  void aTransferThatOverflowsWithoutNeedIsNotATornTotal() {
    assertThat(kinds(ONE_TRANSFER, each(threw(ArithmeticException.class)).leaving(100, 100)))
        .containsExactly(UNSPECIFIED_RESULT);
  }

  @Test
  void aTransferOfAnUnknownAccountMovesNothing() {
    Program to = Program.on(100, 100).actor(new Transfer(0, 7, 50));
    assertThat(kinds(to, each(MOVED).leaving(100, 100))).containsExactly(UNSPECIFIED_RESULT);
    assertThat(kinds(to, each(MOVED).leaving(50, 100))).containsExactly(LOST_MONEY);
    Program from = Program.on(100, 100).actor(new Transfer(-1, 0, 50));
    assertThat(kinds(from, each(MOVED).leaving(150, 100))).containsExactly(MADE_MONEY);
  }

  @Test
  void aTransferWithBadArgumentsIsNotAFailedTransferToUndo() {
    Program program =
        Program.on(100, 100).actor(new Transfer(0, 1, -1)).actor(new Transfer(0, 1, 30));
    assertThat(kinds(program, each(threw(IllegalArgumentException.class), MOVED).leaving(70, 100)))
        .containsExactly(LOST_MONEY);
  }

  @Test
  void aTransferWithValidationThatThrewMayHaveMovedTheMoney() {
    Program overflowing = Program.on(Long.MAX_VALUE, 10)
        .actor(new TransferAndValidate(0, 1, 5))
        .actor(new Transfer(1, 1, 1));
    assertThat(kinds(
            overflowing,
            each(threw(ArithmeticException.class), REFUSED).leaving(Long.MAX_VALUE - 5, 15)))
        .containsExactly(UNSPECIFIED_RESULT);
    Program interrupted = Program.on(100, 100).actor(new TransferAndValidate(0, 1, 50));
    assertThat(kinds(interrupted, each(threw(InterruptedException.class)).leaving(50, 150)))
        .containsExactly(FORBIDDEN_RESULT);
  }

  @Test
  void balancesThatOverflowInSumAreCompared() {
    Program program = Program.on(Long.MAX_VALUE, Long.MAX_VALUE).actor(new Transfer(0, 0, 1));
    assertThat(kinds(program, each(MOVED).leaving(Long.MAX_VALUE - 1, Long.MAX_VALUE)))
        .containsExactly(LOST_MONEY);
  }

  @Test
  void aBalanceBelowZeroIsAnOverdraft() {
    Program program = Program.on(100, 0).actor(new Transfer(0, 1, 150));
    assertThat(kinds(program, each(MOVED).leaving(-50, 150))).containsExactly(OVERDRAFT);
  }

  @Test
  void callsThatWaitInACycleDeadlock() {
    assertThat(
            kinds(CROSSING, each(waits(Wait.IN_A_CYCLE), waits(Wait.IN_A_CYCLE)).leaving(100, 100)))
        .containsExactly(DEADLOCK);
  }

  @Test
  void aDeadlockIsOneEvenIfACallCameThrough() {
    assertThat(kinds(CROSSING, each(MOVED, waits(Wait.IN_A_CYCLE)).leaving(50, 150)))
        .containsExactly(DEADLOCK);
  }

  @Test
  void aCallThatWaitsForItsOwnThreadIsNotNestedOnlyIfItIsANestedCall() {
    assertThat(kinds(
            NESTED, each(waits(Wait.FOR_ITSELF), waits(Wait.FOR_A_BLOCKED_CALL)).leaving(100, 100)))
        .containsExactly(NOT_NESTED);
    Program self = Program.on(100, 100).actor(new Transfer(0, 0, 50));
    assertThat(kinds(self, each(waits(Wait.FOR_ITSELF)).leaving(100, 100))).containsExactly(STUCK);
  }

  @Test
  void aLockOfAnEndedCallIsNotReleasedIfACallFailed() {
    assertThat(kinds(
            FAILURE_AND_VALIDATION, each(FAILED, waits(Wait.FOR_AN_ENDED_CALL)).leaving(100, 100)))
        .containsExactly(NOT_RELEASED);
    assertThat(kinds(CROSSING, each(MOVED, waits(Wait.FOR_AN_ENDED_CALL)).leaving(50, 150)))
        .containsExactly(STUCK);
  }

  @Test
  void whereItIsNotKnownWhatACallWaitsForTheProgramDecides() {
    assertThat(kinds(FAILURE_AND_VALIDATION, each(FAILED, waits(Wait.UNKNOWN)).leaving(100, 100)))
        .containsExactly(NOT_RELEASED);
    assertThat(kinds(NESTED, each(waits(Wait.UNKNOWN), MOVED).leaving(130, 70)))
        .containsExactly(NOT_NESTED);
    assertThat(kinds(CROSSING, each(MOVED, waits(Wait.UNKNOWN)).leaving(50, 150)))
        .containsExactly(STUCK);
  }

  @Test
  void balancesAreNotComparedWhileACallIsMidway() {
    assertThat(kinds(CROSSING, each(MOVED, waits(Wait.IN_A_CYCLE)).leaving(50, 120)))
        .containsExactly(DEADLOCK);
  }

  /** Its balances may need a lock that a call holds. */
  @Test
  void aBankThatWaitsForeverNeedNotTellItsBalances() {
    assertThat(
            kinds(CROSSING, each(waits(Wait.IN_A_CYCLE), waits(Wait.IN_A_CYCLE)).leaving()))
        .containsExactly(DEADLOCK);
  }

  @Test
  void aBankThatTellsTooFewBalancesOrTooManyBreaksItsContract() {
    assertThat(kinds(ONE_TRANSFER, each(MOVED).leaving(50))).containsExactly(FORBIDDEN_RESULT);
    assertThat(kinds(ONE_TRANSFER, each(MOVED).leaving(50, 150, 0)))
        .containsExactly(FORBIDDEN_RESULT);
    assertThat(kinds(ONE_TRANSFER, each(MOVED).leaving())).containsExactly(FORBIDDEN_RESULT);
  }

  @Test
  void anOutcomeOfAnotherProgramIsRefused() {
    assertThatThrownBy(() -> kinds(ONE_TRANSFER, each(MOVED, MOVED).leaving(50, 150)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("transfer(0, 1, 50) on [100, 100] cannot end in true ‖ true and [50, 150]");
    assertThatThrownBy(() -> kinds(ONE_TRANSFER, each().actor().leaving(100, 100)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kinds(ONE_TRANSFER, each().actor(MOVED, MOVED).leaving(50, 150)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRacyBankMayReachTheHookOfATransferThatEveryOrderRefuses() {
    Program program = Program.on(20, 0).actor(new Transfer(0, 1, 50, true));
    assertThat(kinds(program, each(FAILED).leaving(20, 0))).containsExactly(UNSPECIFIED_RESULT);
  }

  @Test
  void aResultOfTheWrongTypeIsForbidden() {
    assertThat(kinds(ONE_TRANSFER, each(total(50)).leaving(50, 150))).contains(FORBIDDEN_RESULT);
  }

  @Test
  void whatWaitsBehindADeadlockIsNotBlamedOnAnything() {
    assertThat(kinds(
            CROSSING.actor(new Validate()),
            each(waits(Wait.IN_A_CYCLE), waits(Wait.IN_A_CYCLE), waits(Wait.UNKNOWN))
                .leaving(100, 100)))
        .containsExactly(DEADLOCK);
  }

  @Test
  void whatWaitsBehindACallThatDoesNotNestIsNotBlamedOnAnythingElse() {
    assertThat(kinds(NESTED, each(waits(Wait.UNKNOWN), waits(Wait.UNKNOWN)).leaving(100, 100)))
        .containsExactly(NOT_NESTED);
  }

  @Test
  void onlyWaitsForeverLeaveCallsLinearizable() {
    for (AnomalyKind kind : AnomalyKind.values()) {
      boolean wait = EnumSet.of(DEADLOCK, STUCK, NOT_RELEASED, NOT_NESTED, AnomalyKind.HUNG)
          .contains(kind);
      assertThat(kind.breaks().contains(Promise.LINEARIZABLE))
          .as(kind.name())
          .isEqualTo(!wait && kind != FORBIDDEN_RESULT);
    }
  }

  @Test
  void everyPromiseIsBrokenBySomeKindOfAnomaly() {
    Set<Promise> promises = EnumSet.noneOf(Promise.class);
    for (AnomalyKind kind : AnomalyKind.values()) {
      kind.promise().ifPresent(promises::add);
    }
    assertThat(promises).containsExactly(Promise.values());
  }
}
