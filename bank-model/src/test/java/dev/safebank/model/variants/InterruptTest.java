package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static dev.safebank.model.variants.Variants.C;
import static dev.safebank.model.variants.Variants.D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.variants.Waits.Wait;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call that waits for a transfer C→D is interrupted: it moves nothing and holds no lock. */
final class InterruptTest {

  private final Gate gate = new Gate();

  static Stream<Waits> transferParks() {
    return where(Waits::related);
  }

  static Stream<Waits> validatorParks() {
    return where(Waits::validate);
  }

  static Stream<Waits> nestedCallParks() {
    return where(Waits::nested);
  }

  private static Stream<Waits> where(Function<Waits, Wait> call) {
    return Waits.TABLE.stream().filter(waits -> call.apply(waits) == Wait.PARKED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transferParks")
  void aTransferGivesUpAndMovesNothing(Waits waits) throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    Actor<Boolean> standing = gate.standMidway(bank, C, D, 50);
    interrupt(() -> bank.transfer(C, A, 30));
    interrupt(() -> bank.transfer(B, C, 30));
    assertUntouched(bank, standing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validatorParks")
  void aValidatorGivesUpAndLetsGoOfTheLocksItHasSoFar(Waits waits) throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    Actor<Boolean> standing = gate.standMidway(bank, C, D, 50);
    interrupt(bank::validate);
    assertUntouched(bank, standing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nestedCallParks")
  void aTransferAndValidationGivesUpAndMovesNothing(Waits waits) throws Exception {
    Bank bank = Variants.open(waits.variant(), gate);
    Actor<Boolean> standing = gate.standMidway(bank, C, D, 50);
    interrupt(() -> bank.transferAndValidate(A, B, 30));
    assertUntouched(bank, standing);
  }

  @Test
  void aThreadThatWaitsForAMonitorWaitsOnAndStaysInterrupted() throws Exception {
    Bank bank = Variants.open(SynchronizedBank.class, gate);
    gate.standMidway(bank, C, D, 50);
    Actor<Boolean> validator = Actor.start(() -> {
      assertThat(bank.validate()).isEqualTo(400);
      return Thread.interrupted();
    });
    validator.awaitWaiting();
    validator.interrupt();
    assertThat(validator.awaitWaiting()).isEqualTo(Thread.State.BLOCKED);
    gate.open();
    assertThat(validator.result()).isTrue();
  }

  private static void interrupt(Callable<?> call) {
    Actor<?> actor = Actor.start(call);
    actor.awaitWaiting();
    actor.interrupt();
    assertThatThrownBy(actor::result).isInstanceOf(InterruptedException.class);
  }

  /** Only the transfer C→D has moved money, and no lock is held. */
  private void assertUntouched(Bank bank, Actor<Boolean> standing) throws Exception {
    gate.open();
    assertThat(standing.result()).isTrue();
    assertThat(bank.balances()).containsExactly(100, 100, 50, 150);
    assertThat(Actor.start(bank::validate).result()).isEqualTo(400);
    assertThat(Actor.start(() -> bank.transfer(A, B, 10)).result()).isTrue();
    assertThat(Actor.start(() -> bank.transfer(D, C, 10)).result()).isTrue();
  }
}
