package dev.safebank.report.verdict;

/** What an outcome is to its scenario. */
public enum OutcomeKind {
  /** Some order of the actors, one after the other, gives it. */
  SERIAL,
  /** No order of the actors gives it; it breaks a promise. */
  ANOMALY,
  /**
   * The scenario never heard of it, or it was seen although a complete exploration found no
   * interleaving that leads to it: an effect of the memory model, or a fault in the harness, the
   * JVM or the hardware.
   */
  UNEXPLAINED
}
