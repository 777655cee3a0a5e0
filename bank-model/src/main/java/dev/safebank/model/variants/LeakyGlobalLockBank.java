package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for the whole bank, unlocked on the last line instead of in {@code finally}.
 *
 * <p><b>Story:</b> every method locks first and unlocks last, and the money of a failed transfer is
 * put back.
 *
 * <p><b>Fault:</b> a failure midway jumps over the unlock. The thread has left the bank and keeps
 * its lock, so every other thread waits for ever: no cycle, just a lock that nobody will give back.
 * Until that happens, and even then, the books are right; that is why only
 * {@link Promise#RELEASES_LOCKS} is broken.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank} unlocks in {@code finally}.
 */
@LockingVariant(
    idea = "one lock, not released on failure",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
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
