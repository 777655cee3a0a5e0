package dev.safebank.model.variants;

import static dev.safebank.model.variants.Variants.A;
import static dev.safebank.model.variants.Variants.B;
import static dev.safebank.model.variants.Variants.C;
import static dev.safebank.model.variants.Variants.D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Promise;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two calls wait for a transfer from B that is paused midway. The first requests B; the second
 * acquires A and requests B. Locks are granted in the order of requests, so the first acquires B,
 * and then requests A.
 */
final class DeadlockTest {

  private final Gate gate = new Gate();

  @ParameterizedTest
  @ValueSource(classes = {AccountLocksBank.class, HashTieBank.class})
  void crossingTransfersDeadlockUntilOneIsInterrupted(Class<? extends Bank> variant)
      throws Exception {
    Bank bank = Variants.open(variant, gate);
    deadlock(bank, () -> bank.transfer(B, A, 50), () -> bank.transfer(A, B, 30));
    assertThat(bank.balances()).containsExactly(150, 40, 110, 100);
  }

  @ParameterizedTest
  @ValueSource(classes = {MixedOrderBank.class})
  void aTransferAndAValidatorDeadlockUntilOneIsInterrupted(Class<? extends Bank> variant)
      throws Exception {
    Bank bank = Variants.open(variant, gate);
    deadlock(bank, () -> bank.transfer(A, B, 50), bank::validate);
    assertThat(bank.balances()).containsExactly(50, 140, 110, 100);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#neverDeadlocking")
  void crossingTransfersPassEachOther(Class<? extends Bank> variant) throws Exception {
    Bank bank = Variants.open(variant, gate);
    Waits waits = Waits.of(variant);
    Actor<Boolean> standing = gate.standMidway(bank, B, C, 10);
    Actor<Boolean> down = Actor.start(() -> bank.transfer(B, A, 50));
    waits.related().settle(down);
    Actor<Boolean> up = Actor.start(() -> bank.transfer(A, B, 30));
    waits.related().settle(up);
    gate.open();

    assertThat(List.of(standing.result(), down.result(), up.result())).containsOnly(true);
    assertThat(bank.balances()).containsExactly(120, 70, 110, 100);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#neverDeadlocking")
  void transfersInAChainPassEachOther(Class<? extends Bank> variant) throws Exception {
    Bank bank = Variants.open(variant, gate);
    Waits waits = Waits.of(variant);
    Actor<Boolean> standing = gate.standMidway(bank, B, D, 10);
    Actor<Boolean> upper = Actor.start(() -> bank.transfer(B, C, 50));
    waits.related().settle(upper);
    Actor<Boolean> lower = Actor.start(() -> bank.transfer(A, B, 30));
    waits.related().settle(lower);
    gate.open();

    assertThat(List.of(standing.result(), upper.result(), lower.result())).containsOnly(true);
    assertThat(bank.balances()).containsExactly(70, 70, 150, 110);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.safebank.model.variants.Variants#neverDeadlocking")
  void aTransferAndAValidatorPassEachOther(Class<? extends Bank> variant) throws Exception {
    Bank bank = Variants.open(variant, gate);
    Waits waits = Waits.of(variant);
    Actor<Boolean> standing = gate.standMidway(bank, B, C, 10);
    Actor<Boolean> transfer = Actor.start(() -> bank.transfer(A, B, 50));
    waits.related().settle(transfer);
    Actor<Long> validator = Actor.start(bank::validate);
    waits.validate().settle(validator);
    gate.open();

    assertThat(List.of(standing.result(), transfer.result())).containsOnly(true);
    if (Variants.keeps(variant, Promise.CONSISTENT_TOTAL)) {
      assertThat(validator.result()).isEqualTo(400);
    }
    assertThat(bank.balances()).containsExactly(50, 140, 110, 100);
  }

  private void deadlock(Bank bank, Callable<Boolean> wantsBThenA, Callable<?> holdsAWantsB)
      throws Exception {
    gate.standMidway(bank, B, C, 10);
    Actor<Boolean> first = Actor.start(wantsBThenA);
    first.awaitWaiting();
    Actor<?> second = Actor.start(holdsAWantsB);
    second.awaitWaiting();
    gate.open();

    assertThat(awaitDeadlock()).containsExactlyInAnyOrder(first.threadId(), second.threadId());
    second.interrupt();
    assertThatThrownBy(second::result).isInstanceOf(InterruptedException.class);
    assertThat(first.result()).isTrue();
    assertThat(bank.validate()).isEqualTo(400);
  }

  /** Polls the virtual machine until it reports a deadlock. */
  private static long[] awaitDeadlock() {
    while (!Thread.interrupted()) {
      long[] deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
      if (deadlocked != null) {
        return deadlocked;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no deadlock in time");
  }
}
