package dev.safebank.report.verdict;

/** The classification of an outcome of a scenario. */
public enum OutcomeKind {
  /** The specification allows it: it gives it for whole calls in some order. */
  SERIAL,
  /** The specification does not allow it; it breaks a promise or the contract. */
  ANOMALY,
  /**
   * It was seen although a complete exploration found no interleaving that leads to it: an effect
   * of the memory model, or a fault in the harness, the JVM or the hardware.
   */
  UNEXPLAINED
}
