package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.StampedLock;

/**
 * A {@code StampedLock} whose validator reads optimistically and does not validate the stamp.
 *
 * <p><b>Story:</b> a stamp other than 0 says that no thread holds the write lock at this moment.
 * That was taken as permission to read.
 *
 * <p><b>Fault:</b> the stamp says nothing about the next moment. A validator sees half of a
 * transfer that begins after the stamp was taken. An optimistic reader excludes no writer; only
 * {@link java.util.concurrent.locks.StampedLock#validate} afterwards tells whether there was one.
 *
 * <p>A total that no order of whole calls gives is not linearizable either.
 *
 * <p><b>Fix:</b> {@link OptimisticBank} validates the stamp before it returns the total.
 */
@LockingVariant(
    idea = "optimistic read, stamp not validated",
    keepsAllBut = {Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE},
    twin = OptimisticBank.class)
public final class UnvalidatedOptimisticBank implements Bank {

  private final StampedLock lock = new StampedLock();
  private final long[] balances;
  private final Midway midway;

  public UnvalidatedOptimisticBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    long stamp = lock.writeLockInterruptibly();
    try {
      return move(from, to, amount);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public long validate() throws InterruptedException {
    long stamp = lock.tryOptimisticRead();
    if (stamp != 0) {
      return total();
    }
    stamp = lock.readLockInterruptibly();
    try {
      return total();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    long stamp = lock.writeLockInterruptibly();
    try {
      move(from, to, amount);
      return total();
    } finally {
      lock.unlockWrite(stamp);
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
