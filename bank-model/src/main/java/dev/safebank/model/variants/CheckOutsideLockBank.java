package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock, but the funds are checked before it is acquired: a check-then-act race.
 *
 * <p><b>Story:</b> a transfer that will be refused anyway need not wait for the lock, so the check
 * was moved up one line, out of the lock. The published versions of this bank all check there.
 *
 * <p><b>Fault:</b> the balance can change between the check and the acquisition of the lock. Two
 * transfers both find 100, wait for the lock, and both withdraw 80. The balance falls below zero;
 * the total is still correct, so no validator notices.
 *
 * <p>In every order of whole calls one of the two is refused, so it is not linearizable either.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} checks the funds while it holds the lock.
 */
@LockingVariant(
    idea = "funds checked before the lock",
    keepsAllBut = {Promise.NEVER_OVERDRAWN, Promise.LINEARIZABLE},
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

  /** Moves the money without a check; undoes the withdrawal if anything fails midway. */
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
