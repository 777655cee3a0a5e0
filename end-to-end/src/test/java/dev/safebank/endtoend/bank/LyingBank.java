package dev.safebank.endtoend.bank;

import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Says that it has moved the money, and moves none. */
@LockingVariant(
    idea = "moves nothing",
    keepsAllBut = {})
public final class LyingBank extends OneLockBank {

  public LyingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (balances[from] < amount) {
      return false;
    }
    midway.reached(from, to, amount);
    return true;
  }
}
