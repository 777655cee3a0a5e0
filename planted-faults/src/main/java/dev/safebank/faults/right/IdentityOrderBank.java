package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two accounts are ordered by identity hash code; one more lock decides ties, and validators hold
 * it, too.
 */
@LockingVariant(
    idea = "account monitors by identity, one for ties",
    keepsAllBut = {})
public final class IdentityOrderBank implements Bank {

  private final Accounts accounts;
  private final Lock[] byIdentity;
  private final Lock[] locks;
  private final Lock tieLock = new ReentrantLock();

  public IdentityOrderBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
    this.byIdentity = locks.clone();
    for (int sorted = 1; sorted < byIdentity.length; sorted++) {
      for (int at = sorted; at > 0 && hash(byIdentity[at]) < hash(byIdentity[at - 1]); at--) {
        Lock lower = byIdentity[at];
        byIdentity[at] = byIdentity[at - 1];
        byIdentity[at - 1] = lower;
      }
    }
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    if (hash(locks[from]) != hash(locks[to])) {
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
    boolean inOrder = hash(locks[from]) <= hash(locks[to]);
    Lock first = locks[inOrder ? from : to];
    Lock second = locks[inOrder ? to : from];
    first.lockInterruptibly();
    try {
      second.lockInterruptibly();
      try {
        return accounts.move(from, to, amount);
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
        return accounts.total();
      } finally {
        unlockFirst(byIdentity.length);
      }
    } finally {
      tieLock.unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    tieLock.lockInterruptibly();
    try {
      lockAll();
      try {
        accounts.move(from, to, amount);
        return accounts.total();
      } finally {
        unlockFirst(byIdentity.length);
      }
    } finally {
      tieLock.unlock();
    }
  }

  private void lockAll() throws InterruptedException {
    for (int held = 0; held < byIdentity.length; held++) {
      try {
        byIdentity[held].lockInterruptibly();
      } catch (Throwable failure) {
        unlockFirst(held);
        throw failure;
      }
    }
  }

  private void unlockFirst(int held) {
    for (int i = held - 1; i >= 0; i--) {
      byIdentity[i].unlock();
    }
  }

  private static int hash(Lock lock) {
    return System.identityHashCode(lock);
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
