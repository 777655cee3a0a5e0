package dev.safebank.bench;

import dev.safebank.cost.Machine;

/**
 * What JMH's result file does not say about a run.
 *
 * @param schema {@value #SCHEMA}
 * @param started when, as an ISO 8601 instant
 * @param machine where
 * @param quick whether the measurements were made to see that they run, not for their figures
 */
record Occasion(String schema, String started, Machine machine, boolean quick) {

  static final String SCHEMA = "safebank-benchmarks/1";
}
