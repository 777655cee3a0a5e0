package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/**
 * A thread gets all accounts that it needs in one step or waits until it can, so it never waits
 * while it has some.
 */
@LockingVariant(
    idea = "all accounts at once, from an allocator",
    keepsAllBut = {})
public final class AllocatorBank implements Bank {

  private final Accounts accounts;
  private final boolean[] taken;

  public AllocatorBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
    this.taken = new boolean[openingBalances.length];
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    take(from, to);
    try {
      return accounts.move(from, to, amount);
    } finally {
      giveBack(from, to);
    }
  }

  @Override
  public long validate() throws InterruptedException {
    takeAll();
    try {
      return accounts.total();
    } finally {
      giveBackAll();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    takeAll();
    try {
      accounts.move(from, to, amount);
      return accounts.total();
    } finally {
      giveBackAll();
    }
  }

  private synchronized void take(int from, int to) throws InterruptedException {
    while (taken[from] || taken[to]) {
      wait();
    }
    taken[from] = true;
    taken[to] = true;
  }

  private synchronized void giveBack(int from, int to) {
    taken[from] = false;
    taken[to] = false;
    notifyAll();
  }

  private synchronized void takeAll() throws InterruptedException {
    while (anyTaken()) {
      wait();
    }
    for (int account = 0; account < taken.length; account++) {
      taken[account] = true;
    }
  }

  private boolean anyTaken() {
    for (boolean one : taken) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  private synchronized void giveBackAll() {
    for (int account = 0; account < taken.length; account++) {
      taken[account] = false;
    }
    notifyAll();
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
