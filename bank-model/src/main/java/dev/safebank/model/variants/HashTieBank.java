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
 * Account locks ordered by identity hash, as if no two hashes were ever equal.
 *
 * <p><b>Story:</b> accounts without a natural order are often sorted by
 * {@link System#identityHashCode}. It has 31 bits in HotSpot, so a tie seemed impossible.
 *
 * <p><b>Fault:</b> on a tie the order falls back to from, to, and two opposite transfers deadlock
 * as in {@link AccountLocksBank}. Ties are rare for two accounts (1 in 2,147,483,648) but not for
 * many: among <i>n</i> there are about <i>n</i>²/2³² of them. That is a 2 % chance of a tie in a
 * bank of 10,000 accounts, an even chance at 54,600, and 90 % at 100,000.
 *
 * <p>To meet in a bank of two what a large bank meets, and to meet it in every run alike, the hash
 * here is a stand-in with far fewer bits: accounts 0 and 1 tie, so do 2 and 3.
 *
 * <p><b>Fix:</b> {@link HashOrderedBank} breaks ties by one more lock; {@link OrderedLocksBank} has
 * numbers to sort by, which never tie.
 */
@LockingVariant(
    idea = "locks by identity hash, ties forgotten",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
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
    int held = 0;
    try {
      for (Lock lock : locks) {
        lock.lockInterruptibly();
        held++;
      }
      return total();
    } finally {
      while (held > 0) {
        locks[--held].unlock();
      }
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    int held = 0;
    try {
      for (Lock lock : locks) {
        lock.lockInterruptibly();
        held++;
      }
      transfer(from, to, amount);
      return validate();
    } finally {
      while (held > 0) {
        locks[--held].unlock();
      }
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

  /** Stands in for the identity hash: equal for 0 and 1, for 2 and 3, and so on. */
  private static int hash(int account) {
    return account / 2;
  }
}
