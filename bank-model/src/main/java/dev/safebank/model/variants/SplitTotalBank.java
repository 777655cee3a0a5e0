package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A total that is kept up to date, split into parts: a validator adds up at most {@value #PARTS}
 * numbers, however many accounts there are, and holds up nobody.
 *
 * <p><b>Story:</b> whoever takes money out of an account takes it off the total, and whoever pays
 * it into one adds it on. One number for that would be fought over like one lock, so it is split,
 * and threads spread over the parts: the idea of {@link java.util.concurrent.atomic.LongAdder}. But
 * an adder's sum is as torn as a sum of balances: money that has left one account and not yet
 * reached the other is missing from it. So a transfer takes its part of the total <em>out</em>,
 * leaving a mark in its place, and puts it back when the money has arrived. A validator that finds
 * a part missing waits for it. It need not see all parts at one moment: a part that is in its place
 * counts whole transfers only, and these leave the total as it was, at that moment and at every
 * other.
 *
 * <p>Balances are taken out and put back in the same way. Whoever finds one missing waits for it,
 * so no two transfers change an account at the same time, and those between other accounts pass.
 * They are taken in the order of account numbers, a part last, so nobody waits in a circle. To take
 * is one atomic step, which needs no look beforehand; to put back is a mere write in release order,
 * as a lock's unlocking is, because nobody else touches what is not there.
 *
 * <p>What is taken on trust is that the total is that of the balances; both are changed in one
 * place, {@code move}. The waits here are for a few memory accesses, so nobody is put to sleep: a
 * thread asks again and again, and yields in between, because the one it waits for may need the
 * very processor. A thread that is interrupted gives up. Nothing can be taken twice by its owner:
 * {@link #transferAndValidate} does one after the other. It adds up first, since the total is the
 * same after the transfer, and one that gives up while it waits has moved nothing yet.
 *
 * <p><b>What it guards against:</b> {@link AtomicBalancesBank}, where each balance is right and
 * money on its way is nowhere. <b>Its price:</b> three atomic steps for a transfer; alone in the
 * bank, {@link GlobalLockBank} needs one. Two threads may share a part, and then wait for each
 * other. Balances that add up to more than a {@code long} within one part are refused when the bank
 * opens.
 */
@LockingVariant(
    idea = "total in parts, missing while money moves",
    keeps = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.NEVER_DEADLOCKS,
      Promise.RELEASES_LOCKS,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.NESTS
    },
    twin = AtomicBalancesBank.class)
public final class SplitTotalBank implements Bank {

  /** The mark for what is not there; no balance and no part is ever that low. */
  private static final long TAKEN = Long.MIN_VALUE;

  private static final int PARTS = 64;

  /** How far apart parts are: two in one cache line, or in neighbours, would slow each other. */
  private static final int SPACING = 16;

  private final AtomicLongArray balances;
  private final AtomicLongArray total;
  private final int parts;
  private final Midway midway;

  /**
   * As {@link dev.safebank.model.BankFactory#open}.
   *
   * @throws ArithmeticException if the balances that make up one part of the total add up to more
   *     than a {@code long}
   */
  public SplitTotalBank(long[] openingBalances, Midway midway) {
    long[] opening = BankArguments.checkedCopy(openingBalances);
    this.balances = new AtomicLongArray(opening);
    this.midway = midway;
    this.parts = Integer.highestOneBit(Math.max(1, Math.min(PARTS, opening.length)));
    this.total = new AtomicLongArray((parts + 1) * SPACING);
    for (int account = 0; account < opening.length; account++) {
      total.accumulateAndGet(place(account), opening[account], Math::addExact);
    }
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length(), from, to, amount);
    int first = Math.min(from, to);
    int second = Math.max(from, to);
    long inFirst = take(balances, first);
    long inSecond = 0;
    if (second != first) {
      try {
        inSecond = take(balances, second);
      } catch (InterruptedException givenUp) {
        balances.setRelease(first, inFirst);
        throw givenUp;
      }
    }
    long inPayer = from == first ? inFirst : inSecond;
    long inPayee = from == first ? inSecond : inFirst;
    return move(from, inPayer, to, inPayee, amount);
  }

  @Override
  public long validate() throws InterruptedException {
    return total();
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    long total = validate();
    transfer(from, to, amount);
    return total;
  }

  /** What is not in its place counts as nothing. */
  @Override
  public long[] balances() {
    long[] copy = new long[balances.length()];
    Arrays.setAll(copy, account -> Math.max(0, balances.get(account)));
    return copy;
  }

  /**
   * Moves the money between two balances that were taken out, if the funds suffice; takes it back
   * if anything fails on the way. Puts the balances back.
   *
   * @param inPayee 0 if an account pays itself
   */
  private boolean move(int from, long inPayer, int to, long inPayee, long amount)
      throws InterruptedException {
    long payer = inPayer;
    long payee = inPayee;
    try {
      if (payer < amount) {
        return false;
      }
      int own = place(System.identityHashCode(Thread.currentThread()));
      long part = take(total, own);
      try {
        payer -= amount;
        part -= amount;
        midway.reached(from, to, amount);
        payee = Math.addExact(payee, amount);
        part += amount;
      } catch (Throwable failure) {
        payer += amount;
        part += amount;
        throw failure;
      } finally {
        total.setRelease(own, part);
      }
      return true;
    } finally {
      if (from == to) {
        balances.setRelease(from, payer + payee);
      } else {
        balances.setRelease(from, payer);
        balances.setRelease(to, payee);
      }
    }
  }

  private long total() throws InterruptedException {
    long sum = 0;
    for (int part = 0; part < parts; part++) {
      sum = Math.addExact(sum, await(total, place(part)));
    }
    return sum;
  }

  /** Where in the array the part is that belongs to a number of any size. */
  private int place(int number) {
    return ((number & (parts - 1)) + 1) * SPACING;
  }

  private static long take(AtomicLongArray from, int place) throws InterruptedException {
    long found;
    while ((found = from.getAndSet(place, TAKEN)) == TAKEN) {
      giveWay();
    }
    return found;
  }

  private static long await(AtomicLongArray in, int place) throws InterruptedException {
    long found;
    while ((found = in.get(place)) == TAKEN) {
      giveWay();
    }
    return found;
  }

  @SuppressWarnings("ThreadPriorityCheck") // a yield saves time; nothing relies on it
  private static void giveWay() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for what another thread has taken");
    }
    Thread.yield();
  }
}
