package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Account locks ordered by identity hash, with one more lock for equal hashes.
 *
 * <p><b>Story:</b> the lock of the lower hash is acquired first. Equal hashes define no order, so a
 * thread that needs two locks of equal hash acquires the tie lock before both: only one thread at a
 * time holds it, so the order of the two locks does not matter. Threads without the tie lock only
 * wait for locks of higher hashes than those they hold, so they are never part of a cycle. A
 * validator acquires all locks, some of equal hash, and therefore acquires the tie lock first.
 *
 * <p><b>What it guards against:</b> {@link HashTieBank} is this class without the tie lock, and
 * deadlocks. Its Javadoc says how likely ties are, and why the hash used here has few bits.
 */
@LockingVariant(
    idea = "locks by identity hash, tie lock",
    keepsAllBut = {},
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
    try {
      lockAll();
      try {
        return total();
      } finally {
        unlockFirst(locks.length);
      }
    } finally {
      tieLock.unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    tieLock.lockInterruptibly();
    try {
      lockAll();
      try {
        transfer(from, to, amount);
        return validate();
      } finally {
        unlockFirst(locks.length);
      }
    } finally {
      tieLock.unlock();
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
