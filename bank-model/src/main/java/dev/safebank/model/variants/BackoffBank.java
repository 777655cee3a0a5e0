package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Account locks without an order: try to acquire all of them, or release all and try again.
 *
 * <p><b>Story:</b> a deadlock needs threads that hold one lock while they wait for another. Here no
 * thread waits: {@code tryLock} returns immediately, and a thread that does not get all its locks
 * releases those it holds, yields, and starts over. An interrupted thread throws
 * {@code InterruptedException} between two attempts.
 *
 * <p><b>What it guards against:</b> {@link AccountLocksBank} acquires the same locks in the same
 * order, and waits. <b>Cost:</b> progress is not guaranteed. Two threads can, in theory, acquire,
 * collide and release in step forever (a livelock). Each round needs the same unlucky timing again,
 * so a livelock does not last; but that is a matter of probability, whereas
 * {@link OrderedLocksBank} guarantees progress.
 */
@LockingVariant(
    idea = "try both locks, release and retry",
    keepsAllBut = {},
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

  /** Acquires all locks in order; releases them and starts over if one is not available. */
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

  /** Releases the first {@code held} locks, in reverse order. */
  private void unlockFirst(int held) {
    for (int i = held - 1; i >= 0; i--) {
      locks[i].unlock();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // an optimization; nothing depends on it
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
