package dev.safebank.explore.search;

import dev.safebank.explore.runtime.Execution;
import dev.safebank.explore.runtime.Scheduler;

/** Creates executions of one program, which have yet to be run. */
@FunctionalInterface
interface ExecutionFactory {

  Execution create(Scheduler scheduler);
}
