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
 * Account locks, but few of them: accounts share two locks, taken in order.
 *
 * <p><b>Story:</b> a lock for every account of a large bank costs memory, and a validator must take
 * them all. So accounts are dealt out to a fixed number of stripes, each with one lock. A transfer
 * locks its two stripes, the lower first; a validator locks all stripes, upwards. Accounts of one
 * stripe wait for each other for no good reason: that is the price, and the number of stripes sets
 * it.
 *
 * <p><b>What it guards against:</b> ordering by account number, as in {@link OrderedLocksBank},
 * would not do here: accounts 0→1 and 1→2 would take stripes 0, 1 and 1, 0. It is the locks that
 * must be ordered. Two accounts of one stripe mean the same lock twice, which would hang a lock
 * that is not reentrant (see {@link NonReentrantLockBank}).
 */
@LockingVariant(
    idea = "accounts share few locks, in order",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = OrderedLocksBank.class)
public final class StripedLocksBank implements Bank {

  private static final int STRIPES = 2;

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public StripedLocksBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[STRIPES];
    Arrays.setAll(locks, stripe -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    Lock first = locks[Math.min(from % STRIPES, to % STRIPES)];
    Lock second = locks[Math.max(from % STRIPES, to % STRIPES)];
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
    int held = 0;
    try {
      for (Lock lock : locks) {
        lock.lockInterruptibly();
        held++;
      }
      return total();
    } finally {
      while (held > 0) {
        locks[--held].unlock();
      }
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    int held = 0;
    try {
      for (Lock lock : locks) {
        lock.lockInterruptibly();
        held++;
      }
      transfer(from, to, amount);
      return validate();
    } finally {
      while (held > 0) {
        locks[--held].unlock();
      }
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
