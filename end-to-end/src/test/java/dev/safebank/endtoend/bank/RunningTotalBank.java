package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Validates to a total that it keeps, and that a failed transfer leaves wrong. */
@LockingVariant(
    idea = "a running total",
    keepsAllBut = {})
public final class RunningTotalBank extends OneLockBank {

  private long total;

  public RunningTotalBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
    this.total = total();
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    total -= amount;
    boolean moved = super.transfer(from, to, amount);
    total += amount;
    return moved;
  }

  @Override
  public synchronized long validate() {
    return total;
  }
}
