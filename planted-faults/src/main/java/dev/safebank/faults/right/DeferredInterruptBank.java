package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.Semaphore;

/** Goes on waiting when interrupted, and interrupts its thread again once it is inside. */
@LockingVariant(
    idea = "a wait that remembers an interrupt",
    keepsAllBut = {})
public final class DeferredInterruptBank extends MutualExclusionBank {

  private final Semaphore permit = new Semaphore(1);

  public DeferredInterruptBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    boolean interrupted = false;
    boolean inside = false;
    while (!inside) {
      try {
        permit.acquire();
        inside = true;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void leave() {
    permit.release();
  }
}
