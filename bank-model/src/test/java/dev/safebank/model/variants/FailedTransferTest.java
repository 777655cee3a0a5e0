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

/** The state of a bank after a transfer of 50 failed midway. */
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
    } else if (Waits.describes(variant)) {
      waitsForever(transfer);
      waitsForever(sameAccount);
      waitsForever(validator);
    }
  }

  @Test
  void theMoneyOfATransferInterruptedMidwayIsBackUnlessTheBankForgetsToUndo() throws Exception {
    Gate gate = new Gate();
    Bank bank = Variants.open(variant, gate);
    Actor<Boolean> standing = gate.standMidway(bank, A, B, 50);
    standing.interrupt();
    assertThatThrownBy(standing::result).isInstanceOf(InterruptedException.class);
    if (variant == NoRollbackBank.class) {
      assertThat(bank.balances()).containsExactly(50, 100, 100, 100);
    } else if (Waits.describes(variant)
        || Variants.keeps(variant, Promise.UNDOES_FAILED_TRANSFERS)) {
      assertThat(bank.balances()).containsExactly(100, 100, 100, 100);
    }
  }

  /** The lock's owner has ended without releasing it, so only an interrupt ends this wait. */
  private static void waitsForever(Actor<?> actor) {
    assertThat(actor.awaitWaiting()).isEqualTo(Thread.State.WAITING);
    actor.interrupt();
    assertThatThrownBy(actor::result).isInstanceOf(InterruptedException.class);
  }
}
