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
 * Account locks without an order: try for all of them, or let go of all and try again.
 *
 * <p><b>Story:</b> a deadlock needs threads that hold one lock and wait for another. Here nobody
 * waits: {@code tryLock} answers at once, and a thread that does not get all its locks gives back
 * those it has, yields, and starts over. A thread that was interrupted gives up between two
 * attempts.
 *
 * <p><b>What it guards against:</b> {@link AccountLocksBank} takes the same locks in the same order
 * and waits. <b>Its price:</b> threads that never wait may still never get on: two of them can, in
 * theory, grab, collide and let go in step for ever (a livelock). Each round needs the same unlucky
 * timing again, so it does not last; but it is a matter of chance, whereas {@link OrderedLocksBank}
 * is certain.
 */
@LockingVariant(
    idea = "try both locks, or let go",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = AccountLocksBank.class)
public final class BackoffBank implements Bank {

  private final Lock[] locks;
  private final long[] balances;
  private final Midway midway;

  public BackoffBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
    this.locks = new Lock[openingBalances.length];
    Arrays.setAll(locks, account -> new ReentrantLock());
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    while (true) {
      if (locks[from].tryLock()) {
        try {
          if (locks[to].tryLock()) {
            try {
              return move(from, to, amount);
            } finally {
              locks[to].unlock();
            }
          }
        } finally {
          locks[from].unlock();
        }
      }
      backOff();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    lockAll();
    try {
      return total();
    } finally {
      unlockFirst(locks.length);
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    lockAll();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      unlockFirst(locks.length);
    }
  }

  private void lockAll() throws InterruptedException {
    int held = 0;
    while (held < locks.length) {
      if (locks[held].tryLock()) {
        held++;
      } else {
        unlockFirst(held);
        held = 0;
        backOff();
      }
    }
  }

  private void unlockFirst(int held) {
    for (int account = held - 1; account >= 0; account--) {
      locks[account].unlock();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // a yield saves time; nothing relies on it
  private static void backOff() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for account locks");
    }
    Thread.yield();
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
