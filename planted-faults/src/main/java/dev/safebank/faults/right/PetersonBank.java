package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Two threads: each yields to the other, who yields to it (Peterson). A third waits for a place.
 */
@LockingVariant(
    idea = "Peterson's lock for two threads",
    keepsAllBut = {})
public final class PetersonBank extends MutualExclusionBank {

  private final ThreadSlots slots = new ThreadSlots(2);
  private final AtomicIntegerArray interested = new AtomicIntegerArray(2);
  private volatile int victim;

  /** The slot of the thread inside; guarded by the lock itself. */
  private int inside;

  public PetersonBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    int me = slots.take();
    interested.set(me, 1);
    victim = me;
    while (interested.get(1 - me) == 1 && victim == me) {
      Thread.onSpinWait();
    }
    inside = me;
  }

  @Override
  protected void leave() {
    int me = inside;
    interested.set(me, 0);
    slots.release(me);
  }
}
