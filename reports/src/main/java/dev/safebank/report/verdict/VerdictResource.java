package dev.safebank.report.verdict;

/** The kind of resource that an actor waits for. */
public enum VerdictResource {
  LOCK,
  MONITOR,
  READ_LOCK,
  WRITE_LOCK,
  STAMPED_LOCK,
  SEMAPHORE,
  LATCH,
  /** A notification, on a monitor or on a condition of a lock. */
  NOTIFICATION,
  PARK_PERMIT,
  THREAD_END,
  /** The initialisation of a class by another thread. */
  CLASS_INITIALIZATION,
  /** A change of a variable that a loop reads again and again. */
  VARIABLE,
  /** Nothing: it runs a loop that no other thread can end. */
  NOTHING
}
