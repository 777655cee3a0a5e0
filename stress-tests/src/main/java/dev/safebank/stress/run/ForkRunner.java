package dev.safebank.stress.run;

import dev.safebank.stress.evidence.ForkRecord;

/** Runs one fork at a time; safe for use by several threads. */
interface ForkRunner {

  /** Runs a fork to its end, whatever end that is, and says what it saw. */
  ForkRecord run(PlannedFork fork);
}
