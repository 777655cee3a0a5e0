package dev.safebank.evidence;

import dev.safebank.evidence.bounds.Bounds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The first line: where and how the run was made, and what it owes records for: every cell, and
 * every scope for every variant. It says all that verdicts need to know of variants and scenarios,
 * so that evidence can be judged without their classes.
 *
 * @param schema {@link #SCHEMA}
 * @param run an id that no other run has
 * @param started when the run began
 * @param environment the machine and the JVM
 * @param options the options in force, by name, e.g. {@code stress.budget}
 * @param command the command that runs it again
 * @param replay the command that runs one witness again; {@value #SCHEDULE} and {@value #TEST}
 *     stand for its schedule and its test
 * @param variants in teaching order
 * @param scenarios in teaching order
 * @param cells the cells expected, by variant, then by scenario
 * @param scopes the scopes expected for each variant, in the order of their exploration
 */
public record Header(
    String schema,
    String run,
    Instant started,
    Environment environment,
    Map<String, String> options,
    String command,
    String replay,
    List<VariantFacts> variants,
    List<ScenarioFacts> scenarios,
    List<CellFacts> cells,
    List<ScopeFacts> scopes)
    implements EvidenceRecord {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "safebank-evidence/3";

  /** The option of a plan that names the build which wrote it. */
  public static final String BUILD = "build";

  /** The placeholder of the schedule in {@link #replay}. */
  public static final String SCHEDULE = "{schedule}";

  /** The placeholder of the test class in {@link #replay}. */
  public static final String TEST = "{test}";

  public Header {
    Bounds.moment("started", started);
    Set<String> variantNames = Bounds.distinct("variant", variants, VariantFacts::name);
    Set<String> scenarioNames = Bounds.distinct("scenario", scenarios, ScenarioFacts::name);
    Bounds.distinct("cell", cells, CellFacts::test);
    Bounds.distinct("cell", cells, cell -> cell.variant() + " in " + cell.scenario());
    Bounds.distinct("scope", scopes, ScopeFacts::name);
    for (CellFacts cell : cells) {
      if (!variantNames.contains(cell.variant()) || !scenarioNames.contains(cell.scenario())) {
        throw new IllegalArgumentException(
            "cell \"%s\" is of a variant or scenario that is not there".formatted(cell.test()));
      }
    }
    options = Map.copyOf(options);
    variants = List.copyOf(variants);
    scenarios = List.copyOf(scenarios);
    cells = List.copyOf(cells);
    scopes = List.copyOf(scopes);
  }

  /** The same header with one more option. */
  public Header withOption(String name, String value) {
    Map<String, String> more = new TreeMap<>(options);
    more.put(name, value);
    return with(more, scopes);
  }

  /** The same header with the scopes of programs that the run explores as well. */
  public Header withScopes(List<ScopeFacts> announced) {
    return with(options, announced);
  }

  private Header with(Map<String, String> newOptions, List<ScopeFacts> newScopes) {
    return new Header(
        schema,
        run,
        started,
        environment,
        newOptions,
        command,
        replay,
        variants,
        scenarios,
        cells,
        newScopes);
  }
}
