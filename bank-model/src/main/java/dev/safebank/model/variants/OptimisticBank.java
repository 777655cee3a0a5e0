package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.StampedLock;

/**
 * A {@code StampedLock} whose validator reads without locking, then validates the stamp.
 *
 * <p><b>Story:</b> a validator takes a stamp, adds up the balances, and validates the stamp. If no
 * transfer wrote in the meantime, the total is valid and no thread has waited. Otherwise the total
 * may be wrong (torn, or overflowing although the real one does not) and is discarded; the
 * validator then acquires the read lock.
 *
 * <p>A stamped lock is not reentrant. {@link #transferAndValidate} therefore calls no public
 * method: it moves the money and adds up while it holds the write lock.
 *
 * <p>The optimistic reads race with the writes by design: their result is correct because the stamp
 * is validated, not because of a happens-before order. <b>What it guards against:</b>
 * {@link UnvalidatedOptimisticBank}, which does not validate the stamp.
 */
@LockingVariant(
    idea = "optimistic read, stamp validated",
    keepsAllBut = {},
    twin = UnvalidatedOptimisticBank.class)
public final class OptimisticBank implements Bank {

  private final StampedLock lock = new StampedLock();
  private final long[] balances;
  private final Midway midway;

  public OptimisticBank(long[] openingBalances, Midway midway) {
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
      try {
        long total = total();
        if (lock.validate(stamp)) {
          return total;
        }
      } catch (ArithmeticException overflow) {
        if (lock.validate(stamp)) {
          throw overflow;
        }
      }
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
