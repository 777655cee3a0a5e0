package dev.safebank.faults.right;

import dev.safebank.model.LockingVariant;
import dev.safebank.model.Midway;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Threads publish what they want; whoever gets the lock does it for all of them. */
@LockingVariant(
    idea = "flat combining",
    keepsAllBut = {})
public final class FlatCombiningBank extends DelegatingBank {

  private static final int THREADS = 3;

  private final ThreadSlots slots = new ThreadSlots(THREADS);
  private final AtomicReferenceArray<Request> published = new AtomicReferenceArray<>(THREADS);
  private final Lock combining = new ReentrantLock();

  public FlatCombiningBank(long[] openingBalances, Midway midway) {
    super(openingBalances, midway);
  }

  @Override
  protected void submit(Request request) {
    int slot = slots.take();
    published.set(slot, request);
    while (!request.isDone()) {
      if (combining.tryLock()) {
        try {
          combine();
        } finally {
          combining.unlock();
        }
      } else {
        Thread.onSpinWait();
      }
    }
    slots.release(slot);
  }

  private void combine() {
    for (int slot = 0; slot < THREADS; slot++) {
      Request request = published.get(slot);
      if (request != null) {
        published.set(slot, null);
        request.serve();
      }
    }
  }
}
