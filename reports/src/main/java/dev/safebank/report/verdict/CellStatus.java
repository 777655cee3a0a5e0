package dev.safebank.report.verdict;

/** How far the evidence of a cell can be relied on. */
public enum CellStatus {
  /** Its forks ran, and those that were killed were repeated. */
  TESTED,
  /** Not run on purpose, for a reason that the evidence gives. */
  SKIPPED,
  /** Expected, and nothing was recorded of it, or only a part. */
  MISSING,
  /** What was recorded of it is of other classes than those that are there. */
  OUTDATED,
  /** An actor threw, no sample was taken, or a fork crashed or was not repeated. */
  FAILED
}
