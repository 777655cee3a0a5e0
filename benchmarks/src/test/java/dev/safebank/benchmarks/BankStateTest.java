package dev.safebank.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BankStateTest {

  @Test
  void aBankOfTheVariantIsOpenedWithSoManyAccounts() {
    BankState open = new BankState();
    open.variant = "SnapshotBank";
    open.accounts = 6;
    open.open();

    assertThat(open.bank().getClass().getSimpleName()).isEqualTo("SnapshotBank");
    assertThat(open.bank().balances()).hasSize(6).containsOnly(1_000_000);
    assertThatCode(open::audit).doesNotThrowAnyException();
  }

  @Test
  void aBankThatLostMoneyItClaimsToConserveEndsTheMeasurement() {
    BankState open = new BankState();
    open.variant = "SnapshotBank";
    open.accounts = 6;
    open.open();
    open.accounts = 7;
    assertThatThrownBy(open::audit)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SnapshotBank holds 6000000 instead of 7000000");
  }
}
