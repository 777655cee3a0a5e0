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
 * One lock for each account, acquired in the direction of the transfer: {@code from} first, then
 * {@code to}.
 *
 * <p><b>Story:</b> transfers between unrelated accounts no longer wait for each other. A transfer
 * holds the locks of both its accounts and a validator holds all locks, so each of them sees
 * consistent balances.
 *
 * <p><b>Fault:</b>
 *
 * <pre>
 * A→B: holds A, waits for B
 * B→A: holds B, waits for A
 * </pre>
 *
 * <p>Neither releases the lock that it holds: deadlock. A validator, which acquires all locks in
 * account order, deadlocks in the same way with any transfer to a lower account.
 *
 * <p><b>Fix:</b> {@link OrderedLocksBank} acquires the same locks in one order in all operations;
 * {@link BackoffBank} releases the first lock if the second is not available.
 */
@LockingVariant(
    idea = "account locks, from before to",
    keepsAllBut = Promise.NEVER_DEADLOCKS,
    twin = OrderedLocksBank.class)
public final class AccountLocksBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public AccountLocksBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    locks[from].lockInterruptibly();
    try {
      locks[to].lockInterruptibly();
      try {
        return move(from, to, amount);
      } finally {
        locks[to].unlock();
      }
    } finally {
      locks[from].unlock();
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
