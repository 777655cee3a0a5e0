package dev.safebank.stress.run;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.model.Promise;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.scenario.ScenarioNotation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Variants, scenarios and forks made up for tests. */
public final class SampleCells {

  public static final VariantFacts SAFE = variant("SafeBank", EnumSet.allOf(Promise.class));
  public static final VariantFacts TORN = variant(
      "TornBank", EnumSet.complementOf(EnumSet.of(Promise.CONSISTENT_TOTAL, Promise.LINEARIZABLE)));
  public static final VariantFacts DEADLOCKING =
      variant("DeadlockingBank", EnumSet.complementOf(EnumSet.of(Promise.NEVER_DEADLOCKS)));

  /** Breaks all that {@link #CROSSING} can break. */
  public static final VariantFacts LOSING = variant(
      "LosingBank",
      EnumSet.complementOf(EnumSet.of(Promise.NEVER_DEADLOCKS, Promise.LINEARIZABLE)));

  public static final VariantFacts UNSAFE = variant("UnsafeBank", EnumSet.noneOf(Promise.class));

  /** Can break CONSISTENT_TOTAL, NEVER_DEADLOCKS and LINEARIZABLE. */
  public static final ScenarioFacts VALIDATE = scenario("Validate", "A→B 50", "validate");

  /** Can break only NEVER_DEADLOCKS and LINEARIZABLE. */
  public static final ScenarioFacts CROSSING = scenario("Crossing", "A→B 50", "B→A 50");

  private SampleCells() {}

  public static StressCell cell(VariantFacts variant, ScenarioFacts scenario) {
    return new StressCell(
        "sample." + variant.name() + "_" + scenario.name(),
        scenario.actors().size(),
        variant,
        scenario,
        "classes of " + variant.name());
  }

  /** A scenario of two accounts, which reports no balance. */
  public static ScenarioFacts scenario(String name, String... actors) {
    String reports = Arrays.stream(actors)
        .map(actor -> actor.equals("validate") ? "total" : "status")
        .collect(Collectors.joining(", "));
    return new ScenarioFacts(
        name,
        "sample." + name,
        "A story.",
        List.of(actors),
        reports,
        ScenarioNotation.read(2, List.of(actors), reports),
        Map.of());
  }

  public static ForkRecord saw(PlannedFork fork, Map<String, Long> outcomes) {
    return record(fork, ForkStatus.COMPLETED, outcomes, "");
  }

  public static ForkRecord wentWrong(PlannedFork fork, ForkStatus status) {
    return record(fork, status, Map.of(), "Failed with error code 1");
  }

  private static ForkRecord record(
      PlannedFork fork, ForkStatus status, Map<String, Long> outcomes, String message) {
    return new ForkRecord(
        fork.cell().test(),
        fork.configuration().shortName(),
        fork.configuration().options(),
        status,
        new TreeMap<>(outcomes),
        fork.samplingMillis() + 200L,
        List.of(),
        message);
  }

  private static VariantFacts variant(String name, Set<Promise> keeps) {
    return new VariantFacts(name, "sample." + name, "an idea", keeps, Optional.empty());
  }
}
