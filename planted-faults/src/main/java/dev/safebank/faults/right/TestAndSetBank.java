package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads look until the lock seems free, and only then try to take it. */
@LockingVariant(
    idea = "a spin lock that looks before it sets",
    keepsAllBut = {})
public final class TestAndSetBank extends MutualExclusionBank {

  private final AtomicInteger locked = new AtomicInteger();

  public TestAndSetBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    do {
      while (locked.get() != 0) {
        Thread.onSpinWait();
      }
    } while (!locked.compareAndSet(0, 1));
  }

  @Override
  protected void leave() {
    locked.set(0);
  }
}
