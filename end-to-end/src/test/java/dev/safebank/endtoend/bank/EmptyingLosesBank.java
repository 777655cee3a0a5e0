package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Loses a cent of a transfer that empties its account. */
@LockingVariant(
    idea = "a fee to close",
    keepsAllBut = {})
public final class EmptyingLosesBank extends OneLockBank {

  public EmptyingLosesBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    boolean moved = super.transfer(from, to, amount);
    if (moved && from != to && balances[from] == 0) {
      balances[to]--;
    }
    return moved;
  }
}
