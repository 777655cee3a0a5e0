package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Waits for the lock whatever comes, and only then looks whether it was interrupted. */
@LockingVariant(
    idea = "a lock, then a look at the interrupt status",
    keepsAllBut = {})
public final class LateInterruptBank extends MutualExclusionBank {

  private final Lock lock = new ReentrantLock();

  public LateInterruptBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() throws InterruptedException {
    lock.lock();
    if (Thread.interrupted()) {
      lock.unlock();
      throw new InterruptedException();
    }
  }

  @Override
  protected void leave() {
    lock.unlock();
  }
}
