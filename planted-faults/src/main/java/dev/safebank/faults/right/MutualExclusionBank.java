package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.Midway;

/** A bank that one thread at a time is inside of. Its subclasses say how that is enforced. */
public abstract class MutualExclusionBank implements Bank {

  private final Accounts accounts;

  protected MutualExclusionBank(long[] openingBalances, Midway midway) {
    this.accounts = new Accounts(openingBalances, midway);
  }

  /** Waits until no other thread is inside. */
  protected abstract void enter() throws InterruptedException;

  /** Lets the next thread in. */
  protected abstract void leave();

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    enter();
    try {
      return accounts.move(from, to, amount);
    } finally {
      leave();
    }
  }

  @Override
  public long validate() throws InterruptedException {
    enter();
    try {
      return accounts.total();
    } finally {
      leave();
    }
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    accounts.check(from, to, amount);
    enter();
    try {
      accounts.move(from, to, amount);
      return accounts.total();
    } finally {
      leave();
    }
  }

  @Override
  public long[] balances() {
    return accounts.copy();
  }
}
