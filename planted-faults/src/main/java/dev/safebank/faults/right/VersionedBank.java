package dev.safebank.faults.right;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicReference;

/** Transfers replace the balances only if their version is still the one that was read. */
@LockingVariant(
    idea = "lock-free with version numbers",
    keepsAllBut = {})
public final class VersionedBank implements Bank {

  private final Midway midway;
  private final AtomicReference<Version> current;

  private record Version(long number, Balances balances) {}

  public VersionedBank(long[] openingBalances, Midway midway) {
    Balances opening = new Balances(BankArguments.checkedCopy(openingBalances));
    this.current = new AtomicReference<>(new Version(0, opening));
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(current.get().balances().size(), from, to, amount);
    while (true) {
      Version before = current.get();
      if (!before.balances().suffice(from, amount)) {
        return false;
      }
      if (replace(before, before.balances().after(from, to, amount, midway))) {
        return true;
      }
    }
  }

  @Override
  public long validate() {
    return current.get().balances().total();
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(current.get().balances().size(), from, to, amount);
    while (true) {
      Version before = current.get();
      if (!before.balances().suffice(from, amount)) {
        return before.balances().total();
      }
      Balances after = before.balances().after(from, to, amount, midway);
      if (replace(before, after)) {
        return after.total();
      }
    }
  }

  private boolean replace(Version before, Balances after) {
    return current.compareAndSet(before, new Version(before.number() + 1, after));
  }

  @Override
  public long[] balances() {
    return current.get().balances().copy();
  }
}
