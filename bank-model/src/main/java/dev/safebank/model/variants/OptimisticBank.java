package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.StampedLock;

/**
 * A {@code StampedLock}: the validator reads without locking, then asks whether that was all right.
 *
 * <p><b>Story:</b> a validator takes a stamp, adds up whatever it finds, and validates the stamp.
 * If no transfer wrote in the meantime the total is good, and nobody waited for anybody. If one
 * did, the total may be nonsense (torn, or overflowing although the bank is fine) and is thrown
 * away; the validator then waits for the read lock like anybody else.
 *
 * <p>A stamped lock cannot be entered twice, not even by its owner. {@link #transferAndValidate}
 * therefore calls no public method: it moves and adds up under the write lock that it has.
 *
 * <p>The optimistic reads race with the writes on purpose: the stamp, not the memory model, vouches
 * for them. <b>What it guards against:</b> {@link UnvalidatedOptimisticBank}, which believes what
 * it read.
 */
@LockingVariant(
    idea = "optimistic read, stamp validated",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
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
