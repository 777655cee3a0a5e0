package dev.safebank.model.variants;

import dev.safebank.model.Bank;
import dev.safebank.model.BankArguments;
import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicReference;

/**
 * No locks: all balances are one immutable snapshot, replaced by compare-and-set.
 *
 * <p><b>Story:</b> a transfer copies the current snapshot, moves the money in its copy, and
 * publishes the copy if the current snapshot is still the one it copied; otherwise it starts over.
 * A validator adds up one snapshot, which never changes. No thread waits, so there are no
 * deadlocks; a transfer that fails midway has published nothing, so there is nothing to undo or
 * release.
 *
 * <p><b>What it guards against:</b> {@link AtomicBalancesBank} replaces one balance at a time, so
 * its validator can read between two updates. <b>Cost:</b> every transfer copies all balances, and
 * concurrent transfers make each other start over, even those of unrelated accounts.
 */
@LockingVariant(
    idea = "one immutable snapshot, compare-and-set",
    keepsAllBut = {},
    twin = AtomicBalancesBank.class)
public final class SnapshotBank implements Bank {

  /** The current balances; an array is never written to after it was published here. */
  private final AtomicReference<long[]> snapshot;

  private final Midway midway;

  public SnapshotBank(long[] openingBalances, Midway midway) {
    this.snapshot = new AtomicReference<>(BankArguments.checkedCopy(openingBalances));
    this.midway = midway;
  }

  @Override
  public boolean transfer(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(snapshot.get().length, from, to, amount);
    while (true) {
      long[] before = snapshot.get();
      if (before[from] < amount) {
        return false;
      }
      if (snapshot.compareAndSet(before, afterMove(before, from, to, amount))) {
        return true;
      }
    }
  }

  @Override
  public long validate() {
    return total(snapshot.get());
  }

  @Override
  public long transferAndValidate(int from, int to, long amount) throws InterruptedException {
    BankArguments.checkTransfer(snapshot.get().length, from, to, amount);
    while (true) {
      long[] before = snapshot.get();
      long[] after = before[from] < amount ? before : afterMove(before, from, to, amount);
      if (snapshot.compareAndSet(before, after)) {
        return total(after);
      }
    }
  }

  @Override
  public long[] balances() {
    return snapshot.get().clone();
  }

  private long[] afterMove(long[] before, int from, int to, long amount)
      throws InterruptedException {
    long[] after = before.clone();
    after[from] -= amount;
    midway.reached(from, to, amount);
    after[to] = Math.addExact(after[to], amount);
    return after;
  }

  private static long total(long[] balances) {
    long total = 0;
    for (long balance : balances) {
      total = Math.addExact(total, balance);
    }
    return total;
  }
}
