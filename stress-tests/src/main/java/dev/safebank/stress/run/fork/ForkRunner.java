package dev.safebank.stress.run.fork;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.stress.run.plan.PlannedFork;

/** Runs forks; safe for use by several threads. */
public interface ForkRunner {

  /** Runs a fork until it ends in any way, and returns its record. */
  ForkRecord run(PlannedFork fork);
}
