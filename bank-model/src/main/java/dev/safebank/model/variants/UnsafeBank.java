package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;

/**
 * No lock, plain fields: a bank written for a single thread.
 *
 * <p><b>Story:</b> a transfer is a withdrawal followed by a deposit, and each of the two is a read,
 * an addition and a write. Other threads can run between any two of these steps.
 *
 * <p><b>Fault:</b> a validator that reads both balances between the withdrawal and the deposit
 * misses the money; one that reads the first balance before the transfer and the second after it
 * counts the money twice. If two transfers read the same balance, one of the two updates is lost
 * permanently. Two transfers can both find the funds sufficient and both withdraw. Undoing a failed
 * transfer is another read, addition and write, so it loses updates too.
 *
 * <p>So it is not linearizable: no order of whole calls explains what it returns and leaves behind.
 *
 * <p><b>Fix:</b> {@link GlobalLockBank}.
 */
@LockingVariant(
    idea = "no lock, plain fields",
    keepsAllBut = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.LINEARIZABLE
    },
    twin = GlobalLockBank.class)
public final class UnsafeBank implements Bank {

  private final long[] balances;
  private final Midway midway;

  public UnsafeBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    return move(from, to, amount);
  }

  @Override
  public long validate() {
    return total();
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
