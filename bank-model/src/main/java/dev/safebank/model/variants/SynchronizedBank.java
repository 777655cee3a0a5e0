package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/**
 * One monitor for the whole bank: {@link GlobalLockBank} with {@code synchronized}.
 *
 * <p><b>Story:</b> every method is {@code synchronized}: the JVM acquires the monitor, releases it
 * however the method ends, and lets its owner enter again. None of this needs a line of code.
 *
 * <p><b>What it guards against:</b> the missing {@code finally} of {@link LeakyGlobalLockBank} is
 * not possible here. <b>Cost:</b> a thread that waits for a monitor cannot be interrupted; it waits
 * until the monitor is free, whereas a thread that waits in {@link GlobalLockBank} throws
 * {@code InterruptedException}.
 */
@LockingVariant(
    idea = "one monitor: synchronized methods",
    keepsAllBut = {},
    twin = LeakyGlobalLockBank.class)
public final class SynchronizedBank implements Bank {

  private final long[] balances;
  private final Midway midway;

  public SynchronizedBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    return move(from, to, amount);
  }

  @Override
  public synchronized long validate() {
    return total();
  }

  @Override
  public synchronized long transferAndValidate(int from, int to, long amount)
      throws InterruptedException {
    transfer(from, to, amount);
    return validate();
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
