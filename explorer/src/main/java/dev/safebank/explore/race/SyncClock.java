package dev.safebank.explore.race;

/**
 * The happens-before edges of one synchronization object: every {@linkplain #release release} of it
 * happens before every later {@linkplain #acquire acquire} (JLS 17.4.5). Not thread-safe.
 */
public final class SyncClock {

  private int[] released = {};

  /** Publishes all that happens before this action of the thread. */
  public void release(ThreadClock thread) {
    int[] seen = thread.snapshot();
    if (released.length > 0) {
      VectorClock.join(seen, released);
    }
    released = seen;
    thread.tick();
  }

  /** All that was released so far happens before what the thread does next. */
  public void acquire(ThreadClock thread) {
    thread.join(released);
  }
}
