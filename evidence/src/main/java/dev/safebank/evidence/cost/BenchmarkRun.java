package dev.safebank.evidence.cost;

import dev.safebank.evidence.Environment;
import java.util.List;

/**
 * A run of the benchmarks.
 *
 * @param schema {@value #SCHEMA}
 * @param started when it started, as an ISO 8601 instant
 * @param extent how much was measured
 * @param accounts the accounts of a bank where the number of accounts is not varied
 * @param validations the validations among 100 calls where their share is not varied
 * @param results in the order in which they were measured
 */
public record BenchmarkRun(
    String schema,
    String started,
    Environment environment,
    BenchmarkExtent extent,
    int accounts,
    int validations,
    List<BenchmarkResult> results)
    implements ResultRecord {

  /** Names the form of this record. */
  public static final String SCHEMA = "safebank-benchmarks/3";

  /** The file's name in the folder of results. */
  public static final String FILE = "benchmarks.json";

  /** The name of JMH's own result file, with all iterations, in the same folder. */
  public static final String JMH_FILE = "jmh.json";

  public BenchmarkRun {
    results = List.copyOf(results);
  }
}
