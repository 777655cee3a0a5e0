package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A total that transfers keep up to date, split into parts: a validator adds up at most
 * {@value #PARTS} numbers, however many accounts there are, and delays no transfer.
 *
 * <p><b>Story:</b> each withdrawal is subtracted from the total, and each deposit added to it. A
 * single number would be as contended as a single lock, so the total is split and threads are
 * spread over the parts, as in {@link java.util.concurrent.atomic.LongAdder}. But an adder's sum is
 * as torn as a sum of balances: money that has left one account and not yet reached the other is
 * missing from it. A transfer therefore takes its part of the total <em>out</em>, leaving a mark in
 * its place, and puts it back after the deposit. A validator that finds a part missing waits for
 * it. It need not read all parts at one moment: a part that is in its place counts whole transfers
 * only, and a whole transfer does not change the total.
 *
 * <p>Balances are taken out and put back in the same way. A thread that finds one missing waits for
 * it, so no two transfers change an account at the same time, while transfers between other
 * accounts proceed. Balances are taken in the order of account numbers, and the part last, so no
 * cycle of waiting threads is possible. Taking is one atomic exchange, without a read before it;
 * putting back is a mere release write, like the release of a lock, because other threads leave a
 * mark as it is.
 *
 * <p>Invariant, not checked at run time: the parts add up to the sum of the balances; only
 * {@code move} changes either. The waits are for a few memory accesses, so threads are not parked:
 * a waiting thread polls, and yields in between, because the thread that it waits for may need the
 * same processor. An interrupted thread stops waiting and throws {@code InterruptedException}.
 * Nothing can be taken twice, not even by the same thread: {@link #transferAndValidate} does one
 * operation after the other. It validates first, since the total is the same after the transfer,
 * and a thread that is interrupted while it waits has moved nothing yet.
 *
 * <p><b>What it guards against:</b> {@link AtomicBalancesBank}, where each balance is right but
 * money is in no balance while it is moved. <b>Cost:</b> three atomic operations for a transfer; an
 * uncontended {@link GlobalLockBank} needs one. Two threads may share a part, and then wait for
 * each other. Opening balances whose total overflows are refused, because the total is kept.
 */
@LockingVariant(
    idea = "total in parts, taken during transfers",
    keepsAllBut = {},
    twin = AtomicBalancesBank.class)
public final class SplitTotalBank implements Bank {

  /** Marks the place of a balance or part that is taken out; no real value is that low. */
  private static final long TAKEN = Long.MIN_VALUE;

  private static final int PARTS = 64;

  /** The distance between parts, so that none share a cache line or two adjacent ones. */
  private static final int SPACING = 16;

  private final AtomicLongArray balances;
  private final AtomicLongArray total;
  private final int parts;
  private final Midway midway;

  /**
   * As {@link dev.safebank.model.BankFactory#open}.
   *
   * @throws ArithmeticException if the total overflows a {@code long}
   */
  public SplitTotalBank(long[] openingBalances, Midway midway) {
    long[] opening = BankArguments.checkedCopy(openingBalances);
    this.balances = new AtomicLongArray(opening);
    this.midway = midway;
    this.parts = Integer.highestOneBit(Math.max(1, Math.min(PARTS, opening.length)));
    this.total = new AtomicLongArray((parts + 1) * SPACING);
    for (long balance : opening) { // how the total is spread over the parts does not matter
      total.accumulateAndGet(place(0), balance, Math::addExact);
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
      } catch (InterruptedException interrupted) {
        balances.setRelease(first, inFirst);
        throw interrupted;
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

  /** A balance that is currently taken out by a transfer is reported as 0. */
  @Override
  public long[] balances() {
    long[] copy = new long[balances.length()];
    Arrays.setAll(copy, account -> Math.max(0, balances.get(account)));
    return copy;
  }

  /**
   * Moves the money between two balances that were taken out, if the funds suffice; undoes the
   * withdrawal if anything fails midway. Puts the balances back.
   *
   * @param inPayee 0 if the transfer is from an account to itself
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

  /** The index of the part that any number is mapped to. */
  private int place(int number) {
    return ((number & (parts - 1)) + 1) * SPACING;
  }

  private static long take(AtomicLongArray from, int place) throws InterruptedException {
    long found;
    while ((found = from.getAndSet(place, TAKEN)) == TAKEN) {
      yieldOrThrow();
    }
    return found;
  }

  private static long await(AtomicLongArray in, int place) throws InterruptedException {
    long found;
    while ((found = in.get(place)) == TAKEN) {
      yieldOrThrow();
    }
    return found;
  }

  @SuppressWarnings("ThreadPriorityCheck") // an optimization; nothing depends on it
  private static void yieldOrThrow() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(
          "interrupted while waiting for a balance or part that another thread has taken");
    }
    Thread.yield();
  }
}
