package dev.safebank.explore.classfile;

/** What a class keeps in static fields, and what its initialisation does. */
enum StaticState {
  /** It has no static variables and no static initialiser, and nor has what it inherits from. */
  NONE,
  /**
   * Its static initialiser always makes the same immutable objects from constants, and its static
   * fields hold nothing else: whether, when and in which order it runs is not visible. It is left
   * to the JVM, and serves all executions.
   */
  CONSTANT,
  /** Anything else: every execution must begin with it as a JVM begins. */
  PER_EXECUTION
}
