package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for all transfers, but {@link #validate} does not acquire it.
 *
 * <p><b>Story:</b> transfers exclude each other, so no update is lost and no account is overdrawn.
 * A validator only reads, which seemed harmless.
 *
 * <p><b>Fault:</b> a lock excludes only threads that acquire it. The validator reads the balances
 * while a transfer is midway, and misses the money or counts it twice. {@link #transferAndValidate}
 * holds the lock, so its total is right.
 *
 * <p>A total that no order of whole calls gives is not linearizable either.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} acquires the lock to read as well; in
 * {@link ReadWriteLockBank} readers share it.
 */
@LockingVariant(
    idea = "validate takes no lock",
    keepsAllBut = {Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE},
    twin = GlobalLockBank.class)
public final class MissedLockBank implements Bank {

  private final Lock lock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public MissedLockBank(long[] openingBalances, Midway midway) {
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
  public long validate() {
    return total();
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
