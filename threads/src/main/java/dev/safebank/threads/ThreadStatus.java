package dev.safebank.threads;

/** Whether a thread can continue, and whether others may depend on that. */
public enum ThreadStatus {
  /** Waits, without a time limit, for something that another thread must do. */
  BLOCKED,
  /** Checks a condition again and again that only the other threads can make true. */
  POLLING,
  /** Waits with a time limit, and will wake no other thread when it continues. */
  IDLE,
  /** May continue by itself: runs, or waits with a time limit. */
  ABLE
}
