package dev.safebank.faults.right;

import dev.safebank.model.Midway;

/** Balances that never change: a transfer makes new ones. */
public final class Balances {

  private final long[] values;

  public Balances(long[] values) {
    this.values = values.clone();
  }

  /** Whether an account holds enough. */
  public boolean suffice(int from, long amount) {
    return values[from] >= amount;
  }

  /** The balances after a transfer. */
  public Balances after(int from, int to, long amount, Midway midway) throws InterruptedException {
    Balances after = new Balances(values);
    after.values[from] -= amount;
    midway.reached(from, to, amount);
    after.values[to] = Math.addExact(after.values[to], amount);
    return after;
  }

  /** Their sum. */
  public long total() {
    long total = 0;
    for (long value : values) {
      total = Math.addExact(total, value);
    }
    return total;
  }

  /** Their number. */
  public int size() {
    return values.length;
  }

  /** A copy of them. */
  public long[] copy() {
    return values.clone();
  }
}
