package dev.safebank.explore.finding;

/**
 * A trait of a program that makes more steps visible to other threads. An exploration assumes that
 * the program has none, and starts anew when it finds one.
 */
public enum Trait {
  /** It asks how often a lock is held by readers, so that reentrant holds are visible. */
  COUNTS_READERS,
  /** It waits for other numbers of permits than one, so that the queue for them is visible. */
  WAITS_FOR_MANY_PERMITS
}
