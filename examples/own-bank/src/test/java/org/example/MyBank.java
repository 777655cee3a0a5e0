package org.example;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.util.stream.LongStream;

/** Right, and proved so in every promise. */
public class MyBank implements Bank {
  final long[] balances;
  final Midway midway;

  public MyBank(long[] openingBalances, Midway midway) {
    this.balances = openingBalances.clone();
    this.midway = midway;
  }

  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    if (amount <= 0 || Math.max(from, to) >= balances.length) throw new IllegalArgumentException();
    if (balances[from] < amount) return false;
    midway.reached(from, to, amount); // where tests fail; your bank need not call it
    balances[from] -= amount;
    balances[to] += amount;
    return true;
  }

  public synchronized long validate() {
    return LongStream.of(balances).sum();
  }

  public synchronized long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }

  public long[] balances() {
    return balances.clone();
  }
}
