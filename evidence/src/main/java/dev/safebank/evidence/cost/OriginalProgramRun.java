package dev.safebank.evidence.cost;

import dev.safebank.evidence.Environment;
import java.util.List;

/**
 * A run of the original program.
 *
 * @param schema {@value #SCHEMA}
 * @param started when it started, as an ISO 8601 instant
 * @param settings what was done to each bank
 * @param findings one for each variant, in teaching order
 */
public record OriginalProgramRun(
    String schema,
    String started,
    Environment environment,
    OriginalProgramSettings settings,
    List<VariantFinding> findings)
    implements ResultRecord {

  /** Names the form of this record. */
  public static final String SCHEMA = "safebank-original/2";

  /** The file's name in the folder of results. */
  public static final String FILE = "original-program.json";

  public OriginalProgramRun {
    findings = List.copyOf(findings);
  }
}
