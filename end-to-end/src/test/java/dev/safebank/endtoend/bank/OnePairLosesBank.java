package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Loses a cent of each transfer from account 1 to account 2, of which no smaller bank knows. */
@LockingVariant(
    idea = "one bad pair",
    keepsAllBut = {})
public final class OnePairLosesBank extends OneLockBank {

  public OnePairLosesBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    boolean moved = super.transfer(from, to, amount);
    if (moved && from == 1 && to == 2) {
      balances[to]--;
    }
    return moved;
  }
}
