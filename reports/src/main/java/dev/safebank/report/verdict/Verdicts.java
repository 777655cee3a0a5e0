package dev.safebank.report.verdict;

import dev.safebank.report.verdict.fleet.FleetInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The verdicts of a run: the content of {@code verdicts.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param complete whether the evidence is whole, and holds every cell that it announced
 * @param run how the evidence was made; empty without evidence
 * @param environment where it was made; empty without evidence, and where platforms differ
 * @param fleet the machines of a run that was dealt out to several; empty if one made it all
 * @param scenarios in teaching order
 * @param variants in teaching order
 * @param objections to the evidence as a whole; those to a variant are with the variant
 */
public record Verdicts(
    String schema,
    boolean complete,
    Optional<RunInfo> run,
    Optional<EnvironmentInfo> environment,
    Optional<FleetInfo> fleet,
    List<ScenarioInfo> scenarios,
    List<VariantVerdict> variants,
    List<GateViolation> objections) {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "safebank-verdicts/3";

  public Verdicts {
    scenarios = List.copyOf(scenarios);
    variants = List.copyOf(variants);
    objections = List.copyOf(objections);
  }

  /**
   * Why the build must not pass, the gravest first; empty if it may. A promise that is untested
   * because of a cell is not listed beside that cell, and what several cells have in common is
   * listed once.
   */
  public List<GateViolation> reasons() {
    return Stream.concat(
            objections.stream(), variants.stream().flatMap(variant -> variant.reasons().stream()))
        .distinct()
        .sorted(Comparator.comparing(GateViolation::kind))
        .toList();
  }

  /** Whether nothing stands against passing the build. */
  public boolean pass() {
    return reasons().isEmpty();
  }

  /** The facts of a scenario. */
  public Optional<ScenarioInfo> scenario(String name) {
    return scenarios.stream().filter(facts -> facts.name().equals(name)).findFirst();
  }

  /** The verdicts of a variant. */
  public Optional<VariantVerdict> variant(String name) {
    return variants.stream().filter(verdict -> verdict.name().equals(name)).findFirst();
  }

  /** All samples of the run. */
  public long samples() {
    return cells().mapToLong(CellVerdict::samples).sum();
  }

  /** All executions explored. */
  public long interleavings() {
    return cells().mapToLong(CellVerdict::interleavings).sum();
  }

  /** All data races found. */
  public long races() {
    return cells()
        .flatMap(cell -> cell.exploration().stream())
        .mapToLong(exploration -> exploration.races().size())
        .sum();
  }

  /** The samples on each platform of a run that was dealt out to several machines. */
  public SortedMap<String, Long> samplesByPlatform() {
    SortedMap<String, Long> samples = new TreeMap<>();
    fleet.ifPresent(machines -> {
      if (machines.mixed()) {
        cells()
            .flatMap(cell -> cell.outcomes().stream())
            .forEach(outcome -> machines
                .byPlatform(outcome.configurations())
                .forEach((platform, count) -> samples.merge(platform, count, Long::sum)));
      } else {
        machines.platforms().forEach(platform -> samples.put(platform.name(), samples()));
      }
    });
    return samples;
  }

  private Stream<CellVerdict> cells() {
    return variants.stream().flatMap(variant -> variant.scenarios().stream());
  }
}
