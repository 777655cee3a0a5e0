package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * A read-write lock with the roles of its modes reversed: transfers share it, a validator holds it
 * exclusively.
 *
 * <p><b>Story:</b> "read" and "write" are only names for shared and exclusive. A transfer acquires
 * the shared lock, then the locks of its two accounts in order, so unrelated transfers run in
 * parallel. A validator acquires only the exclusive lock: no transfer is midway then, so it needs
 * no account locks. {@link #transferAndValidate} holds the exclusive lock from the start and needs
 * no account locks either.
 *
 * <p>A {@code StampedLock} is used because it lets new readers (here: transfers) in while readers
 * hold it, even if a writer (here: a validator) waits. A {@code ReentrantReadWriteLock} would queue
 * the transfer behind the validator, and threads that validate as often as they transfer would
 * block twice as often. A stamped lock is not reentrant, so {@link #transferAndValidate} calls no
 * public method.
 *
 * <p><b>What it guards against:</b> {@link MismatchedLocksBank}, whose transfers do not hold the
 * validator's lock in any mode. <b>Cost:</b> one more lock for every transfer, and a validator that
 * waits for as long as transfers overlap.
 */
@LockingVariant(
    idea = "transfers share, a validator excludes",
    keepsAllBut = {},
    twin = MismatchedLocksBank.class)
public final class SharedTransfersBank implements Bank {

  private final Lock[] locks;
  private final ReadWriteLock lock = new StampedLock().asReadWriteLock();
  private final Lock shared = lock.readLock();
  private final Lock exclusive = lock.writeLock();
  private final long[] balances;
  private final Midway midway;

  public SharedTransfersBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    shared.lockInterruptibly();
    try {
      return lockBothAndMove(from, to, amount);
    } finally {
      shared.unlock();
    }
  }

  private boolean lockBothAndMove(int from, int to, long amount) throws InterruptedException {
    Lock first = locks[Math.min(from, to)];
    Lock second = locks[Math.max(from, to)];
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
    exclusive.lockInterruptibly();
    try {
      return total();
    } finally {
      exclusive.unlock();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    exclusive.lockInterruptibly();
    try {
      move(from, to, amount);
      return total();
    } finally {
      exclusive.unlock();
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
