package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One lock for the whole bank, released in {@code finally}. */
@LockingVariant(
    idea = "one lock, released in finally",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = UnsafeBank.class)
public final class GlobalLockBank implements Bank {

  private final Lock lock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public GlobalLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    lock.lockInterruptibly();
    try {
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
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long total = 0;
      for (long balance : balances) {
        total = Math.addExact(total, balance);
      }
      return total;
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
}
