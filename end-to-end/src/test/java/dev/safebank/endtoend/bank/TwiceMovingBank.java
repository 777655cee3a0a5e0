package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Moves the amount twice if the account holds as much. */
@LockingVariant(
    idea = "moves twice",
    keepsAllBut = {})
public final class TwiceMovingBank extends OneLockBank {

  public TwiceMovingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    boolean moved = super.transfer(from, to, amount);
    if (moved && balances[from] >= amount) {
      move(from, to, amount);
    }
    return moved;
  }
}
