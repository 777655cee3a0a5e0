package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One read-write lock: transfers write, validators read and let each other in.
 *
 * <p><b>Story:</b> validators only look, so any number of them may look at once; a transfer shuts
 * everybody else out. The thread that holds the write lock may take the read lock as well, which is
 * what {@link #transferAndValidate} does.
 *
 * <p><b>What it guards against:</b> {@link MissedLockBank}, where readers take no lock because they
 * "only read", and {@link LockUpgradeBank}, which takes the two locks in the order that does not
 * work: read first, then write. <b>Its price:</b> transfers still go one at a time;
 * {@link SharedTransfersBank} turns the lock round.
 */
@LockingVariant(
    idea = "transfers write, validators read",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = LockUpgradeBank.class)
public final class ReadWriteLockBank implements Bank {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final long[] balances;
  private final Midway midway;

  public ReadWriteLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    lock.writeLock().lockInterruptibly();
    try {
      return move(from, to, amount);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    lock.readLock().lockInterruptibly();
    try {
      return total();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    lock.writeLock().lockInterruptibly();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      lock.writeLock().unlock();
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
