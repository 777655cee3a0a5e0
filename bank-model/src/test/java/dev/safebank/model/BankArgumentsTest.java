package dev.safebank.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BankArgumentsTest {

  @Test
  void amountsMustBePositive() {
    assertThatThrownBy(() -> BankArguments.checkTransfer(2, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be > 0: 0");
    assertThatThrownBy(() -> BankArguments.checkTransfer(2, 0, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be > 0: -1");
    BankArguments.checkTransfer(2, 0, 1, 1);
  }

  @Test
  void accountsMustExist() {
    assertThatThrownBy(() -> BankArguments.checkTransfer(2, 2, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown account 2: this bank has accounts 0 to 1");
    assertThatThrownBy(() -> BankArguments.checkTransfer(2, 0, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown account -1: this bank has accounts 0 to 1");
  }

  @Test
  void openingBalancesMustNotBeNegative() {
    assertThatThrownBy(() -> BankArguments.checkedCopy(new long[] {100, -1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("opening balance must be >= 0: account 1 has -1");
    assertThat(BankArguments.checkedCopy(new long[] {0, 100})).containsExactly(0, 100);
  }
}
