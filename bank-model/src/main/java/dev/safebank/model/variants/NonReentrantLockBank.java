package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.concurrent.Semaphore;

/**
 * One lock for the whole bank that is not reentrant: a semaphore with one permit.
 *
 * <p><b>Story:</b> {@code acquire}, and {@code release} in {@code finally}, look like the lock of
 * {@link GlobalLockBank}, and are as good for a single transfer or validation.
 *
 * <p><b>Fault:</b> a semaphore does not know which thread holds its permit.
 * {@link #transferAndValidate} acquires the permit, calls {@link #transfer}, and waits there for
 * the permit that it already holds: forever, even if no other thread uses the bank. All other
 * threads then wait as well.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank}, whose reentrant lock can be acquired again by its owner.
 */
@LockingVariant(
    idea = "one lock that does not nest",
    keepsAllBut = Promise.NESTS,
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

  /** Moves the money if the funds suffice; undoes the withdrawal if anything fails midway. */
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
