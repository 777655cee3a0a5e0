package dev.safebank.stress.program;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;
import java.util.Arrays;

/** Loses a cent of the fifth transfer. */
public final class FifthTransferBank implements Bank {

  private final long[] balances;
  private final Midway midway;
  private int transfers;

  public FifthTransferBank(long[] openingBalances, Midway midway) {
    this.balances = openingBalances.clone();
    this.midway = midway;
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length, from, to, amount);
    if (balances[from] < amount) {
      return false;
    }
    midway.reached(from, to, amount);
    transfers++;
    balances[from] -= amount;
    balances[to] += transfers == 5 ? amount - 1 : amount;
    return true;
  }

  @Override
  public synchronized long validate() {
    return Arrays.stream(balances).sum();
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
