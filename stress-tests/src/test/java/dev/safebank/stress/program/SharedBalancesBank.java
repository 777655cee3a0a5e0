package dev.safebank.stress.program;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.Midway;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Banks that open alike share their balances. */
public final class SharedBalancesBank implements Bank {

  private static final Map<String, long[]> OPENED = new ConcurrentHashMap<>();

  private final long[] balances;
  private final Midway midway;

  public SharedBalancesBank(long[] openingBalances, Midway midway) {
    long[] opened = OPENED.putIfAbsent(Arrays.toString(openingBalances), openingBalances);
    this.balances = opened == null ? openingBalances : opened;
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    synchronized (balances) {
      BankArguments.checkTransfer(balances.length, from, to, amount);
      if (balances[from] < amount) {
        return false;
      }
      midway.reached(from, to, amount);
      balances[from] -= amount;
      balances[to] += amount;
      return true;
    }
  }

  @Override
  public long validate() {
    synchronized (balances) {
      return Arrays.stream(balances).sum();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    synchronized (balances) {
      transfer(from, to, amount);
      return validate();
    }
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
