package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Throws if both accounts are the same. */
@LockingVariant(
    idea = "no self-transfer",
    keepsAllBut = {})
public final class SelfTransferThrowingBank extends OneLockBank {

  public SelfTransferThrowingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    if (from == to) {
      throw new IllegalArgumentException("the accounts are the same");
    }
    return super.transfer(from, to, amount);
  }
}
