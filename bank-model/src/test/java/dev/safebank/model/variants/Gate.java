package dev.safebank.model.variants;

import static dev.safebank.model.variants.Waits.Wait.SPINS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.Waits.Wait;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Pauses the first transfer that is midway until the gate is opened; lets all others pass. */
final class Gate implements Midway {

  private final AtomicBoolean passing = new AtomicBoolean();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  @Override
  public void reached(int from, int to, long amount) throws InterruptedException {
    if (!passing.getAndSet(true)) {
      reached.countDown();
      open.await();
    }
  }

  /** Starts a transfer and returns when it is paused midway. */
  Actor<Boolean> standMidway(Bank bank, int from, int to, long amount) throws InterruptedException {
    Actor<Boolean> standing = Actor.start(() -> bank.transfer(from, to, amount));
    reached.await();
    return standing;
  }

  /** Lets the paused transfer continue. */
  void open() {
    open.countDown();
  }

  /** Makes the call, checks that it waits as described, opens, and returns the call's result. */
  <T> T meet(Wait wait, Callable<T> call) throws Exception {
    if (wait == SPINS) {
      assertThatInterruptEndsTheWaitOf(Actor.start(call));
    }
    Actor<T> actor = Actor.start(call);
    wait.settle(actor);
    open();
    return actor.result();
  }

  /** A spinning thread has the state of a running one, but only a waiting one is interruptible. */
  private static void assertThatInterruptEndsTheWaitOf(Actor<?> actor) {
    actor.interrupt();
    assertThatThrownBy(actor::result)
        .isInstanceOf(InterruptedException.class)
        .hasMessageStartingWith("interrupted while waiting for");
  }
}
