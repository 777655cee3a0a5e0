package dev.safebank.explore.synchronizer;

/** What else than getting what it waits for can end a wait. */
public enum WaitMode {
  /** Nothing. */
  UNINTERRUPTIBLE(false, false),
  /** An interrupt. */
  INTERRUPTIBLE(true, false),
  /** An interrupt, or that the time is over: at any moment. */
  TIMED(true, true),
  /** It does not wait at all. */
  IMMEDIATE(false, true);

  private final boolean interruptible;
  private final boolean timed;

  WaitMode(boolean interruptible, boolean timed) {
    this.interruptible = interruptible;
    this.timed = timed;
  }

  boolean isInterruptible() {
    return interruptible;
  }

  boolean isTimed() {
    return timed;
  }
}
