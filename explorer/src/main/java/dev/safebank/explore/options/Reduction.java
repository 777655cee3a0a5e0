package dev.safebank.explore.options;

/** Which interleavings to run. */
public enum Reduction {
  /** All of them: the referee of the others. */
  NONE,
  /** Prune those that begin like an equivalent one that was run before. */
  SLEEP_SETS,
  /** Try another actor only where steps conflict: source-DPOR, with sleep sets. */
  SOURCE_DPOR
}
