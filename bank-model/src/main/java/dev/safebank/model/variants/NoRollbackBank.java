package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock, released in {@code finally}, but a failed transfer is not undone.
 *
 * <p><b>Story:</b> the lock is acquired and released as in {@link GlobalLockBank}, so no other
 * thread ever sees a transfer midway.
 *
 * <p><b>Fault:</b> a lock makes a transfer appear as one step to other threads; it does not make it
 * happen completely or not at all. When something fails between the withdrawal and the deposit,
 * {@code finally} releases the lock, and the withdrawn money is lost. Every transfer that reports
 * success has moved its money.
 *
 * <p>A failed call that leaves something behind is not linearizable either: in the specification it
 * leaves nothing.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} puts the money back before it releases the lock.
 */
@LockingVariant(
    idea = "one lock, failed transfers not undone",
    keepsAllBut = {Promise.UNDOES_FAILED_TRANSFERS, Promise.LINEARIZABLE},
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

  /** Moves the money if the funds suffice; loses it if anything fails midway. */
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
