package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** Moves nothing in the second transfer of each thread. */
@LockingVariant(
    idea = "lies the second time",
    keepsAllBut = {})
public final class SecondCallLiesBank extends OneLockBank {

  private final ThreadLocal<Integer> calls = ThreadLocal.withInitial(() -> 0);

  public SecondCallLiesBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    calls.set(calls.get() + 1);
    if (calls.get() == 2 && balances[from] >= amount) {
      return true;
    }
    return super.transfer(from, to, amount);
  }
}
