package dev.safebank.stress.program;

import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.model.specification.ReportedProgram;
import dev.safebank.stress.run.ExplorationRecords;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Explores the programs of scenarios on one bank, without a generated test. The outcomes are those
 * that the test would report.
 */
public final class ScenarioExplorer {

  private final LoadedBank.Cache bank;
  private final Explorer explorer;
  private Duration spent = Duration.ZERO;

  /** Explores a bank; its constructor takes the opening balances and a hook. */
  public ScenarioExplorer(Class<?> variant) {
    this.bank = new LoadedBank.Cache(variant.getName());
    this.explorer = new Explorer(ProgramExplorer.WITH_WITNESSES, variant.getClassLoader());
  }

  /**
   * Explores a scenario. One that cannot be explored is incomplete, and says why; so are those that
   * are left when all together have taken as long as a scope may.
   *
   * @param test what the record is to be of
   */
  public ExplorationRecord explore(String test, ReportedProgram scenario) {
    if (spent.compareTo(ProgramExplorer.MOST_SCOPE_TIME) > 0) {
      return ExplorationRecords.of(Exploration.impossible(
          test, "not begun within %d s".formatted(ProgramExplorer.MOST_SCOPE_TIME.toSeconds())));
    }
    long start = System.nanoTime();
    ExplorationRecord record = ExplorationRecords.of(reported(test, scenario));
    spent = spent.plusNanos(System.nanoTime() - start);
    return record;
  }

  private Exploration reported(String test, ReportedProgram scenario) {
    try {
      Exploration explored = explorer.explore(new BankProgramSource(bank, scenario.program()));
      List<ReachedOutcome> outcomes = explored.outcomes().values().stream()
          .map(reached -> reported(reached, scenario))
          .toList();
      return new Exploration(
          test,
          explored.interleavings(),
          explored.redundant(),
          explored.incomplete(),
          merged(outcomes),
          serial(outcomes, scenario.program().actors().size()),
          explored.races(),
          explored.relaxed(),
          explored.nanos());
    } catch (IllegalArgumentException refused) {
      return Exploration.impossible(test, refused.getMessage());
    }
  }

  private static ReachedOutcome reported(ReachedOutcome reached, ReportedProgram scenario) {
    String report = reached.end() == EndState.COMPLETED
        ? scenario.report(ProgramOutcome.of(scenario.program(), reached.calls().orElseThrow()))
        : reached.end().name();
    return named(report, reached, reached.interleavings());
  }

  private static ReachedOutcome named(String report, ReachedOutcome reached, long interleavings) {
    return new ReachedOutcome(
        report,
        reached.end(),
        interleavings,
        reached.serial(),
        reached.witness(),
        reached.calls(),
        reached.orders());
  }

  /** Outcomes that are reported alike are one, shown by the simplest of their witnesses. */
  private static SortedMap<String, ReachedOutcome> merged(List<ReachedOutcome> outcomes) {
    return outcomes.stream()
        .collect(Collectors.toMap(
            ReachedOutcome::outcome, outcome -> outcome, ScenarioExplorer::merged, TreeMap::new));
  }

  private static ReachedOutcome merged(ReachedOutcome one, ReachedOutcome other) {
    ReachedOutcome simpler = other.witness().switches() < one.witness().switches() ? other : one;
    return named(simpler.outcome(), simpler, one.interleavings() + other.interleavings());
  }

  /**
   * Actors that take turns no more often than there are others go one after the other, unless they
   * wait for each other: then each was within a call.
   */
  private static Set<String> serial(List<ReachedOutcome> outcomes, int actors) {
    return outcomes.stream()
        .filter(outcome -> outcome.end() != EndState.DEADLOCK)
        .filter(outcome -> outcome.witness().switches() < actors)
        .map(ReachedOutcome::outcome)
        .collect(Collectors.toSet());
  }
}
