package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A semaphore with several permits: a transfer takes one, and the locks of its accounts; a
 * validator takes them all.
 */
@LockingVariant(
    idea = "transfers take one permit, validators all",
    keepsAllBut = {})
public final class SharedPermitsBank implements Bank {

  private static final int PERMITS = 3;

  private final Accounts accounts;
  private final Semaphore permits = new Semaphore(PERMITS);
  private final Lock[] locks;

  public SharedPermitsBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    permits.acquire();
    try {
      return lockBothAndMove(from, to, amount);
    } finally {
      permits.release();
    }
  }

  private boolean lockBothAndMove(int from, int to, long amount) throws InterruptedException {
    Lock first = locks[Math.min(from, to)];
    Lock second = locks[Math.max(from, to)];
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
    permits.acquire(PERMITS);
    try {
      return accounts.total();
    } finally {
      permits.release(PERMITS);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    permits.acquire(PERMITS);
    try {
      accounts.move(from, to, amount);
      return accounts.total();
    } finally {
      permits.release(PERMITS);
    }
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
