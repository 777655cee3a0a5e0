package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;

/**
 * Every balance is {@code volatile}: writes are visible to all threads, but updates are not atomic.
 *
 * <p><b>Story:</b> reads seemed to return stale balances, so the balances were made volatile. Each
 * read now returns the latest write.
 *
 * <p><b>Fault:</b> {@code balance -= amount} is still a read followed by a write. Another thread
 * can write in between, and its update is lost; the funds can be withdrawn by another thread after
 * they were checked; and a transfer is two such updates, with a gap between them that a validator
 * can see. The variant breaks the same promises as {@link UnsafeBank}: visibility was not the
 * fault.
 *
 * <p>So it is not linearizable, either.
 *
 * <p><b>Fix:</b> {@link AtomicBalancesBank} makes each update atomic; {@link GlobalLockBank} makes
 * the whole transfer atomic.
 */
@LockingVariant(
    idea = "volatile balances: visible, not atomic",
    keepsAllBut = {
      Promise.CONSERVES_MONEY,
      Promise.CONSISTENT_TOTAL,
      Promise.NEVER_OVERDRAWN,
      Promise.UNDOES_FAILED_TRANSFERS,
      Promise.LINEARIZABLE
    },
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

  /** Moves the money if the funds suffice; undoes the withdrawal if anything fails midway. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // the fault that this class shows
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
