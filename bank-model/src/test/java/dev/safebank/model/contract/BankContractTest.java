package dev.safebank.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every test of the contract makes a check, and fails as that does. */
final class BankContractTest {

  /** A test of the contract. */
  @FunctionalInterface
  interface ContractTest {
    void of(BankContract contract) throws InterruptedException;
  }

  /** A test of the contract, and a faulty bank that fails it. */
  record Failing(ContractTest test, Faulty bank) {

    @Override
    public String toString() {
      return bank.fault();
    }
  }

  static final List<Failing> FAILING = List.of(
      new Failing(BankContract::everyCallDoesWhatIsSpecified, faulty("moves a cent too much")),
      new Failing(
          BankContract::everySequenceOfThreeCallsDoesWhatIsSpecified,
          faulty("says true and moves nothing")),
      new Failing(
          BankContract::randomSequencesOfCallsDoWhatIsSpecified,
          faulty("loses a cent in its tenth transfer")),
      new Failing(
          BankContract::aLargeBankDoesWhatIsSpecified, faulty("has account numbers of eight bits")),
      new Failing(
          BankContract::openingBalancesAreCheckedAndCopied,
          faulty("accepts negative opening balances")),
      new Failing(
          BankContract::banksKnowNothingOfEachOther,
          faulty("takes the total of another bank for its own")),
      new Failing(
          BankContract::whateverTheHookThrowsReachesTheCaller,
          faulty("wraps what the hook throws")),
      new Failing(
          BankContract::aCallByAnInterruptedThreadCompletesOrMovesNothing,
          faulty("clears the interrupt status")),
      new Failing(
          BankContract::aCallInterruptedWhileItWaitsCompletesOrMovesNothing,
          faulty("clears the interrupt status after a wait")));

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAILING")
  void aTestFailsForABankThatItIsMeantToFind(Failing failing) {
    BankContract contract = new BankContract() {
      @Override
      public Bank open(long[] openingBalances, Midway midway) {
        return failing.bank().factory().open(openingBalances, midway);
      }

      @Override
      public Duration timeLimit() {
        return Duration.ofSeconds(1);
      }
    };
    assertThatThrownBy(() -> failing.test().of(contract))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining(failing.bank().message());
  }

  @Test
  void thereIsATestForEveryCheck() {
    List<Method> checks = Stream.of(ContractCheck.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .toList();
    assertThat(Arrays.stream(BankContract.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class)))
        .hasSameSizeAs(checks)
        .hasSameSizeAs(FAILING);
  }

  private static Faulty faulty(String fault) {
    return Stream.of(FaultyTransfers.ALL, FaultyHooks.ALL, FaultyOpenings.ALL, FaultyInterrupts.ALL)
        .flatMap(List::stream)
        .filter(bank -> bank.fault().equals(fault))
        .findFirst()
        .orElseThrow();
  }
}
