package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;

/**
 * No lock at all, on plain fields: the bank as written for a single thread.
 *
 * <p><b>Story:</b> a transfer is a withdrawal, then a deposit, and each of the two is a read, a sum
 * and a write. Another thread may act between any two of these steps.
 *
 * <p><b>Fault:</b> a validator that looks midway misses money, one that reads one account before
 * and the other after the transfer counts it twice. Two transfers that read the same balance lose
 * one of the two updates for good. Two that find the same funds both spend them. Undoing a failed
 * transfer is one more read, sum and write, so it loses updates too.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank}.
 */
@LockingVariant(
    idea = "no lock, plain fields",
    keeps = {Promise.NEVER_DEADLOCKS, Promise.RELEASES_LOCKS, Promise.NESTS},
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
    return move(from, to, amount);
  }

  @Override
  public long validate() {
    return total();
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

  /** Moves the money if the funds suffice; takes it back if anything fails on the way. */
  private boolean move(int from, int to, long amount) throws InterruptedException {
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

  private long total() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }
}
