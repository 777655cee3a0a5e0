package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Account locks in two fixed orders: transfers use one, the validator another.
 *
 * <p><b>Story:</b> this is the published "fixed" version of the bank. Its transfers no longer
 * deadlock with each other, because all of them sort their two locks by the same criterion: in the
 * published version, the identity of the account. Its validator iterates over the list of accounts,
 * which is an order as well.
 *
 * <p><b>Fault:</b> where the two orders disagree, a transfer and a validator deadlock. In the
 * published version that depends on the addresses of the accounts in memory. Here the orders always
 * disagree, so that two accounts are enough to show it: transfers lock the higher account number
 * first, validators the lower.
 *
 * <pre>
 * A→B:      holds B, waits for A
 * validate: holds A, waits for B
 * </pre>
 *
 * <p><b>Fix:</b> {@link OrderedLocksBank} uses one order in all operations.
 */
@LockingVariant(
    idea = "transfers lock downwards, validate upwards",
    keepsAllBut = Promise.NEVER_DEADLOCKS,
    twin = OrderedLocksBank.class)
public final class MixedOrderBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public MixedOrderBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    Lock first = locks[Math.max(from, to)];
    Lock second = locks[Math.min(from, to)];
    first.lockInterruptibly();
    try {
      second.lockInterruptibly();
      try {
        return move(from, to, amount);
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    lockAll();
    try {
      return total();
    } finally {
      unlockFirst(locks.length);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    lockAll();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      unlockFirst(locks.length);
    }
  }

  /** Acquires all locks in order; holds none of them if it throws. */
  private void lockAll() throws InterruptedException {
    for (int held = 0; held < locks.length; held++) {
      try {
        locks[held].lockInterruptibly();
      } catch (Throwable failure) {
        unlockFirst(held);
        throw failure;
      }
    }
  }

  /** Releases the first {@code held} locks, in reverse order. */
  private void unlockFirst(int held) {
    for (int i = held - 1; i >= 0; i--) {
      locks[i].unlock();
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
