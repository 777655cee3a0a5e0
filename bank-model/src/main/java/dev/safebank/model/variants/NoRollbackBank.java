package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock, released in {@code finally}, but the money of a failed transfer is not put back.
 *
 * <p><b>Story:</b> the lock is held and released as in {@link GlobalLockBank}, so it seems that
 * nothing can go wrong between threads.
 *
 * <p><b>Fault:</b> a lock makes a transfer look like one step to other threads; it does not make it
 * happen as a whole or not at all. When something fails between withdrawal and deposit,
 * {@code finally} opens the bank again with the money gone. The promise broken is
 * {@link Promise#UNDOES_FAILED_TRANSFERS} alone: every transfer that says it moved money did.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} puts the money back before it lets go of the lock.
 */
@LockingVariant(
    idea = "one lock, failed transfers not undone",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.NESTS
    },
    twin = GlobalLockBank.class)
public final class NoRollbackBank implements Bank {

  private final Lock lock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public NoRollbackBank(long[] openingBalances, Midway midway) {
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

  /** Moves the money if the funds suffice; loses it if anything fails on the way. */
  private boolean move(int from, int to, long amount) throws InterruptedException {
    if (balances[from] < amount) {
      return false;
    }
    balances[from] -= amount;
    midway.reached(from, to, amount);
    balances[to] = Math.addExact(balances[to], amount);
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
