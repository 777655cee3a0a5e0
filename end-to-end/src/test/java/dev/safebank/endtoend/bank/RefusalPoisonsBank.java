package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Refuses all transfers after the first that it had to refuse. */
@LockingVariant(
    idea = "offended by a refusal",
    keepsAllBut = {})
public final class RefusalPoisonsBank extends OneLockBank {

  private boolean refused;

  public RefusalPoisonsBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    boolean moved = !refused && super.transfer(from, to, amount);
    refused |= !moved;
    return moved;
  }
}
