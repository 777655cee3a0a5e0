package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Threads draw numbers without an atomic step, and ties are broken by their own (Lamport). */
@LockingVariant(
    idea = "the bakery lock",
    keepsAllBut = {})
public final class BakeryBank extends MutualExclusionBank {

  private static final int THREADS = 3;

  private final ThreadSlots slots = new ThreadSlots(THREADS);
  private final AtomicIntegerArray choosing = new AtomicIntegerArray(THREADS);
  private final AtomicIntegerArray number = new AtomicIntegerArray(THREADS);

  /** The slot of the thread inside; guarded by the lock itself. */
  private int inside;

  public BakeryBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    int me = slots.take();
    choosing.set(me, 1);
    number.set(me, 1 + highest());
    choosing.set(me, 0);
    for (int other = 0; other < THREADS; other++) {
      while (choosing.get(other) != 0) {
        Thread.onSpinWait();
      }
      while (isBefore(other, me)) {
        Thread.onSpinWait();
      }
    }
    inside = me;
  }

  private int highest() {
    int highest = 0;
    for (int other = 0; other < THREADS; other++) {
      highest = Math.max(highest, number.get(other));
    }
    return highest;
  }

  private boolean isBefore(int other, int me) {
    int its = number.get(other);
    int mine = number.get(me);
    return its != 0 && (its < mine || (its == mine && other < me));
  }

  @Override
  protected void leave() {
    int me = inside;
    number.set(me, 0);
    slots.release(me);
  }
}
