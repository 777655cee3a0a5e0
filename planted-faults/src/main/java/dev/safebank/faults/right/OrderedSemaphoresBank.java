package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * A semaphore for each account, acquired in the order of account numbers, and once for a transfer
 * to the same account.
 */
@LockingVariant(
    idea = "account semaphores by account number",
    keepsAllBut = {})
public final class OrderedSemaphoresBank implements Bank {

  private final Accounts accounts;
  private final Semaphore[] permits;

  public OrderedSemaphoresBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
    this.permits = new Semaphore[openingBalances.length];
    Arrays.setAll(permits, account -> new Semaphore(1));
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    Semaphore first = permits[Math.min(from, to)];
    Semaphore second = permits[Math.max(from, to)];
    first.acquire();
    try {
      return from == to
          ? accounts.move(from, to, amount)
          : acquireSecondAndMove(second, from, to, amount);
    } finally {
      first.release();
    }
  }

  private boolean acquireSecondAndMove(Semaphore second, int from, int to, long amount)
      throws InterruptedException {
    second.acquire();
    try {
      return accounts.move(from, to, amount);
    } finally {
      second.release();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    acquireAll();
    try {
      return accounts.total();
    } finally {
      releaseFirst(permits.length);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    acquireAll();
    try {
      accounts.move(from, to, amount);
      return accounts.total();
    } finally {
      releaseFirst(permits.length);
    }
  }

  private void acquireAll() throws InterruptedException {
    for (int held = 0; held < permits.length; held++) {
      try {
        permits[held].acquire();
      } catch (Throwable failure) {
        releaseFirst(held);
        throw failure;
      }
    }
  }

  private void releaseFirst(int held) {
    for (int i = held - 1; i >= 0; i--) {
      permits[i].release();
    }
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
