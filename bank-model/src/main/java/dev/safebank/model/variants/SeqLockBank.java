package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A sequence lock: a version counter that is odd while a transfer writes, read by the validator
 * before and after the sum.
 *
 * <p><b>Story:</b> transfers exclude each other by an ordinary lock and increment the version
 * before they write (odd: writing) and after (even: done). A validator acquires no lock and writes
 * nothing. It reads the version, adds up the balances, and reads the version again: if it is even
 * and unchanged, no transfer wrote in between; otherwise the validator starts over.
 * {@link OptimisticBank} does the same with a library class.
 *
 * <p>On memory ordering, see Hans-J. Boehm, <i>Can seqlocks get along with programming language
 * memory models?</i> (MSPC 2012): the reads between the two reads of the version race with the
 * writes, and if they were plain, the compiler and the processor could reorder them after the
 * second read of the version. Here the version and the balances are read by volatile reads, which
 * are not reordered. (Opaque reads and an acquire fence would be sufficient, and cheaper.)
 *
 * <p><b>What it guards against:</b> {@link AtomicBalancesBank}, whose validator reads the same
 * volatile balances without checking whether a transfer wrote. <b>Cost:</b> a validator spins while
 * a transfer is midway, and starts over for as long as transfers keep coming.
 */
@LockingVariant(
    idea = "version read twice around the sum",
    keepsAllBut = {},
    twin = AtomicBalancesBank.class)
public final class SeqLockBank implements Bank {

  private final Lock writeLock = new ReentrantLock();
  private final AtomicLong version = new AtomicLong();
  private final AtomicLongArray balances;
  private final Midway midway;

  public SeqLockBank(long[] openingBalances, Midway midway) {
    this.balances = new AtomicLongArray(BankArguments.checkedCopy(openingBalances));
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length(), from, to, amount);
    writeLock.lockInterruptibly();
    try {
      return move(from, to, amount);
    } finally {
      writeLock.unlock();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    while (true) {
      long before = version.get();
      if (before % 2 == 0) {
        try {
          long total = total();
          if (version.get() == before) {
            return total;
          }
        } catch (ArithmeticException overflow) {
          if (version.get() == before) {
            throw overflow;
          }
        }
      }
      spin();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    writeLock.lockInterruptibly();
    try {
      transfer(from, to, amount);
      return validate();
    } finally {
      writeLock.unlock();
    }
  }

  /** Yields, because the transfer may need the processor on which the validator spins. */
  @SuppressWarnings("ThreadPriorityCheck") // an optimization; nothing depends on it
  private static void spin() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for a transfer to end");
    }
    Thread.yield();
  }

  @Override
  public long[] balances() {
    long[] copy = new long[balances.length()];
    Arrays.setAll(copy, balances::get);
    return copy;
  }

  /** Moves the money if the funds suffice; undoes the withdrawal if anything fails midway. */
  private boolean move(int from, int to, long amount) throws InterruptedException {
    if (balances.get(from) < amount) {
      return false;
    }
    version.incrementAndGet();
    balances.set(from, balances.get(from) - amount);
    try {
      midway.reached(from, to, amount);
      balances.set(to, Math.addExact(balances.get(to), amount));
    } catch (Throwable failure) {
      balances.set(from, balances.get(from) + amount);
      throw failure;
    } finally {
      version.incrementAndGet();
    }
    return true;
  }

  private long total() {
    long total = 0;
    for (int account = 0; account < balances.length(); account++) {
      total = Math.addExact(total, balances.get(account));
    }
    return total;
  }
}
