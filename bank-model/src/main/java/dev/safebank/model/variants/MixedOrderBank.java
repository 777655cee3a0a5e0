package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Account locks in a fixed order, twice: transfers have one order, the validator another.
 *
 * <p><b>Story:</b> this is the published "fixed" version of the bank. Its transfers no longer
 * deadlock with each other, because all of them sort their two locks by the same rule: there, by
 * the identity of the account. Its validator goes through the list of accounts, which is an order
 * as well.
 *
 * <p><b>Fault:</b> they are two orders, and where they disagree a transfer and a validator
 * deadlock. There, whether they disagree depends on where the accounts lie in memory. Here they
 * always do, so that two accounts are enough: transfers lock the higher account number first,
 * validators the lower.
 *
 * <pre>
 * A→B:      holds B, waits for A
 * validate: holds A, waits for B
 * </pre>
 *
 * <p><b>Fix:</b> {@link OrderedLocksBank} has one order for everybody.
 */
@LockingVariant(
    idea = "transfers lock downwards, validate upwards",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = OrderedLocksBank.class)
public final class MixedOrderBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public MixedOrderBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    Lock first = locks[Math.max(from, to)];
    Lock second = locks[Math.min(from, to)];
    first.lockInterruptibly();
    try {
      second.lockInterruptibly();
      try {
        return move(from, to, amount);
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    int held = 0;
    try {
      for (Lock lock : locks) {
        lock.lockInterruptibly();
        held++;
      }
      return total();
    } finally {
      while (held > 0) {
        locks[--held].unlock();
      }
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    int held = 0;
    try {
      for (Lock lock : locks) {
        lock.lockInterruptibly();
        held++;
      }
      transfer(from, to, amount);
      return validate();
    } finally {
      while (held > 0) {
        locks[--held].unlock();
      }
    }
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }

  /** Moves the money if the funds suffice; takes it back if anything fails on the way. */
  private boolean move(int from, int to, long amount) throws InterruptedException {
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

  private long total() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }
}
