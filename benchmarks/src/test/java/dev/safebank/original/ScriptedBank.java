package dev.safebank.original;

import dev.safebank.model.Bank;

/** A bank of which every transfer moves nothing, and every total is right. */
class ScriptedBank implements Bank {

  private static final Settings ANY = new Settings(1, 1, 6, 1, false, 0);

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    return true;
  }

  @Override
  public long validate() {
    return ANY.openingTotal();
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) {
    throw new UnsupportedOperationException("no teller asks for it");
  }

  @Override
  public long[] balances() {
    return ANY.openingBalances();
  }
}
