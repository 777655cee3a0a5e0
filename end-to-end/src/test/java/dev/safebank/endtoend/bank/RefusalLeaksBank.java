package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps its lock where it refuses. */
@LockingVariant(
    idea = "a return before finally",
    keepsAllBut = {})
public final class RefusalLeaksBank extends OneLockBank {

  private final ReentrantLock lock = new ReentrantLock();

  public RefusalLeaksBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    lock.lockInterruptibly();
    if (balances[Math.floorMod(from, balances.length)] < amount) {
      return false;
    }
    try {
      return super.transfer(from, to, amount);
    } finally {
      lock.unlock();
    }
  }
}
