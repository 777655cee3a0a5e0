package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static dev.safebank.model.variants.Variants.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A transfer of 50 fails between withdrawal and deposit; what then? */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.safebank.model.variants.Variants#all")
final class FailedTransferTest {

  private final IllegalStateException failure = new IllegalStateException("midway");

  private final Midway fiftyFails = (from, to, amount) -> {
    if (amount == 50) {
      throw failure;
    }
  };

  @Parameter
  Class<? extends Bank> variant;

  @Test
  void theFailureReachesTheCaller() {
    Bank bank = Variants.open(variant, fiftyFails);
    assertThatThrownBy(() -> bank.transfer(A, B, 50)).isSameAs(failure);
  }

  @Test
  void theMoneyIsBackUnlessTheBankForgetsToUndo() {
    Bank bank = Variants.open(variant, fiftyFails);
    assertThatThrownBy(() -> bank.transfer(A, B, 50)).isSameAs(failure);
    long left = variant == NoRollbackBank.class ? 50 : 100;
    assertThat(bank.balances()).containsExactly(left, 100, 100, 100);
  }

  @Test
  void aFailedTransferToTheSameAccountIsUndoneToo() {
    Bank bank = Variants.open(variant, fiftyFails);
    assertThatThrownBy(() -> bank.transfer(A, A, 50)).isSameAs(failure);
    long left = variant == NoRollbackBank.class ? 50 : 100;
    assertThat(bank.balances()).containsExactly(left, 100, 100, 100);
  }

  @Test
  void othersCanGoOnUnlessTheLockIsLeaked() throws Exception {
    Bank bank = Variants.open(variant, fiftyFails);
    Actor<Boolean> failing = Actor.start(() -> bank.transfer(A, B, 50));
    assertThatThrownBy(failing::result).isSameAs(failure);

    Actor<Boolean> transfer = Actor.start(() -> bank.transfer(B, A, 30));
    Actor<Boolean> sameAccount = Actor.start(() -> bank.transfer(C, C, 30));
    Actor<Long> validator = Actor.start(bank::validate);
    if (Variants.keeps(variant, Promise.RELEASES_LOCKS)) {
      assertThat(transfer.result()).isTrue();
      assertThat(sameAccount.result()).isTrue();
      validator.result();
    } else {
      waitsForEver(transfer);
      waitsForEver(sameAccount);
      waitsForEver(validator);
    }
  }

  @Test
  void aTransferInterruptedMidwayIsAFailedTransfer() throws Exception {
    Gate gate = new Gate();
    Bank bank = Variants.open(variant, gate);
    Actor<Boolean> standing = gate.standMidway(bank, A, B, 50);
    standing.interrupt();
    assertThatThrownBy(standing::result).isInstanceOf(InterruptedException.class);
    long left = variant == NoRollbackBank.class ? 50 : 100;
    assertThat(bank.balances()).containsExactly(left, 100, 100, 100);
  }

  /** The owner of the lock is dead, so only an interrupt ends this wait. */
  private static void waitsForEver(Actor<?> actor) {
    assertThat(actor.awaitWaiting()).isEqualTo(Thread.State.WAITING);
    actor.interrupt();
    assertThatThrownBy(actor::result).isInstanceOf(InterruptedException.class);
  }
}
