package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every thread walks along the accounts from the first, and holds one lock until it has the next,
 * so no thread overtakes another: all pass the accounts in one order.
 */
@LockingVariant(
    idea = "account locks hand over hand",
    keepsAllBut = {})
public final class HandOverHandBank implements Bank {

  private final Accounts accounts;
  private final Lock[] locks;

  public HandOverHandBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    int first = Math.min(from, to);
    int second = Math.max(from, to);
    walkTo(first);
    int held = first;
    try {
      while (held < second) {
        locks[held + 1].lockInterruptibly();
        held++;
        if (held - 1 > first) {
          locks[held - 1].unlock();
        }
      }
      return accounts.move(from, to, amount);
    } finally {
      if (held > first) {
        locks[held].unlock();
      }
      locks[first].unlock();
    }
  }

  /** Acquires the lock of an account by way of all before it; holds that one alone. */
  private void walkTo(int account) throws InterruptedException {
    locks[0].lockInterruptibly();
    for (int next = 1; next <= account; next++) {
      try {
        locks[next].lockInterruptibly();
      } finally {
        locks[next - 1].unlock();
      }
    }
  }

  @Override
  public long validate() throws InterruptedException {
    if (locks.length == 0) {
      return 0;
    }
    long total = 0;
    int held = 0;
    locks[0].lockInterruptibly();
    try {
      while (true) {
        total = Math.addExact(total, accounts.balance(held));
        if (held + 1 == locks.length) {
          return total;
        }
        locks[held + 1].lockInterruptibly();
        held++;
        locks[held - 1].unlock();
      }
    } finally {
      locks[held].unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    int held = 0;
    try {
      while (held < locks.length) {
        locks[held].lockInterruptibly();
        held++;
      }
      accounts.move(from, to, amount);
      return accounts.total();
    } finally {
      while (held > 0) {
        held--;
        locks[held].unlock();
      }
    }
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
