package dev.safebank.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OpenBankTest {

  @Test
  void aBankOfTheVariantIsOpenedWithSoManyAccounts() {
    OpenBank open = new OpenBank();
    open.variant = "SnapshotBank";
    open.accounts = 6;
    open.open();

    assertThat(open.bank().getClass().getSimpleName()).isEqualTo("SnapshotBank");
    assertThat(open.bank().balances()).hasSize(6).containsOnly(1_000_000);
    assertThatCode(open::audit).doesNotThrowAnyException();
  }

  @Test
  void aBankThatLostMoneyItClaimsToConserveEndsTheMeasurement() {
    OpenBank open = new OpenBank();
    open.variant = "SnapshotBank";
    open.accounts = 6;
    open.open();
    open.accounts = 7;
    assertThatThrownBy(open::audit)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SnapshotBank has 6000000 of 7000000 left");
  }
}
