package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Account locks, but few of them: accounts share two locks, acquired in order.
 *
 * <p><b>Story:</b> one lock for every account of a large bank costs memory, and a validator must
 * acquire all of them. Accounts are therefore distributed over a fixed number of stripes, each with
 * one lock. A transfer locks its two stripes, the lower first; a validator locks all stripes in
 * ascending order. Transfers of different accounts in one stripe wait for each other although they
 * need not: that is the cost, and the number of stripes determines it.
 *
 * <p><b>What it guards against:</b> acquisition in the order of account numbers, as in
 * {@link OrderedLocksBank}, is not enough here: transfers 0→1 and 1→2 would acquire stripes 0, 1
 * and 1, 0. The locks themselves must be ordered. A transfer between two accounts of one stripe
 * acquires the same lock twice, and would wait forever for a lock that is not reentrant (see
 * {@link NonReentrantLockBank}).
 */
@LockingVariant(
    idea = "accounts share few ordered locks",
    keepsAllBut = {},
    twin = OrderedLocksBank.class)
public final class StripedLocksBank implements Bank {

  private static final int STRIPES = 2;

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public StripedLocksBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[STRIPES];
    Arrays.setAll(locks, stripe -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    Lock first = locks[Math.min(from % STRIPES, to % STRIPES)];
    Lock second = locks[Math.max(from % STRIPES, to % STRIPES)];
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
