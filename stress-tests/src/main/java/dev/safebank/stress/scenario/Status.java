package dev.safebank.stress.scenario;

/** How a transfer ended, as the first parts of an outcome say it. */
enum Status {
  /** The money moved. */
  MOVED,
  /** The funds did not suffice. */
  REFUSED,
  /** It failed midway, as the scenario wanted. */
  FAILED
}
