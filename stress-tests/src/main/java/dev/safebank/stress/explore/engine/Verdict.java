package dev.safebank.stress.explore.engine;

/** How one execution ended. */
enum Verdict {
  /** All actors came to their end. */
  FINISHED,
  /** No actor can move, and some wait for each other in a cycle. */
  DEADLOCK,
  /** No actor can move, and there is no cycle. */
  STUCK,
  /** Equivalent to one seen before; cut short. */
  REDUNDANT,
  /** A bound was met; cut short. */
  BOUNDED,
  /** More than the allowed context switches; cut short. */
  OVER_BUDGET,
  /** A location turned out to be shared, or there are more actors: explore afresh, knowing that. */
  RESTART,
  /** The replay of a schedule went another way. */
  DIVERGED
}
