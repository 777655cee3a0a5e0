package dev.safebank.explore.program;

/** How one execution ended. */
public enum ExecutionStatus {
  /** All actors have ended. */
  FINISHED,
  /** No thread is enabled, and some wait for each other in a cycle. */
  DEADLOCK,
  /** No thread is enabled, and there is no cycle. */
  STUCK,
  /** Equivalent to an earlier one; stopped early. */
  REDUNDANT,
  /** A bound was met; stopped early. */
  BOUNDED,
  /** More context switches than allowed; stopped early. */
  OVER_BUDGET,
  /** Something new is known of the program, such as that a location is shared: explore it anew. */
  RESTART,
  /** The replay of a schedule diverged from it. */
  DIVERGED
}
