package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;

/** A flag that a monitor guards; who finds it set waits to be notified. */
@LockingVariant(
    idea = "a flag, wait and notify",
    keepsAllBut = {})
public final class WaitNotifyBank extends MutualExclusionBank {

  private boolean occupied;

  public WaitNotifyBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected synchronized void enter() throws InterruptedException {
    while (occupied) {
      wait();
    }
    occupied = true;
  }

  @Override
  protected synchronized void leave() {
    occupied = false;
    notifyAll();
  }
}
