package dev.safebank.stress.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.program.ProgramViolation;
import dev.safebank.evidence.program.UnspecifiedCall;
import dev.safebank.explore.Explorer;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.Call;
import dev.safebank.model.specification.ProgramText;
import dev.safebank.model.variants.AccountLocksBank;
import dev.safebank.model.variants.GlobalLockBank;
import dev.safebank.model.variants.LeakyGlobalLockBank;
import dev.safebank.model.variants.MissedLockBank;
import dev.safebank.model.variants.NoRollbackBank;
import dev.safebank.model.variants.NonReentrantLockBank;
import dev.safebank.model.variants.SplitTotalBank;
import dev.safebank.model.variants.UnsafeBank;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramExplorerTest {

  private static final Scope SMALL = Scope.parse("2x1x2:small").get(0);
  private static final Scope LONG = Scope.parse("1x12x2:long").get(0);

  @Test
  void aRightBankShowsNoViolation() {
    ScopeRecord record = new ProgramExplorer(RightBank.class).explore(SMALL);

    assertThat(record.violations()).isEmpty();
    assertThat(record.races()).isEmpty();
    assertThat(record.complete()).isTrue();
    assertThat(record.programs()).isEqualTo(SMALL.size());
  }

  @Test
  void aBankThatSaysItMovedMoneyAndMovesNoneBreaksItsContract() {
    List<ProgramViolation> violations = violations(LyingBank.class);

    assertThat(violations).isNotEmpty();
    assertThat(violations.get(0).meaning())
        .isEqualTo("A transfer reported success, and the balances do not show it.");
    assertThat(violations.get(0).outcome()).isEqualTo("200 ‖ true and [100, 100]");
    assertThat(violations.get(0).allowed()).containsExactly("200 ‖ true and [40, 160]");
  }

  @Test
  void aBankOfWhichEveryCallThrowsBreaksItsContract() {
    List<ProgramViolation> violations = violations(ThrowingBank.class);

    assertThat(violations).isNotEmpty();
    assertThat(violations.get(0).calls())
        .contains(
            new UnspecifiedCall(0, "validate()", "UnsupportedOperationException", List.of("200")));
  }

  @Test
  void aBankThatLosesMoneyIsFoundWhateverItAdmits() {
    assertThat(violations(LosingBank.class)).anySatisfy(violation -> {
      assertThat(violation.promise()).isEqualTo(Optional.of(Promise.CONSERVES_MONEY));
      assertThat(violation.program()).isEqualTo("validate() ‖ transfer(0, 1, 60) on [100, 100]");
      assertThat(violation.outcome()).isEqualTo("199 ‖ true and [40, 159]");
    });
  }

  @Test
  void aCallThatSeesLessThanWhatHadEndedBeforeIsOutOfOrder() {
    Scope withAmountsThatExceed = Scope.parse("2x1x2").get(0);

    List<ProgramViolation> violations =
        new ProgramExplorer(StaleFundsBank.class).explore(withAmountsThatExceed).violations();

    assertThat(violations).anySatisfy(violation -> {
      assertThat(violation.meaning()).isEqualTo(ProgramJudge.OUT_OF_ORDER);
      assertThat(violation.witness().outcome()).isEqualTo(violation.outcome());
      assertThat(violation.witness().switches()).isEqualTo(1);
      assertThat(violation.allowed()).doesNotContain(violation.outcome());
    });
    assertThatWithoutOverlapTheContractIsBroken(violations);
  }

  @ParameterizedTest
  @ValueSource(classes = {LyingBank.class, LosingBank.class})
  void whatIsWrongWithoutOverlapBreaksTheContractWhateverTheBankAdmits(Class<?> bank) {
    assertThatWithoutOverlapTheContractIsBroken(violations(bank));
  }

  private static void assertThatWithoutOverlapTheContractIsBroken(
      List<ProgramViolation> violations) {
    assertThat(violations)
        .filteredOn(violation -> violation.promise().isEmpty())
        .isNotEmpty()
        .allSatisfy(violation -> {
          assertThat(violation.meaning()).endsWith(" No two calls overlapped.");
          assertThat(violation.witness().switches()).isEqualTo(1);
          assertThat(violation.allowed()).doesNotContain(violation.outcome());
        });
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AccountLocksBank.class,
        LeakyGlobalLockBank.class,
        MissedLockBank.class,
        NoRollbackBank.class,
        NonReentrantLockBank.class,
        UnsafeBank.class
      })
  void whatNeedsOverlapOrIsAdmittedOfACallAloneBreaksNoContract(Class<?> bank) {
    assertThat(new ProgramExplorer(bank).explore(SMALL).violations())
        .isNotEmpty()
        .allMatch(violation -> violation.promise().isPresent());
  }

  @Test
  void aCallThatWaitsForeverWithNobodyElseAroundBreaksTheContract() {
    Scope oneActor = Scope.parse("1x1x2:small").get(0);

    assertThat(new ProgramExplorer(WaitingBank.class).explore(oneActor).violations())
        .filteredOn(violation -> violation.promise().isEmpty())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.program()).isEqualTo("validate() on [100, 100]");
          assertThat(violation.outcome()).isEqualTo("STUCK and [100, 100]");
        });
  }

  @Test
  void aDeadlockIsShownByTheSmallestProgramThatHasIt() {
    ScopeRecord record = new ProgramExplorer(AccountLocksBank.class).explore(SMALL);

    assertThat(record.violations()).singleElement().satisfies(violation -> {
      assertThat(violation.promise()).isEqualTo(Optional.of(Promise.NEVER_DEADLOCKS));
      assertThat(violation.program()).isEqualTo("validate() ‖ transfer(1, 0, 60) on [100, 100]");
      assertThat(violation.outcome()).isEqualTo("DEADLOCK ‖ DEADLOCK and [100, 100]");
      assertThat(violation.witness().waiting()).hasSize(2);
      assertThat(new Explorer()
              .replay(
                  new BankProgramSource(
                      AccountLocksBank.class.getName(), ProgramText.parse(violation.program())),
                  violation.witness().schedule())
              .outcome())
          .isEqualTo(violation.outcome());
    });
  }

  @Test
  void anInterruptThatATransferSwallowsIsFoundWhereTheBankIsInterrupted() {
    Scope interrupts = Scope.parse("1x1x2:interrupts").get(0);

    assertThat(violations(SwallowingBank.class)).isEmpty();
    assertThat(new ProgramExplorer(SwallowingBank.class).explore(interrupts).violations())
        .anySatisfy(violation -> {
          assertThat(violation.program())
              .isEqualTo(
                  "transfer(0, 1, 60), interrupted(), validate() ‖ interrupt(A) on [100, 100]");
          assertThat(violation.outcome()).isEqualTo("true, false, 200 ‖ done and [40, 160]");
          assertThat(violation.witness().outcome()).isEqualTo(violation.outcome());
        })
        .anyMatch(violation -> violation.promise().isEmpty());
    assertThat(new ProgramExplorer(RightBank.class).explore(interrupts))
        .matches(ScopeRecord::complete)
        .matches(record -> record.violations().isEmpty());
  }

  @Test
  void whatABankDoesWrongAfterAWhileIsShownByNoMoreCallsThanItTakes() {
    List<ProgramViolation> violations =
        new ProgramExplorer(FifthTransferBank.class).explore(LONG).violations();

    assertThat(violations).anySatisfy(violation -> {
      assertThat(violation.promise()).isEqualTo(Optional.of(Promise.CONSERVES_MONEY));
      assertThat(ProgramText.parse(violation.program()).actors().get(0))
          .isEqualTo(Collections.nCopies(5, new Call.Transfer(0, 0, 60)));
      assertThat(violation.outcome()).endsWith(" and [99, 100]");
      assertThat(violation.witness().outcome()).isEqualTo(violation.outcome());
    });
    assertThat(violations).anyMatch(violation -> violation.promise().isEmpty());
  }

  @Test
  void banksThatKnowOfEachOtherBreakTheirContract() {
    assertThat(new ProgramExplorer(SharedBalancesBank.class).explore(LONG).violations())
        .filteredOn(violation -> violation.promise().isEmpty())
        .anySatisfy(violation -> assertThat(violation.calls())
            .contains(new UnspecifiedCall(
                0,
                "anotherBank(100, 100)",
                "true, 200, [98, 102]",
                List.of("true, 200, [99, 101]"))));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LeakyGlobalLockBank.class,
        NoRollbackBank.class,
        NonReentrantLockBank.class,
        RightBank.class,
        UnsafeBank.class
      })
  void whatIsRightOrAdmittedOfCallsAloneBreaksNoContractAfterAWhileEither(Class<?> bank) {
    ScopeRecord record = new ProgramExplorer(bank).explore(LONG);

    assertThat(record.complete()).isTrue();
    assertThat(record.interleavings()).isEqualTo(LONG.size());
    assertThat(record.violations()).allMatch(violation -> violation.promise().isPresent());
  }

  @Test
  void aBankThatRefusesATotalThatOverflowsIsExploredWithOneThatDoesNot() {
    Scope overflow = Scope.parse("1x1x2:overflow").get(0);

    ScopeRecord refusing = new ProgramExplorer(SplitTotalBank.class).explore(overflow);
    ScopeRecord opening = new ProgramExplorer(GlobalLockBank.class).explore(overflow);

    assertThat(refusing.violations()).isEmpty();
    assertThat(refusing.complete()).isTrue();
    assertThat(refusing.interleavings()).isEqualTo(overflow.size() / 2);
    assertThat(opening.violations()).isEmpty();
    assertThat(opening.interleavings()).isEqualTo(overflow.size());
  }

  private static List<ProgramViolation> violations(Class<?> bank) {
    return new ProgramExplorer(bank).explore(SMALL).violations();
  }
}
