package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** One thread at a time, every variant keeps the contract of the bank. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.safebank.model.variants.Variants#all")
final class SequentialTest {

  @Parameter
  Class<? extends Bank> variant;

  private Bank bankOf(long... openingBalances) {
    return LockingVariants.open(variant, openingBalances, Midway.NOTHING);
  }

  @Test
  void transferMovesTheMoney() throws Exception {
    Bank bank = bankOf(100, 100);
    assertThat(bank.transfer(A, B, 30)).isTrue();
    assertThat(bank.balances()).containsExactly(70, 130);
    assertThat(bank.transfer(B, A, 50)).isTrue();
    assertThat(bank.balances()).containsExactly(120, 80);
    assertThat(bank.validate()).isEqualTo(200);
  }

  @Test
  void theLastCentCanBeMovedAndNoMore() throws Exception {
    Bank bank = bankOf(100, 100);
    assertThat(bank.transfer(A, B, 101)).isFalse();
    assertThat(bank.balances()).containsExactly(100, 100);
    assertThat(bank.transfer(A, B, 100)).isTrue();
    assertThat(bank.balances()).containsExactly(0, 200);
    assertThat(bank.transfer(A, B, 1)).isFalse();
  }

  @Test
  void transferToTheSameAccountMovesNothingButNeedsTheFunds() throws Exception {
    Bank bank = bankOf(100, 100);
    assertThat(bank.transfer(B, B, 100)).isTrue();
    assertThat(bank.transfer(B, B, 101)).isFalse();
    assertThat(bank.balances()).containsExactly(100, 100);
  }

  @Test
  void anAccountCanHoldAsMuchAsALongAndNoMore() throws Exception {
    Bank bank = bankOf(10, Long.MAX_VALUE - 5);
    assertThatThrownBy(() -> bank.transfer(A, B, 6))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
    boolean lost = variant == NoRollbackBank.class;
    assertThat(bank.balances()).containsExactly(lost ? 4 : 10, Long.MAX_VALUE - 5);
  }

  @Test
  void aDepositUpToTheLimitIsMade() throws Exception {
    Bank bank = bankOf(10, Long.MAX_VALUE - 5);
    assertThat(bank.transfer(A, B, 5)).isTrue();
    assertThat(bank.balances()).containsExactly(5, Long.MAX_VALUE);
  }

  @Test
  void aTotalBeyondALongIsRefused() throws Exception {
    Bank bank = bankOf(Long.MAX_VALUE, 1);
    assertThatThrownBy(bank::validate)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
    assertThat(bankOf(Long.MAX_VALUE - 1, 1).validate()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void amountsMustBePositive() {
    Bank bank = bankOf(100, 100);
    assertThatThrownBy(() -> bank.transfer(A, B, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be > 0: 0");
    assertThatThrownBy(() -> bank.transferAndValidate(A, B, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be > 0: -1");
  }

  @Test
  void accountsMustExist() {
    Bank bank = bankOf(100, 100);
    assertThatThrownBy(() -> bank.transfer(2, B, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown account 2: this bank has accounts 0 to 1");
    assertThatThrownBy(() -> bank.transfer(A, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown account -1: this bank has accounts 0 to 1");
    assertThatThrownBy(() -> bank.transferAndValidate(A, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown account 2: this bank has accounts 0 to 1");
  }

  @Test
  void aRefusedTransferLeavesTheBankOpenToOthers() throws Exception {
    Bank bank = bankOf(100, 100);
    assertThatThrownBy(() -> bank.transfer(A, B, 0)).isNotNull();
    assertThatThrownBy(() -> bank.transfer(A, 2, 1)).isNotNull();
    assertThat(bank.transfer(A, B, 1000)).isFalse();
    assertThat(Actor.start(() -> bank.transfer(A, B, 10)).result()).isTrue();
    assertThat(Actor.start(bank::validate).result()).isEqualTo(200);
  }

  @Test
  void openingBalancesMustNotBeNegative() {
    assertThatThrownBy(() -> bankOf(100, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("opening balance must be >= 0: account 1 has -1");
  }

  @Test
  void theBankSharesNoArrayWithItsCaller() {
    long[] opening = {100, 100};
    Bank bank = bankOf(opening);
    opening[A] = 1;
    bank.balances()[B] = 1;
    assertThat(bank.balances()).containsExactly(100, 100);
  }

  @Test
  void aThousandAccountsPassMoneyRound() throws Exception {
    long[] opening = new long[1000];
    Arrays.fill(opening, 100);
    Bank bank = bankOf(opening);
    for (int from = 0; from < 1000; from++) {
      assertThat(bank.transfer(from, (from + 1) % 1000, 100)).isTrue();
    }
    assertThat(bank.balances()).containsExactly(opening);
    assertThat(bank.validate()).isEqualTo(100_000);
  }

  @Test
  void anEmptyBankAddsUpToNothing() throws Exception {
    assertThat(bankOf().validate()).isZero();
  }

  @Test
  void midwayIsReachedOnceAndOnlyWhenMoneyMoves() throws Exception {
    List<String> calls = new ArrayList<>();
    Bank bank = LockingVariants.open(
        variant,
        new long[] {100, 100},
        (from, to, amount) -> calls.add(from + "→" + to + " " + amount));
    bank.transfer(A, B, 101);
    bank.transfer(B, A, 40);
    assertThat(calls).containsExactly("1→0 40");
  }
}
