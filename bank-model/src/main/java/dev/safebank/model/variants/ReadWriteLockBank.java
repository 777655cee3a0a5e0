package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One read-write lock: transfers hold the write lock, validators share the read lock.
 *
 * <p><b>Story:</b> validators only read, so any number of them may run at the same time; a transfer
 * excludes all other threads. The thread that holds the write lock may acquire the read lock as
 * well, which {@link #transferAndValidate} does.
 *
 * <p><b>What it guards against:</b> {@link MissedLockBank}, where readers acquire no lock, and
 * {@link LockUpgradeBank}, which acquires the two locks in the order that blocks: read first, then
 * write. <b>Cost:</b> transfers still execute one at a time; {@link SharedTransfersBank} reverses
 * the roles of the two modes.
 */
@LockingVariant(
    idea = "transfers write, validators read",
    keepsAllBut = {},
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
