package dev.safebank.explore.result;

/** How an execution of a test ended. */
public enum EndState {
  /** Every actor has ended, or one threw an exception that the test does not expect. */
  COMPLETED,
  /** No actor is enabled, and some wait for each other in a cycle. */
  DEADLOCK,
  /** No actor is enabled, and there is no cycle. */
  STUCK,
  /** An actor did not end although it was signalled to, in a termination test. */
  STALE,
  /** It was stopped before its end: where a replayed schedule ends. */
  STOPPED
}
