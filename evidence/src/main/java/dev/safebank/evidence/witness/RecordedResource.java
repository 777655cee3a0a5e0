package dev.safebank.evidence.witness;

/** The kind of resource that an actor waits for. */
public enum RecordedResource {
  LOCK,
  MONITOR,
  READ_LOCK,
  WRITE_LOCK,
  STAMPED_LOCK,
  SEMAPHORE,
  LATCH,
  NOTIFICATION,
  PARK_PERMIT,
  THREAD_END,
  CLASS_INITIALIZATION,
  VARIABLE,
  NOTHING
}
