package dev.safebank.model.contract;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.ReentrantLock;

/** A correct bank of small methods, so that a faulty one is this one with a method replaced. */
class SimpleBank implements Bank {

  final ReentrantLock lock = new ReentrantLock();
  final Midway midway;
  long[] balances;

  SimpleBank(long[] openingBalances, Midway midway) {
    this.balances = opened(openingBalances);
    this.midway = midway;
  }

  long[] opened(long[] openingBalances) {
    return BankArguments.checkedCopy(openingBalances);
  }

  void checkArguments(int from, int to, long amount) {
    BankArguments.checkTransfer(balances.length, from, to, amount);
  }

  void acquire() throws InterruptedException {
    lock.lockInterruptibly();
  }

  boolean fundsSuffice(int from, int to, long amount) {
    return balances[from] >= amount;
  }

  void reachMidway(int from, int to, long amount) throws InterruptedException {
    midway.reached(from, to, amount);
  }

  void deposit(int to, long amount) {
    balances[to] = Math.addExact(balances[to], amount);
  }

  void undo(int from, long amount) {
    balances[from] += amount;
  }

  void release(boolean done) {
    lock.unlock();
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    checkArguments(from, to, amount);
    acquire();
    boolean moved = false;
    try {
      moved = fundsSuffice(from, to, amount) && move(from, to, amount);
      return moved;
    } finally {
      release(moved);
    }
  }

  boolean move(int from, int to, long amount) throws InterruptedException {
    balances[from] -= amount;
    try {
      reachMidway(from, to, amount);
      deposit(to, amount);
    } catch (Throwable failure) {
      undo(from, amount);
      throw failure;
    }
    return true;
  }

  @Override
  public long validate() throws InterruptedException {
    acquire();
    try {
      long total = 0;
      for (long balance : balances) {
        total = Math.addExact(total, balance);
      }
      return total;
    } finally {
      release(true);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    acquire();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      release(true);
    }
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
