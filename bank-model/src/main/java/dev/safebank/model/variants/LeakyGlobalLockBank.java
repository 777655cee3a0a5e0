package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for the whole bank, released on the last line instead of in {@code finally}.
 *
 * <p><b>Story:</b> every method acquires the lock first and releases it last, and a failed transfer
 * is undone.
 *
 * <p><b>Fault:</b> a failure midway skips the release. The thread has left the bank but still owns
 * the lock, so every other thread waits forever. There is no cycle of waiting threads: the owner
 * will never release the lock. The balances are correct before and after the failure, so only
 * {@link Promise#RELEASES_LOCKS} is broken.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} releases the lock in {@code finally}.
 */
@LockingVariant(
    idea = "one lock, not released on failure",
    keepsAllBut = Promise.RELEASES_LOCKS,
    twin = GlobalLockBank.class)
public final class LeakyGlobalLockBank implements Bank {

  private final Lock lock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public LeakyGlobalLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    lock.lockInterruptibly();
    boolean moved = move(from, to, amount);
    lock.unlock();
    return moved;
  }

  @Override
  public long validate() throws InterruptedException {
    lock.lockInterruptibly();
    long total = total();
    lock.unlock();
    return total;
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    lock.lockInterruptibly();
    transfer(from, to, amount);
    long total = validate();
    lock.unlock();
    return total;
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
