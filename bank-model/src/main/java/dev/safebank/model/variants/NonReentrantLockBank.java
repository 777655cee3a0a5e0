package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.Semaphore;

/**
 * One lock for the whole bank that its owner cannot enter twice: a semaphore with one permit.
 *
 * <p><b>Story:</b> {@code acquire} and {@code release} in {@code finally} look just like
 * {@link GlobalLockBank}, and for a single transfer or validation they are as good.
 *
 * <p><b>Fault:</b> a semaphore does not know who holds its permit. {@link #transferAndValidate}
 * takes the permit, calls {@link #transfer}, and waits there for the permit it already has: for
 * ever, even with nobody else in the bank. All other threads then wait behind it.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank}, whose reentrant lock lets its owner in again.
 */
@LockingVariant(
    idea = "one lock that does not nest",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS
    },
    twin = GlobalLockBank.class)
public final class NonReentrantLockBank implements Bank {

  private final Semaphore lock = new Semaphore(1);
  private final long[] balances;
  private final Midway midway;

  public NonReentrantLockBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    lock.acquire();
    try {
      return move(from, to, amount);
    } finally {
      lock.release();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    lock.acquire();
    try {
      return total();
    } finally {
      lock.release();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    lock.acquire();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      lock.release();
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
