package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for the whole bank, released in {@code finally}.
 *
 * <p><b>Story:</b> a transfer or validation holds the lock from before its first read of a balance
 * until after its last write, so all operations of the bank execute one at a time. The funds are
 * checked and a failed transfer is undone while the lock is held, and the lock is released however
 * the method ends. The lock is reentrant: its owner may call the bank again.
 *
 * <p><b>What it guards against:</b> {@link UnsafeBank} is this class without the lock,
 * {@link LeakyGlobalLockBank} without the {@code finally}, {@link NoRollbackBank} without undoing,
 * {@link CheckOutsideLockBank} and {@link MissedLockBank} with a read outside the lock.
 * <b>Cost:</b> transfers between unrelated accounts wait for each other; in
 * {@link OrderedLocksBank} they run in parallel.
 */
@LockingVariant(
    idea = "one lock, released in finally",
    keepsAllBut = {},
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
