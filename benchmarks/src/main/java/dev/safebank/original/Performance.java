package dev.safebank.original;

import dev.safebank.cost.Machine;
import java.util.List;

/**
 * One run of the original program, as it is written to its file.
 *
 * @param schema {@value #SCHEMA}
 * @param started when, as an ISO 8601 instant
 * @param machine where
 * @param settings what was done to each bank
 * @param findings what was seen, a finding for each variant in teaching order
 */
record Performance(
    String schema, String started, Machine machine, Settings settings, List<Finding> findings) {

  static final String SCHEMA = "safebank-original/1";

  Performance {
    findings = List.copyOf(findings);
  }
}
