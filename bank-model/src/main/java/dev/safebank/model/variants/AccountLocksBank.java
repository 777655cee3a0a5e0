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
 * One lock for each account, taken as the money flows: {@code from} first, then {@code to}.
 *
 * <p><b>Story:</b> transfers between unrelated accounts no longer wait for each other. A transfer
 * holds both its accounts, a validator holds all of them, so whoever gets through sees a consistent
 * bank.
 *
 * <p><b>Fault:</b>
 *
 * <pre>
 * A→B: holds A, waits for B
 * B→A: holds B, waits for A
 * </pre>
 *
 * <p>Neither lets go: deadlock. A validator, which takes all locks in account order, gets caught in
 * the same way by any transfer to a lower account.
 *
 * <p><b>Fix:</b> {@link OrderedLocksBank} takes the same locks in one order for all;
 * {@link BackoffBank} lets go of the first when the second is taken.
 */
@LockingVariant(
    idea = "account locks, from before to",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = OrderedLocksBank.class)
public final class AccountLocksBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public AccountLocksBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    locks[from].lockInterruptibly();
    try {
      locks[to].lockInterruptibly();
      try {
        return move(from, to, amount);
      } finally {
        locks[to].unlock();
      }
    } finally {
      locks[from].unlock();
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
