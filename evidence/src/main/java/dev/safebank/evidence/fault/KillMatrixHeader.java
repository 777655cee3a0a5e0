package dev.safebank.evidence.fault;

import dev.safebank.evidence.Environment;
import java.time.Instant;

/**
 * The first line of a file.
 *
 * @param schema {@link #SCHEMA}
 * @param scope the programs that were explored, or the scenarios that were stressed, in words
 * @param banks how many lines follow if the run comes to its end
 */
public record KillMatrixHeader(
    String schema, Instant started, Environment environment, String scope, int banks)
    implements KillMatrixRecord {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "safebank-kill-matrix/1";
}
