package dev.safebank.endtoend.bank;

import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Refuses no transfer, whatever the account holds. */
@LockingVariant(
    idea = "refuses nothing",
    keepsAllBut = {})
public final class OverdrawingBank extends OneLockBank {

  public OverdrawingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    move(from, to, amount);
    return true;
  }
}
