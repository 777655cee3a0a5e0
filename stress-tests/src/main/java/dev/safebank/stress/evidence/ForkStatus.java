package dev.safebank.stress.evidence;

/** How a forked JVM ended. */
public enum ForkStatus {
  /** Ran to its end; all its samples are counted. */
  COMPLETED,
  /**
   * The watchdog found actors blocked that could not be interrupted, and halted the fork: the
   * blockage counts as one sample, the fork's other samples are lost.
   */
  HALTED,
  /** Died, or could not start. */
  CRASHED,
  /** Overran its time for no reason that the watchdog knew, and was killed. */
  TIMED_OUT,
  /** An actor threw, or the test broke a rule of jcstress. */
  FAILED
}
