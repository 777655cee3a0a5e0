package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.result.Replay;
import dev.safebank.explore.result.Witness;
import dev.safebank.model.Promise;
import dev.safebank.model.specification.AnomalyKind;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.watch.Watchdog;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cell, every interleaving: no interleaving breaks what a variant claims to keep, and some
 * interleaving breaks each promise that it does not.
 */
@Tag("slow")
class CellsExploredTest {

  /** Variants that take locks and give them back until they get all; the explorer says so. */
  private static final Set<String> SPINNING = Set.of("BackoffBank");

  /** Variants whose validators read under a stamp that is asked afterwards whether it was good. */
  private static final Set<String> OPTIMISTIC =
      Set.of("OptimisticBank", "UnvalidatedOptimisticBank");

  /**
   * How many interleavings of a cell are run to referee the reduction; a property of the same name
   * asks for more.
   */
  private static final long REFEREED = Long.getLong("safebank.test.refereed", 2_000);

  private static final Explorer EXPLORER =
      new Explorer(Options.DEFAULT.leavingOut(Watchdog.PACKAGE));

  /** Has explored nothing, and so knows only what schedules tell. */
  private static final Explorer REPLAYER =
      new Explorer(Options.DEFAULT.leavingOut(Watchdog.PACKAGE));

  @TestFactory
  Stream<DynamicNode> interleavingsAgreeWithClaims() {
    return variants().entrySet().stream().map(variant -> {
      List<StressCell> cells = variant.getValue();
      Stream<DynamicNode> scenarios = cells.stream()
          .map(cell -> dynamicTest(
              cell.scenario().name(), () -> check(cell, EnumSet.noneOf(Promise.class))));
      DynamicNode all = dynamicTest(
          "breaks all that it does not claim to keep", () -> breaksAllThatItAdmits(cells));
      return dynamicContainer(variant.getKey(), Stream.concat(scenarios, Stream.of(all)));
    });
  }

  @TestFactory
  Stream<DynamicNode> reducedSearchFindsWhatTheUnreducedOneFinds() {
    return variants().entrySet().stream()
        .map(variant -> dynamicContainer(
            variant.getKey(),
            variant.getValue().stream()
                .map(cell -> dynamicTest(cell.scenario().name(), () -> referee(cell)))));
  }

  private static Map<String, List<StressCell>> variants() {
    return CellDiscovery.onClassPath().stream()
        .filter(cell -> cell.test().startsWith("dev.safebank.stress.cells."))
        .collect(Collectors.groupingBy(
            cell -> cell.variant().name(), LinkedHashMap::new, Collectors.toList()));
  }

  private static EnumSet<Promise> keeps(StressCell cell) {
    EnumSet<Promise> keeps = EnumSet.noneOf(Promise.class);
    keeps.addAll(cell.variant().keeps());
    return keeps;
  }

  /** Explores the cells again: it may be the only test that is run. */
  private static void breaksAllThatItAdmits(List<StressCell> cells) {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    cells.forEach(cell -> check(cell, broken));
    assertThat(broken).isEqualTo(EnumSet.complementOf(keeps(cells.get(0))));
  }

  private static void check(StressCell cell, Set<Promise> broken) {
    Exploration exploration = EXPLORER.explore(cell.test());
    ExplorationRecord recorded = ExplorationRecords.of(exploration);
    recorded.witnesses().forEach(witness -> {
      Set<AnomalyKind> anomalies = cell.scenario().anomalies(witness);
      assertThat(anomalies).as(witness.outcome()).doesNotContain(AnomalyKind.FORBIDDEN_RESULT);
      anomalies.forEach(kind -> broken.addAll(kind.breaks()));
    });
    assertThat(EnumSet.copyOf(broken)).as("broken").doesNotContainAnyElementsOf(keeps(cell));
    checkSerialOutcomes(cell, exploration);
    checkWitnesses(exploration);
    String variant = cell.variant().name();
    if (!SPINNING.contains(variant)) {
      assertThat(exploration.incomplete()).isEmpty();
    }
    if (!OPTIMISTIC.contains(variant)) {
      assertThat(exploration.relaxed()).isEmpty();
    }
    boolean right = keeps(cell).size() == Promise.values().length;
    if (right && !SPINNING.contains(variant) && !OPTIMISTIC.contains(variant)) {
      assertThat(exploration.provesOutcomes())
          .as("proves: %s", exploration.races())
          .isTrue();
    }
  }

  /** Those of the specification, unless the variant is at fault even when called alone. */
  private static void checkSerialOutcomes(StressCell cell, Exploration exploration) {
    Set<String> specified = cell.scenario().serialOutcomes();
    Set<String> given = new TreeSet<>(exploration.serialOutcomes());
    given.removeIf(outcome -> !cell.brokenBy(outcome).isEmpty()
        && (BlockageKind.in(outcome).isPresent()
            || cell.admits().containsAll(cell.brokenBy(outcome))));
    if (cell.admits().isEmpty()) {
      assertThat(given).isEqualTo(specified);
    } else {
      assertThat(specified).containsAll(given);
    }
  }

  private static void checkWitnesses(Exploration exploration) {
    exploration.outcomes().values().forEach(outcome -> {
      assertThat(outcome.witness().steps()).as(outcome.outcome()).isNotEmpty();
      boolean waits = BlockageKind.in(outcome.outcome()).isPresent();
      assertThat(outcome.witness().waiting().isEmpty()).as(outcome.outcome()).isEqualTo(!waits);
      assertThat(outcome.end() == EndState.COMPLETED).isEqualTo(!waits);
      checkReplay(exploration.test(), outcome);
    });
    exploration
        .races()
        .forEach(race -> assertThat(REPLAYER
                .replay(exploration.test(), race.witness().schedule())
                .witness()
                .steps())
            .isEqualTo(race.witness().steps()));
  }

  private static void checkReplay(String test, ReachedOutcome reached) {
    Witness witness = reached.witness();
    Replay replay = REPLAYER.replay(test, witness.schedule());
    assertThat(replay.outcome()).as(witness.schedule()).isEqualTo(reached.outcome());
    assertThat(replay.end()).as(witness.schedule()).isEqualTo(reached.end());
    assertThat(replay.witness().steps()).as(witness.schedule()).isEqualTo(witness.steps());
    assertThat(replay.witness().waiting()).as(witness.schedule()).isEqualTo(witness.waiting());
  }

  private static void referee(StressCell cell) {
    Options reduced = Options.DEFAULT.withoutSimplestWitnesses();
    Options all = reduced.with(Reduction.NONE).with(reduced.limits().withExecutions(REFEREED));
    Exploration unreduced = EXPLORER.explore(cell.test(), all);
    if (unreduced.complete()) {
      Exploration exploration = EXPLORER.explore(cell.test(), reduced);
      assertThat(exploration.outcomes().keySet()).isEqualTo(unreduced.outcomes().keySet());
      assertThat(races(exploration)).isEqualTo(races(unreduced));
      assertThat(exploration.interleavings()).isLessThanOrEqualTo(unreduced.interleavings());
    }
  }

  private static Set<String> races(Exploration exploration) {
    return exploration.races().stream()
        .map(CellsExploredTest::lines)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String lines(DataRace race) {
    return new TreeSet<>(
            List.of(race.first().where().toString(), race.second().where().toString()))
        .toString();
  }
}
