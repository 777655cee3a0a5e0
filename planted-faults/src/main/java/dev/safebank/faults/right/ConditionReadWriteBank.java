package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A count of readers and a flag of the writer, with a condition to wait for either. */
@LockingVariant(
    idea = "a read-write lock by hand",
    keepsAllBut = {})
public final class ConditionReadWriteBank implements Bank {

  private final Accounts accounts;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int readers;
  private boolean writing;

  public ConditionReadWriteBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    beginWriting();
    try {
      return accounts.move(from, to, amount);
    } finally {
      endWriting();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    beginReading();
    try {
      return accounts.total();
    } finally {
      endReading();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    beginWriting();
    try {
      accounts.move(from, to, amount);
      return accounts.total();
    } finally {
      endWriting();
    }
  }

  private void beginWriting() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (writing || readers > 0) {
        changed.await();
      }
      writing = true;
    } finally {
      lock.unlock();
    }
  }

  private void endWriting() {
    lock.lock();
    try {
      writing = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void beginReading() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (writing) {
        changed.await();
      }
      readers++;
    } finally {
      lock.unlock();
    }
  }

  private void endReading() {
    lock.lock();
    try {
      readers--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
