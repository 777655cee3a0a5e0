package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static dev.safebank.model.variants.Variants.C;
import static dev.safebank.model.variants.Variants.D;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Bank;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two transfers of 80 from A's 100 queue up behind a transfer D→A 1 that stands midway. */
final class OverdraftTest {

  private final Gate gate = new Gate();

  @Test
  void bothFindTheFundsBeforeTheLockAndBothSpendThem() throws Exception {
    Bank bank = Variants.open(CheckOutsideLockBank.class, gate);
    gate.standMidway(bank, D, A, 1);
    Actor<Boolean> toB = Actor.start(() -> bank.transfer(A, B, 80));
    toB.awaitWaiting();
    Actor<Boolean> toC = Actor.start(() -> bank.transfer(A, C, 80));
    toC.awaitWaiting();
    gate.open();

    assertThat(toB.result()).isTrue();
    assertThat(toC.result()).isTrue();
    assertThat(bank.balances()).containsExactly(-59, 180, 180, 99);
    assertThat(bank.validate()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#neverOverdrawn")
  void onlyOneSpendsTheFundsThatAreCheckedWhereTheyAreSpent(Class<? extends Bank> variant)
      throws Exception {
    Bank bank = Variants.open(variant, gate);
    Actor<Boolean> standing = gate.standMidway(bank, D, A, 1);
    Actor<Boolean> toB = Actor.start(() -> bank.transfer(A, B, 80));
    Actor<Boolean> toC = Actor.start(() -> bank.transfer(A, C, 80));
    Waits.of(variant).related().settle(toB);
    Waits.of(variant).related().settle(toC);
    gate.open();

    assertThat(List.of(toB.result(), toC.result())).containsExactlyInAnyOrder(true, false);
    assertThat(standing.result()).isTrue();
    assertThat(bank.balances()[A]).isEqualTo(21);
    assertThat(bank.validate()).isEqualTo(400);
  }
}
