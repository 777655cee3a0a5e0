package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Threads pass levels, each of which holds one back (Peterson). */
@LockingVariant(
    idea = "the filter lock",
    keepsAllBut = {})
public final class PetersonFilterBank extends MutualExclusionBank {

  private static final int THREADS = 3;

  private final ThreadSlots slots = new ThreadSlots(THREADS);
  private final AtomicIntegerArray level = new AtomicIntegerArray(THREADS);
  private final AtomicIntegerArray last = new AtomicIntegerArray(THREADS);

  /** The number of the thread inside; guarded by the lock itself. */
  private int inside;

  public PetersonFilterBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    int me = slots.take();
    for (int at = 1; at < THREADS; at++) {
      level.set(me, at);
      last.set(at, me);
      while (last.get(at) == me && othersAt(at, me)) {
        Thread.onSpinWait();
      }
    }
    inside = me;
  }

  private boolean othersAt(int at, int me) {
    for (int other = 0; other < THREADS; other++) {
      if (other != me && level.get(other) >= at) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void leave() {
    int me = inside;
    level.set(me, 0);
    slots.release(me);
  }
}
