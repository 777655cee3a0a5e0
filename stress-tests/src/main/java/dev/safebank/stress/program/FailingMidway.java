package dev.safebank.stress.program;

import dev.safebank.model.Midway;
import dev.safebank.model.specification.MidwayFailure;

/**
 * A hook that throws in one movement of money, and delegates to another hook in all others. All its
 * state is final and of the hook's own, so that calling it is no step.
 */
public final class FailingMidway implements Midway {

  private final int failingFrom;
  private final int failingTo;
  private final long failingAmount;
  private final Midway otherwise;

  /** A hook that throws in this movement. */
  public FailingMidway(int from, int to, long amount, Midway otherwise) {
    this.failingFrom = from;
    this.failingTo = to;
    this.failingAmount = amount;
    this.otherwise = otherwise;
  }

  @Override
  public void reached(int from, int to, long amount) throws InterruptedException {
    if (from == failingFrom && to == failingTo && amount == failingAmount) {
      throw new MidwayFailure();
    }
    otherwise.reached(from, to, amount);
  }
}
