package dev.safebank.endtoend.bank;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;

/** Moves the money, says that it has not, and admits that it is not linearizable. */
@LockingVariant(idea = "says no", keepsAllBut = Promise.LINEARIZABLE)
public final class DenyingBank extends OneLockBank {

  public DenyingBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) throws InterruptedException {
    super.transfer(from, to, amount);
    return false;
  }
}
