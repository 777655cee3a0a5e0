package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;

/**
 * Every balance is {@code volatile}: visible to all threads at once, and still not safe.
 *
 * <p><b>Story:</b> the balances looked stale, so they were made volatile. Now each read sees the
 * latest write.
 *
 * <p><b>Fault:</b> {@code balance -= amount} is still a read, then a write. Another thread may
 * write in between, and its update is lost; the funds may be gone after they were checked; and a
 * transfer is two such updates, with a gap between them that a validator can see. Exactly the
 * promises that {@link UnsafeBank} breaks are broken: visibility was never the fault.
 *
 * <p><b>Fix:</b> {@link AtomicBalancesBank} makes each update one step; {@link GlobalLockBank}
 * makes the whole transfer one.
 */
@LockingVariant(
    idea = "volatile balances: visible, not atomic",
    keeps = {Promise.NEVER_DEADLOCKS, Promise.RELEASES_LOCKS, Promise.NESTS},
    twin = AtomicBalancesBank.class)
public final class VolatileBank implements Bank {

  private final Account[] accounts;
  private final Midway midway;

  public VolatileBank(long[] openingBalances, Midway midway) {
    this.accounts = Arrays.stream(BankArguments.checkedCopy(openingBalances))
        .mapToObj(Account::new)
        .toArray(Account[]::new);
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(accounts.length, from, to, amount);
    return move(from, to, amount);
  }

  @Override
  public long validate() {
    return total();
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    transfer(from, to, amount);
    return validate();
  }

  @Override
  public long[] balances() {
    return Arrays.stream(accounts).mapToLong(account -> account.balance).toArray();
  }

  /** Moves the money if the funds suffice; takes it back if anything fails on the way. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // the fault that this class is here to show
  private boolean move(int from, int to, long amount) throws InterruptedException {
    if (accounts[from].balance < amount) {
      return false;
    }
    accounts[from].balance -= amount;
    try {
      midway.reached(from, to, amount);
      accounts[to].balance = Math.addExact(accounts[to].balance, amount);
    } catch (Throwable failure) {
      accounts[from].balance += amount;
      throw failure;
    }
    return true;
  }

  private long total() {
    long total = 0;
    for (Account account : accounts) {
      total = Math.addExact(total, account.balance);
    }
    return total;
  }

  private static final class Account {
    private volatile long balance;

    Account(long balance) {
      this.balance = balance;
    }
  }
}
