package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static dev.safebank.model.variants.Variants.C;
import static dev.safebank.model.variants.Variants.D;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.Bank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/** Which calls wait for a transfer A→B 50 that is paused midway, and which total others see. */
@ParameterizedClass(name = "{0}")
@FieldSource("dev.safebank.model.variants.Waits#TABLE")
final class WaitingTest {

  @Parameter
  Waits waits;

  private final Gate gate = new Gate();

  @Test
  void transferFromTheSameAccount() throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    Actor<Boolean> standing = gate.standMidway(bank, A, B, 50);
    boolean moved = gate.meet(waits.related(), () -> bank.transfer(A, C, 30));
    assertThat(moved).isTrue();
    assertThat(standing.result()).isTrue();
    assertThat(bank.balances()).containsExactly(20, 150, 130, 100);
  }

  @Test
  void transferToTheSameAccount() throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    Actor<Boolean> standing = gate.standMidway(bank, B, C, 50);
    boolean moved = gate.meet(waits.related(), () -> bank.transfer(A, C, 30));
    assertThat(moved).isTrue();
    assertThat(standing.result()).isTrue();
    assertThat(bank.balances()).containsExactly(70, 50, 180, 100);
  }

  @Test
  void transferBetweenOtherAccounts() throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    Actor<Boolean> standing = gate.standMidway(bank, A, B, 50);
    boolean moved = gate.meet(waits.unrelated(), () -> bank.transfer(C, D, 30));
    assertThat(moved).isTrue();
    assertThat(standing.result()).isTrue();
    assertThat(bank.balances()).containsExactly(50, 150, 70, 130);
  }

  @Test
  void validator() throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    gate.standMidway(bank, A, B, 50);
    long total = gate.meet(waits.validate(), bank::validate);
    assertThat(total).isEqualTo(waits.total());
  }

  @Test
  void validatorOfATransferToTheSameAccount() throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    gate.standMidway(bank, A, A, 50);
    long total = gate.meet(waits.validate(), bank::validate);
    assertThat(total).isEqualTo(waits.total());
  }
}
