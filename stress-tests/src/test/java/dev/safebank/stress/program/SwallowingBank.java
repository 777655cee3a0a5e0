package dev.safebank.stress.program;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;

/** Clears the interrupt status of those who transfer. */
public final class SwallowingBank implements Bank {

  private final long[] balances;
  private final Midway midway;

  public SwallowingBank(long[] openingBalances, Midway midway) {
    this.balances = openingBalances.clone();
    this.midway = midway;
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    if (from < 0 || to < 0 || from >= balances.length || to >= balances.length || amount <= 0) {
      throw new IllegalArgumentException("bad argument");
    }
    Thread.interrupted();
    if (balances[from] < amount) {
      return false;
    }
    midway.reached(from, to, amount);
    balances[from] -= amount;
    balances[to] += amount;
    return true;
  }

  @Override
  public synchronized long validate() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }

  @Override
  public synchronized long transferAndValidate(int from, int to, long amount)
      throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
