package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;

/** The monitors of the account objects, entered in the order of account numbers. */
@LockingVariant(
    idea = "account monitors by account number",
    keepsAllBut = {})
public final class OrderedMonitorsBank implements Bank {

  private final Accounts accounts;
  private final Object[] monitors;

  public OrderedMonitorsBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
    this.monitors = new Object[openingBalances.length];
    Arrays.setAll(monitors, account -> new Object());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    synchronized (monitors[Math.min(from, to)]) {
      synchronized (monitors[Math.max(from, to)]) {
        return accounts.move(from, to, amount);
      }
    }
  }

  @Override
  public long validate() {
    return totalOfLockedFrom(0);
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    return moveAndAddFrom(0, from, to, amount);
  }

  private long totalOfLockedFrom(int account) {
    if (account == monitors.length) {
      return accounts.total();
    }
    synchronized (monitors[account]) {
      return totalOfLockedFrom(account + 1);
    }
  }

  private long moveAndAddFrom(int account, int from, int to, long amount)
      throws InterruptedException {
    if (account == monitors.length) {
      accounts.move(from, to, amount);
      return accounts.total();
    }
    synchronized (monitors[account]) {
      return moveAndAddFrom(account + 1, from, to, amount);
    }
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
