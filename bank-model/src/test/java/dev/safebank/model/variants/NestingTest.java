package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static dev.safebank.model.variants.Variants.C;
import static dev.safebank.model.variants.Variants.D;
import static dev.safebank.model.variants.Waits.Wait.PASSES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that is inside the bank calls it again. */
final class NestingTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#nesting")
  void transferAndValidateMeetsATransferMidwayAsAValidatorDoes(Class<? extends Bank> variant)
      throws Exception {
    Gate gate = new Gate();
    Bank bank = Variants.open(variant, gate);
    Waits waits = Waits.of(variant);
    Actor<Boolean> standing = gate.standMidway(bank, A, B, 50);
    long total = gate.meet(waits.nested(), () -> bank.transferAndValidate(C, D, 30));
    assertThat(total).isEqualTo(waits.nested() == PASSES ? waits.total() : 400);
    assertThat(standing.result()).isTrue();
    assertThat(bank.balances()).containsExactly(50, 150, 70, 130);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#notNesting")
  void aThreadAloneWaitsForItself(Class<? extends Bank> variant) throws Exception {
    Bank bank = Variants.open(variant, Midway.NOTHING);
    Actor<Long> nested = Actor.start(() -> bank.transferAndValidate(A, B, 40));
    assertThat(nested.awaitWaiting()).isEqualTo(Thread.State.WAITING);
    Actor<Boolean> other = Actor.start(() -> bank.transfer(B, A, 30));
    assertThat(other.awaitWaiting()).isEqualTo(Thread.State.WAITING);

    nested.interrupt();
    assertThatThrownBy(nested::result).isInstanceOf(InterruptedException.class);
    assertThat(other.result()).isTrue();
    assertThat(bank.balances()).containsExactly(130, 70, 100, 100);
  }
}
