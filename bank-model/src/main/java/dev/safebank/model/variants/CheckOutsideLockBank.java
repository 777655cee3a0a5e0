package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock, but the funds are checked before it is taken: check, then act.
 *
 * <p><b>Story:</b> "why wait for the lock when the transfer will be refused anyway?" The check
 * moved up one line, out of the lock; the published versions of this bank all have it there.
 *
 * <p><b>Fault:</b> what was checked may have changed by the time the lock is held. Two transfers
 * find the same 100, queue for the lock, and both withdraw 80. The balance goes below zero; the
 * total still adds up, so no validator notices.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} checks the funds where it spends them, inside the lock.
 */
@LockingVariant(
    idea = "funds checked before the lock",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = GlobalLockBank.class)
public final class CheckOutsideLockBank implements Bank {

  private final Lock lock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public CheckOutsideLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (balances[from] < amount) {
      return false;
    }
    lock.lockInterruptibly();
    try {
      move(from, to, amount);
      return true;
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

  /** Moves the money, funds or no funds; takes it back if anything fails on the way. */
  private void move(int from, int to, long amount) throws InterruptedException {
    balances[from] -= amount;
    try {
      midway.reached(from, to, amount);
      balances[to] = Math.addExact(balances[to], amount);
    } catch (Throwable failure) {
      balances[from] += amount;
      throw failure;
    }
  }

  private long total() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }
}
