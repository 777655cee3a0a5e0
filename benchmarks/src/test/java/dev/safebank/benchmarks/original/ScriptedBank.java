package dev.safebank.benchmarks.original;

import dev.safebank.model.Bank;

/** A bank whose transfers move nothing, and whose totals are right. */
class ScriptedBank implements Bank {

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    return true;
  }

  @Override
  public long validate() {
    return OpeningBalances.total(6);
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) {
    throw new UnsupportedOperationException("the program does not call it");
  }

  @Override
  public long[] balances() {
    return OpeningBalances.of(6);
  }
}
