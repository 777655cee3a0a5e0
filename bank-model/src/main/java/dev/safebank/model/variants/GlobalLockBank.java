package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for the whole bank, released in {@code finally}.
 *
 * <p><b>Story:</b> whoever transfers or validates holds the one lock from before the first balance
 * is read until after the last is written, so everything the bank does happens one at a time. Funds
 * are checked inside the lock, a failed transfer is undone inside it, and the lock is given back
 * however the method ends. The lock is reentrant: its owner may call the bank again.
 *
 * <p><b>What it guards against:</b> {@link UnsafeBank} is this class without the lock,
 * {@link LeakyGlobalLockBank} without the {@code finally}, {@link NoRollbackBank} without the
 * undoing, {@link CheckOutsideLockBank} and {@link MissedLockBank} with a read outside the lock.
 * <b>Its price:</b> transfers between unrelated accounts wait for each other;
 * {@link OrderedLocksBank} lets them pass.
 */
@LockingVariant(
    idea = "one lock, released in finally",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = UnsafeBank.class)
public final class GlobalLockBank implements Bank {

  private final Lock lock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public GlobalLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    lock.lockInterruptibly();
    try {
      return move(from, to, amount);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return total();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      lock.unlock();
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
