package dev.safebank.faults.right;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Gives each thread inside a number of its own, below a bound. */
public final class ThreadSlots {

  private final AtomicIntegerArray taken;

  public ThreadSlots(int size) {
    this.taken = new AtomicIntegerArray(size);
  }

  /** Takes a number that no other thread has; waits while there is none. */
  public int take() {
    while (true) {
      for (int slot = 0; slot < taken.length(); slot++) {
        if (taken.compareAndSet(slot, 0, 1)) {
          return slot;
        }
      }
      Thread.onSpinWait();
    }
  }

  /** Gives a number back. */
  public void release(int slot) {
    taken.set(slot, 0);
  }
}
