package dev.safebank.stress.watch;

/** What a thread of the test is about, as far as its stack and state tell. */
enum Standing {
  /** Waits, without a time limit, for something that another thread must do. */
  BLOCKED,
  /** Waits, spinning or parked for moments, for the other jcstress workers to catch up. */
  AT_CHECKPOINT,
  /**
   * Is jcstress's runner, sleeping or joining the workers for a while. Wakes nobody when it ends.
   */
  RUNNER_PAUSES,
  /** May go on by itself: runs, or waits with a time limit. */
  ABLE
}
