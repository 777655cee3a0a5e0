package dev.safebank.endtoend.bank;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;

/** A right bank with one lock for everything, for faulty ones to change in one place. */
abstract class OneLockBank implements Bank {

  final long[] balances;
  final Midway midway;

  OneLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    synchronized (this) {
      if (balances[from] < amount) {
        return false;
      }
      move(from, to, amount);
      return true;
    }
  }

  /** Moves the money, or none if the hook throws. */
  final void move(int from, int to, long amount) throws InterruptedException {
    balances[from] -= amount;
    try {
      midway.reached(from, to, amount);
      balances[to] = Math.addExact(balances[to], amount);
    } catch (Throwable failure) {
      balances[from] += amount;
      throw failure;
    }
  }

  @Override
  public long validate() throws InterruptedException {
    synchronized (this) {
      return total();
    }
  }

  final long total() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    synchronized (this) {
      transfer(from, to, amount);
      return validate();
    }
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
