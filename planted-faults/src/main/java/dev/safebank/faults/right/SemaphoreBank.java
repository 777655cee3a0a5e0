package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.Semaphore;

/** The one permit of a semaphore is the right to be inside. */
@LockingVariant(
    idea = "one binary semaphore",
    keepsAllBut = {})
public final class SemaphoreBank extends MutualExclusionBank {

  private final Semaphore permit = new Semaphore(1);

  public SemaphoreBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() throws InterruptedException {
    permit.acquire();
  }

  @Override
  protected void leave() {
    permit.release();
  }
}
