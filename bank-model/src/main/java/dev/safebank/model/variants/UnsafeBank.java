package dev.safebank.model.variants;

import static dev.safebank.model.Promise.NESTS;
import static dev.safebank.model.Promise.NEVER_DEADLOCKS;
import static dev.safebank.model.Promise.RELEASES_LOCKS;
import static dev.safebank.model.Promise.UNDOES_FAILED_TRANSFERS;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** No lock at all, on plain fields. */
@LockingVariant(
    idea = "no lock, plain fields",
    keeps = {NEVER_DEADLOCKS, RELEASES_LOCKS, UNDOES_FAILED_TRANSFERS, NESTS},
    twin = GlobalLockBank.class)
public final class UnsafeBank implements Bank {

  private final long[] balances;
  private final Midway midway;

  public UnsafeBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (balances[from] < amount) {
      return false;
    }
    balances[from] -= amount;
    try {
      midway.reached(from, to, amount);
      balances[to] = Math.addExact(balances[to], amount);
    } catch (Throwable failure) {
      balances[from] += amount;
      throw failure;
    }
    return true;
  }

  @Override
  public long validate() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
