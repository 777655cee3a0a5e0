package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One read-write lock, and an attempt to upgrade a read lock to a write lock.
 *
 * <p><b>Story:</b> transfers hold the write lock and validators the read lock, as in
 * {@link ReadWriteLockBank}. {@link #transferAndValidate} was written as a validation that is
 * preceded by a transfer: it holds the read lock throughout, and {@link #transfer} acquires the
 * write lock.
 *
 * <p><b>Fault:</b> a thread that requests the write lock waits until all readers have released the
 * read lock, and one of these readers is the thread itself. It waits forever, even if no other
 * thread uses the bank, and all threads that request the write lock wait behind it.
 * {@link java.util.concurrent.locks.ReentrantReadWriteLock} lets a writer acquire the read lock (a
 * downgrade), but not a reader the write lock (an upgrade).
 *
 * <p><b>Fix:</b> {@link ReadWriteLockBank} acquires the write lock first.
 */
@LockingVariant(
    idea = "write lock requested while reading",
    keepsAllBut = Promise.NESTS,
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
