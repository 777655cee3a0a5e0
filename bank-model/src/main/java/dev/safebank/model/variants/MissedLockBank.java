package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for all transfers, but {@link #validate} does not take it: "it only reads".
 *
 * <p><b>Story:</b> transfers exclude each other, so no update is lost and nothing is overdrawn.
 * Reading seemed harmless.
 *
 * <p><b>Fault:</b> a lock protects only those who take it. The validator walks through the balances
 * while a transfer is midway, and sees the money missing or counts it twice. Inside
 * {@link #transferAndValidate} the lock is held, so there the total is right.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} takes the lock to read as well; {@link ReadWriteLockBank}
 * lets readers share it.
 */
@LockingVariant(
    idea = "validate takes no lock",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
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
