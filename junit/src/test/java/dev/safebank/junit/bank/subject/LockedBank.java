package dev.safebank.junit.bank.subject;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;
import java.util.Arrays;

/** A right bank, which says nothing of what it keeps. What is to go wrong, subclasses override. */
public class LockedBank implements Bank {

  protected final long[] balances;
  private final Midway midway;

  public LockedBank(long[] openingBalances, Midway midway) {
    this.balances = BankArguments.checkedCopy(openingBalances);
    this.midway = midway;
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (balances[from] < amount) {
      return false;
    }
    balances[from] -= amount;
    try {
      midway.reached(from, to, amount);
      balances[to] = Math.addExact(balances[to], amount);
    } catch (Throwable failed) {
      balances[from] += amount;
      throw failed;
    }
    return true;
  }

  @Override
  public synchronized long validate() throws InterruptedException {
    return Arrays.stream(balances).reduce(0, Math::addExact);
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
}
