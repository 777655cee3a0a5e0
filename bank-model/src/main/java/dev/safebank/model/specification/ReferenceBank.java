package dev.safebank.model.specification;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;

/**
 * The specification of a {@link Bank}, as a bank for one thread at a time. What it returns, throws
 * and leaves behind in any sequence of calls is what every bank must, and what a concurrent
 * execution is compared with.
 *
 * <p>A call that throws leaves all balances unchanged, with one exception:
 * {@link #transferAndValidate} is a transfer followed by a validation, and a transfer that was made
 * stays made if the total overflows.
 *
 * <p>This bank never waits, so it completes each call of an interrupted thread, as a bank may (see
 * {@link Bank}). What else such a call may do, {@link Specification} adds.
 */
public final class ReferenceBank implements Bank {

  private final Midway midway;
  private long[] balances;

  /** As {@link dev.safebank.model.BankFactory#open}; a total that overflows is not refused. */
  public ReferenceBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (balances[from] < amount) {
      return false;
    }
    long[] after = balances.clone();
    after[from] -= amount;
    midway.reached(from, to, amount);
    after[to] = Math.addExact(after[to], amount);
    balances = after;
    return true;
  }

  @Override
  public long validate() {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
