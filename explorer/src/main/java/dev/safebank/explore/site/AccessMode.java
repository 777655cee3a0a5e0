package dev.safebank.explore.site;

/** How an access to a variable is ordered with others, weakest first. */
public enum AccessMode {
  /** No ordering: races with any conflicting access that happens-before does not order. */
  PLAIN,
  /** Coherent, but orders nothing else: races like a plain access. */
  OPAQUE,
  /** Release writes and acquire reads: synchronizes, but is not sequentially consistent. */
  ACQUIRE_RELEASE,
  /** Synchronizes and is sequentially consistent. */
  VOLATILE;

  /** Whether an access in this mode is a data race when nothing orders it. */
  public boolean races() {
    return this == PLAIN || this == OPAQUE;
  }

  /**
   * Whether an access in this mode, through a VarHandle or an atomic, is weaker than sequential
   * consistency.
   */
  public boolean relaxed() {
    return this != VOLATILE;
  }
}
