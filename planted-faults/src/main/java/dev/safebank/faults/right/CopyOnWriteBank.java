package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/**
 * Transfers replace the balances as a whole, one at a time; validators read whichever are there.
 */
@LockingVariant(
    idea = "copied by who writes, read without a lock",
    keepsAllBut = {})
public final class CopyOnWriteBank implements Bank {

  private final Midway midway;
  private volatile Balances balances;

  public CopyOnWriteBank(long[] openingBalances, Midway midway) {
    this.balances = new Balances(BankArguments.checkedCopy(openingBalances));
    this.midway = midway;
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.size(), from, to, amount);
    if (!balances.suffice(from, amount)) {
      return false;
    }
    balances = balances.after(from, to, amount, midway);
    return true;
  }

  @Override
  public long validate() {
    return balances.total();
  }

  @Override
  public synchronized long transferAndValidate(int from, int to, long amount)
      throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }

  @Override
  public long[] balances() {
    return balances.copy();
  }
}
