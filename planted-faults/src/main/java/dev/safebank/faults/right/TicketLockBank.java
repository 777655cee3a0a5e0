package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads enter in the order of the tickets that they drew. */
@LockingVariant(
    idea = "a ticket lock",
    keepsAllBut = {})
public final class TicketLockBank extends MutualExclusionBank {

  private final AtomicInteger next = new AtomicInteger();
  private volatile int served;

  public TicketLockBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void enter() {
    int ticket = next.getAndIncrement();
    while (served != ticket) {
      Thread.onSpinWait();
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the thread inside writes it
  protected void leave() {
    served++;
  }
}
