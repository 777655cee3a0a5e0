package dev.safebank.stress.explore.engine;

/**
 * Thrown through an actor's code to end it early, when its execution is over. Only operations that
 * take or access something throw it, never one that gives something back.
 */
@SuppressWarnings(
    "StaticAssignmentOfThrowable") // Without a stack trace there is nothing stale to keep.
final class Unwind extends Error {

  private static final long serialVersionUID = 1L;

  static final Unwind INSTANCE = new Unwind();

  private Unwind() {
    super("the execution is over", null, false, false);
  }
}
