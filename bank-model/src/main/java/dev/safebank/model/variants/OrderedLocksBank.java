package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for each account, always acquired in the order of account numbers.
 *
 * <p><b>Story:</b> a transfer locks the lower of its two accounts, then the higher; a validator
 * locks all of them in ascending order. A thread only ever waits for an account above all those it
 * holds, so no cycle of waiting threads is possible: the thread that holds the highest account can
 * always proceed. A transfer from an account to itself acquires the same lock twice, which a
 * reentrant lock permits.
 *
 * <p><b>What it guards against:</b> {@link AccountLocksBank} acquires the same locks in the order
 * of the transfer, {@link MixedOrderBank} in two orders; both deadlock. <b>Cost:</b> a validator
 * acquires every lock; that of {@link SharedTransfersBank} does not.
 */
@LockingVariant(
    idea = "account locks by account number",
    keepsAllBut = {},
    twin = AccountLocksBank.class)
public final class OrderedLocksBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public OrderedLocksBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    Lock first = locks[Math.min(from, to)];
    Lock second = locks[Math.max(from, to)];
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
