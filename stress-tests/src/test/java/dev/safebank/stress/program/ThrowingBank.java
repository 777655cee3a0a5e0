package dev.safebank.stress.program;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;

/** Throws whatever it is asked to do. */
public final class ThrowingBank implements Bank {

  private final long[] balances;

  public ThrowingBank(long[] openingBalances, Midway midway) {
    this.balances = openingBalances.clone();
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long validate() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
