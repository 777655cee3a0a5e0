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
 * Account locks ordered by identity hash, and one more lock for those whose hashes tie.
 *
 * <p><b>Story:</b> the lock of the lower hash comes first. Where hashes are equal they give no
 * order, so whoever needs two locks of equal hash takes the tie lock before both: only one thread
 * at a time can be in that position, and the order of the two no longer matters. Threads without
 * the tie lock only ever wait for higher hashes, so they never close a circle. A validator takes
 * all locks, some of equal hash, and so takes the tie lock first.
 *
 * <p><b>What it guards against:</b> {@link HashTieBank} is this class without the tie lock, and
 * deadlocks. Its Javadoc tells how likely ties are, and why the hash here is a stand-in of few
 * bits.
 */
@LockingVariant(
    idea = "locks by identity hash, ties locked",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = HashTieBank.class)
public final class HashOrderedBank implements Bank {

  private final Lock[] locks;
  private final Lock tieLock = new ReentrantLock();
  private final long[] balances;
  private final Midway midway;

  public HashOrderedBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (hash(from) != hash(to)) {
      return lockBothAndMove(from, to, amount);
    }
    tieLock.lockInterruptibly();
    try {
      return lockBothAndMove(from, to, amount);
    } finally {
      tieLock.unlock();
    }
  }

  private boolean lockBothAndMove(int from, int to, long amount) throws InterruptedException {
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
    tieLock.lockInterruptibly();
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
      tieLock.unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    tieLock.lockInterruptibly();
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
      tieLock.unlock();
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
