package dev.safebank.evidence;

/** How a forked JVM ended. */
public enum ForkStatus {
  /** Ran to its end; all its samples are counted. */
  COMPLETED,
  /**
   * The watchdog found actors that would never come back and could not be interrupted, and halted
   * the fork: the blockage counts as one sample, the fork's other samples are lost.
   */
  HALTED,
  /**
   * Overran its time although it had the CPUs that it needed, and was killed: counts as one sample
   * {@link BlockageKind#HUNG}.
   */
  HUNG,
  /** Died by itself, or could not start. */
  CRASHED,
  /**
   * Ended by a signal from outside, or by the machine for want of memory: says nothing of its test.
   */
  KILLED,
  /** Overran its time, and was killed, but was held up from outside or may have been. */
  TIMED_OUT,
  /** An actor threw, or the test broke a rule of jcstress. */
  FAILED
}
