package dev.safebank.stress.program;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import java.util.concurrent.CountDownLatch;

/** Waits in every call for something that never happens. */
public final class WaitingBank implements Bank {

  private final long[] balances;
  private final CountDownLatch never = new CountDownLatch(1);

  public WaitingBank(long[] openingBalances, Midway midway) {
    this.balances = openingBalances.clone();
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    never.await();
    return true;
  }

  @Override
  public long validate() throws InterruptedException {
    never.await();
    return 0;
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    never.await();
    return 0;
  }

  @Override
  public long[] balances() {
    return balances.clone();
  }
}
