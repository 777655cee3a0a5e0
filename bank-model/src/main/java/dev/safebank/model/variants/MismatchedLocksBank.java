package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Transfers lock their two accounts, the validator locks the bank: two locks that do not know each
 * other.
 *
 * <p><b>Story:</b> the global lock was too slow for transfers, so they got locks of their own, in
 * proper order. The validator kept the global lock.
 *
 * <p><b>Fault:</b> everybody holds a lock, and still the validator excludes nobody but other
 * validators: two threads exclude each other only by the <em>same</em> lock. It sees transfers
 * midway, as if it had no lock at all; also in {@link #transferAndValidate}, which holds the global
 * lock while others transfer.
 *
 * <p><b>Fix:</b> {@link OrderedLocksBank}, whose validator takes the account locks;
 * {@link SharedTransfersBank}, whose transfers hold the validator's lock too, in shared mode.
 */
@LockingVariant(
    idea = "transfers and validate lock different locks",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = OrderedLocksBank.class)
public final class MismatchedLocksBank implements Bank {

  private final Lock[] locks;
  private final Lock globalLock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public MismatchedLocksBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    Lock first = locks[Math.min(from, to)];
    Lock second = locks[Math.max(from, to)];
    first.lockInterruptibly();
    try {
      second.lockInterruptibly();
      try {
        return move(from, to, amount);
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    globalLock.lockInterruptibly();
    try {
      return total();
    } finally {
      globalLock.unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    globalLock.lockInterruptibly();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      globalLock.unlock();
    }
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
