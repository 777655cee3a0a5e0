package dev.safebank.stress.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The first line: where and how the run was made, and every cell that it owes a record for. It says
 * all that verdicts need to know of variants and scenarios, so that evidence can be judged without
 * their classes.
 *
 * @param schema {@link #SCHEMA}
 * @param started when the run began
 * @param environment the machine and the JVM
 * @param options the options in force, by name, e.g. {@code stress.budget}
 * @param command the command that runs it again
 * @param variants in teaching order
 * @param scenarios in teaching order
 * @param cells the cells expected, by variant, then by scenario
 */
public record Header(
    String schema,
    Instant started,
    Environment environment,
    Map<String, String> options,
    String command,
    List<VariantFacts> variants,
    List<ScenarioFacts> scenarios,
    List<CellFacts> cells)
    implements EvidenceRecord {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "safebank-evidence/1";

  public Header {
    options = Map.copyOf(options);
    variants = List.copyOf(variants);
    scenarios = List.copyOf(scenarios);
    cells = List.copyOf(cells);
  }
}
