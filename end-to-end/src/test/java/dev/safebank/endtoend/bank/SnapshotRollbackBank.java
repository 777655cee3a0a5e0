package dev.safebank.endtoend.bank;

import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/**
 * Undoes a failed transfer by what the account held before, which others may have changed since.
 */
@LockingVariant(
    idea = "undoes too much",
    keepsAllBut = {})
public final class SnapshotRollbackBank extends OneLockBank {

  public SnapshotRollbackBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    long before;
    synchronized (this) {
      before = balances[from];
      if (before < amount) {
        return false;
      }
    }
    try {
      midway.reached(from, to, amount);
    } catch (Throwable failure) {
      synchronized (this) {
        balances[from] = before;
      }
      throw failure;
    }
    synchronized (this) {
      if (balances[from] < amount) {
        return false;
      }
      balances[from] -= amount;
      balances[to] = Math.addExact(balances[to], amount);
      return true;
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }
}
