package dev.safebank.stress.explore.engine;

/** How an access to a variable is ordered with others, weakest first. */
public enum Mode {
  /** No ordering: races with any conflicting access that happens-before does not order. */
  PLAIN,
  /** Coherent, but orders nothing else: races like a plain access. */
  OPAQUE,
  /** Release writes and acquire reads: synchronizes, but is not sequentially consistent. */
  ACQUIRE_RELEASE,
  /** Synchronizes and is sequentially consistent. */
  VOLATILE;

  /** Whether an access in this mode is a data race when nothing orders it. */
  boolean races() {
    return this == PLAIN || this == OPAQUE;
  }

  /** Whether an access in this mode, through a VarHandle or an atomic, leaves SC behind. */
  boolean relaxed() {
    return this != VOLATILE;
  }
}
