package dev.safebank.explore.result;

/** What kind of thing a thread waits for. */
public enum ResourceKind {
  /** A {@code ReentrantLock}. */
  LOCK("lock"),
  /** The monitor of an object. */
  MONITOR("monitor"),
  /** The read lock of a {@code ReentrantReadWriteLock}. */
  READ_LOCK("read lock"),
  /** The write lock of a {@code ReentrantReadWriteLock}. */
  WRITE_LOCK("write lock"),
  /** A {@code StampedLock}, in either mode. */
  STAMPED_LOCK("stamped lock"),
  /** Permits of a {@code Semaphore}. */
  SEMAPHORE("permit"),
  /** The count of a {@code CountDownLatch}. */
  LATCH("latch"),
  /** A notification, on a monitor, a condition of a lock, a blocking queue or a future. */
  NOTIFICATION("notification"),
  /** The park permit of a thread. */
  PARK_PERMIT("park permit"),
  /** The end of a thread. */
  THREAD_END("end of thread"),
  /** The initialisation of a class by another thread (JLS 12.4.2). */
  CLASS_INITIALIZATION("initialisation of class"),
  /** A change of a variable that a spin loop reads. */
  VARIABLE("variable"),
  /** Nothing: the thread is in a loop that no other thread can end. */
  NOTHING("nothing");

  private final String words;

  ResourceKind(String words) {
    this.words = words;
  }

  /** The kind in words, e.g. {@code read lock}. */
  @Override
  public String toString() {
    return words;
  }
}
