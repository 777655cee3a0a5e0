package dev.safebank.faults.right;

import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;

/** The balances of a bank, for one thread at a time. */
public final class Accounts {

  private final long[] balances;
  private final Midway midway;

  public Accounts(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  /** Their number. */
  public int size() {
    return balances.length;
  }

  /** Checks the arguments of a transfer. */
  public void check(int from, int to, long amount) {
    BankArguments.checkTransfer(balances.length, from, to, amount);
  }

  /** Moves the money if the funds suffice; undoes the withdrawal if anything fails midway. */
  public boolean move(int from, int to, long amount) throws InterruptedException {
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

  /** The balance of one account. */
  public long balance(int account) {
    return balances[account];
  }

  /** The sum of all balances. */
  public long total() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }

  /** A copy of the balances. */
  public long[] copy() {
    return balances.clone();
  }
}
