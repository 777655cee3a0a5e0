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
 * Account locks ordered by identity hash, without a rule for equal hashes.
 *
 * <p><b>Story:</b> accounts without a natural order are often sorted by
 * {@link System#identityHashCode}. It has 31 bits in HotSpot, so a tie seemed impossible.
 *
 * <p><b>Fault:</b> on a tie the order is {@code from} before {@code to}, and two opposite transfers
 * deadlock as in {@link AccountLocksBank}. Two given accounts rarely tie (1 in 2,147,483,648), but
 * among <i>n</i> accounts there are about <i>n</i>²/2³² ties: the probability that there is one is
 * 2 % in a bank of 10,000 accounts, 50 % at 54,600, and 90 % at 100,000.
 *
 * <p>To show the fault in a bank of two accounts, and in every run, the hash used here has far
 * fewer bits than the real one: accounts 0 and 1 tie, and so do 2 and 3.
 *
 * <p><b>Fix:</b> {@link HashOrderedBank} acquires one more lock on a tie; {@link OrderedLocksBank}
 * sorts by account numbers, which never tie.
 */
@LockingVariant(
    idea = "locks by identity hash, ties ignored",
    keepsAllBut = Promise.NEVER_DEADLOCKS,
    twin = HashOrderedBank.class)
public final class HashTieBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public HashTieBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    boolean inOrder = hash(from) <= hash(to);
    Lock first = locks[inOrder ? from : to];
    Lock second = locks[inOrder ? to : from];
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

  /** Replaces the identity hash: equal for 0 and 1, for 2 and 3, and so on. */
  private static int hash(int account) {
    return account / 2;
  }
}
