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
 * Transfers hold account locks, the validator holds a global lock: different locks, which do not
 * exclude each other.
 *
 * <p><b>Story:</b> the global lock was too slow for transfers, so they were given account locks,
 * acquired in order. The validator kept the global lock.
 *
 * <p><b>Fault:</b> every thread holds a lock, but two threads exclude each other only if they hold
 * the <em>same</em> lock, so the validator excludes only other validators. It sees transfers
 * midway, as if it held no lock; so does {@link #transferAndValidate}, which holds the global lock
 * while other threads transfer.
 *
 * <p>A total that no order of whole calls gives is not linearizable either.
 *
 * <p><b>Fix:</b> {@link OrderedLocksBank}, whose validator acquires the account locks;
 * {@link SharedTransfersBank}, whose transfers hold the validator's lock too, in shared mode.
 */
@LockingVariant(
    idea = "transfers and validate lock different locks",
    keepsAllBut = {Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE},
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

  /** Moves the money if the funds suffice; undoes the withdrawal if anything fails midway. */
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
