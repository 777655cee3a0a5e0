package dev.safebank.stress.scenario;

/** The result of a transfer, as outcomes show it. */
enum Status {
  /** The money moved. */
  MOVED,
  /** The payer held less than the amount. */
  REFUSED,
  /** It failed midway, as the scenario intends. */
  FAILED
}
