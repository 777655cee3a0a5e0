package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;

/** A bank whose calls are requests that one thread at a time serves, not always the caller. */
public abstract class DelegatingBank implements Bank {

  private final Accounts accounts;

  protected DelegatingBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
  }

  /** Returns when the request was served. */
  protected abstract void submit(Request request) throws InterruptedException;

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    return (boolean) result(() -> accounts.move(from, to, amount));
  }

  @Override
  public long validate() throws InterruptedException {
    return (long) result(accounts::total);
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    return (long) result(() -> {
      accounts.move(from, to, amount);
      return accounts.total();
    });
  }

  private Object result(Request.Work work) throws InterruptedException {
    Request request = new Request(work);
    submit(request);
    return request.outcome();
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
