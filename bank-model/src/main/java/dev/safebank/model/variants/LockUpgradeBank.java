package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One read-write lock, and an attempt to turn a read lock into a write lock.
 *
 * <p><b>Story:</b> transfers write and validators read, as in {@link ReadWriteLockBank}.
 * {@link #transferAndValidate} is "a validation, with a transfer before it", so it holds the read
 * lock throughout and lets {@link #transfer} take the write lock.
 *
 * <p><b>Fault:</b> a writer waits until all readers have left, and one of those readers is itself.
 * It waits for ever, even with nobody else in the bank, and everybody who wants to write waits
 * behind it. {@link java.util.concurrent.locks.ReentrantReadWriteLock} lets a writer read (a
 * downgrade), never a reader write (an upgrade).
 *
 * <p><b>Fix:</b> {@link ReadWriteLockBank} takes the write lock first.
 */
@LockingVariant(
    idea = "write lock wanted while reading",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS
    },
    twin = ReadWriteLockBank.class)
public final class LockUpgradeBank implements Bank {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final long[] balances;
  private final Midway midway;

  public LockUpgradeBank(long[] openingBalances, Midway midway) {
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
    lock.readLock().lockInterruptibly();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      lock.readLock().unlock();
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
