package dev.safebank.faults.matrix;

import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ScenarioFacts;
import dev.safebank.stress.program.ScenarioExplorer;
import java.util.List;

/** Which faulty banks some scenarios can show to be faulty at all: their exploration tells. */
final class ScenarioReach {

  private final ClassLoader banks;
  private final List<ScenarioFacts> scenarios;

  /** The reach of some scenarios, for banks that a loader finds. */
  ScenarioReach(ClassLoader banks, List<ScenarioFacts> scenarios) {
    this.banks = banks;
    this.scenarios = List.copyOf(scenarios);
  }

  /**
   * Whether an interleaving of a scenario ends in what the specification does not allow. A bank
   * that cannot be explored to the end counts as in reach: it is not known that it is not.
   */
  boolean includes(FaultTrial trial) {
    ScenarioExplorer explorer = new ScenarioExplorer(load(trial));
    return scenarios.stream().anyMatch(scenario -> {
      ExplorationRecord record = explorer.explore(scenario.name(), scenario.program());
      return !record.incomplete().isEmpty()
          || record.outcomes().keySet().stream()
              .anyMatch(outcome -> !scenario.anomalies(outcome).isEmpty());
    });
  }

  private Class<?> load(FaultTrial trial) {
    try {
      return Class.forName(trial.className(), false, banks);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(trial.className() + " was compiled before", e);
    }
  }
}
