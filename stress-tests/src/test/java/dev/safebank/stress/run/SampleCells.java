package dev.safebank.stress.run;

import dev.safebank.model.Promise;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
import dev.safebank.stress.evidence.OutcomeFacts;
import dev.safebank.stress.evidence.ScenarioFacts;
import dev.safebank.stress.evidence.VariantFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Variants, scenarios and forks made up for tests. */
final class SampleCells {

  static final VariantFacts SAFE = variant("SafeBank", EnumSet.allOf(Promise.class));
  static final VariantFacts TORN =
      variant("TornBank", EnumSet.complementOf(EnumSet.of(Promise.CONSISTENT_TOTAL)));
  static final VariantFacts DEADLOCKING =
      variant("DeadlockingBank", EnumSet.complementOf(EnumSet.of(Promise.NEVER_DEADLOCKS)));

  /** Can break CONSISTENT_TOTAL and NEVER_DEADLOCKS. */
  static final ScenarioFacts VALIDATE = scenario(
      "Validate",
      2,
      List.of(
          new OutcomeFacts("MOVED, 200", Optional.empty(), "in order"),
          new OutcomeFacts("MOVED, 150", Optional.of(Promise.CONSISTENT_TOTAL), "torn")));

  /** Can break only NEVER_DEADLOCKS. */
  static final ScenarioFacts CROSSING = scenario(
      "Crossing", 2, List.of(new OutcomeFacts("MOVED, MOVED", Optional.empty(), "in order")));

  private SampleCells() {}

  static StressCell cell(VariantFacts variant, ScenarioFacts scenario) {
    return new StressCell(
        "sample." + variant.name() + "_" + scenario.name(),
        scenario.actors().size(),
        variant,
        scenario);
  }

  static ScenarioFacts scenario(String name, int actors, List<OutcomeFacts> outcomes) {
    List<OutcomeFacts> all = new java.util.ArrayList<>(outcomes);
    all.add(OutcomeFacts.deadlock());
    all.add(OutcomeFacts.stuck(Promise.NEVER_DEADLOCKS));
    return new ScenarioFacts(
        name,
        "sample." + name,
        "A story.",
        java.util.Collections.nCopies(actors, "acts"),
        "it",
        all);
  }

  static ForkRecord saw(PlannedFork fork, Map<String, Long> outcomes) {
    return record(fork, ForkStatus.COMPLETED, outcomes, "");
  }

  static ForkRecord wentWrong(PlannedFork fork, ForkStatus status) {
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
