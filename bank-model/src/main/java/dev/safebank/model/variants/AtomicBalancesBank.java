package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import dev.safebank.model.Promise;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Every balance is updated atomically; a transfer, which is two updates, is not atomic.
 *
 * <p><b>Story:</b> the funds are checked and withdrawn in one compare-and-set, and the deposit is
 * another. No update is lost, no account is overdrawn, and the balances are correct once all
 * transfers are over. The original bank without locks behaves the same way, because its interpreter
 * happened to execute each update without interruption.
 *
 * <p><b>Fault:</b> between the two updates the money is in neither account, and a validator that
 * reads both balances then misses it; one that reads one account before a transfer and the other
 * after it counts the money twice. Two atomic steps are not one atomic step.
 *
 * <p>A total that no order of whole calls gives is not linearizable either.
 *
 * <p><b>Fix:</b> {@link SnapshotBank} replaces both balances in one compare-and-set;
 * {@link GlobalLockBank} excludes the validator during a transfer.
 */
@LockingVariant(
    idea = "each balance atomic, the pair not",
    keepsAllBut = {Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE},
    twin = SnapshotBank.class)
public final class AtomicBalancesBank implements Bank {

  private final AtomicLongArray balances;
  private final Midway midway;

  /**
   * As {@link dev.safebank.model.BankFactory#open}.
   *
   * @throws ArithmeticException if the total overflows a {@code long}: a deposit that comes between
   *     a withdrawal and its undoing could leave no room for the money
   */
  public AtomicBalancesBank(long[] openingBalances, Midway midway) {
    this.balances = new AtomicLongArray(BankArguments.checkedCopy(openingBalances));
    this.midway = midway;
    total();
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(balances.length(), from, to, amount);
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
    long[] copy = new long[balances.length()];
    Arrays.setAll(copy, balances::get);
    return copy;
  }

  /** Moves the money if the funds suffice; undoes the withdrawal if anything fails midway. */
  private boolean move(int from, int to, long amount) throws InterruptedException {
    if (balances.getAndUpdate(from, b -> b < amount ? b : b - amount) < amount) {
      return false;
    }
    try {
      midway.reached(from, to, amount);
      balances.accumulateAndGet(to, amount, Math::addExact);
    } catch (Throwable failure) {
      balances.addAndGet(from, amount);
      throw failure;
    }
    return true;
  }

  private long total() {
    long total = 0;
    for (int account = 0; account < balances.length(); account++) {
      total = Math.addExact(total, balances.get(account));
    }
    return total;
  }
}
