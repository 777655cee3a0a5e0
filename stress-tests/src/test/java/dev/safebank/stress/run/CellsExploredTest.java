package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.safebank.model.Promise;
import dev.safebank.stress.evidence.OutcomeFacts;
import dev.safebank.stress.explore.Explorer;
import dev.safebank.stress.explore.engine.Options;
import dev.safebank.stress.explore.engine.Reduction;
import dev.safebank.stress.explore.result.DataRace;
import dev.safebank.stress.explore.result.Exploration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cell, every interleaving: no interleaving breaks what a variant claims to keep, and some
 * interleaving breaks each promise that it does not.
 */
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

  private static final Explorer EXPLORER = new Explorer();

  @TestFactory
  Stream<DynamicNode> interleavingsAgreeWithClaims() {
    return variants().entrySet().stream().map(variant -> {
      Set<Promise> broken = EnumSet.noneOf(Promise.class);
      List<StressCell> cells = variant.getValue();
      Stream<DynamicNode> scenarios = cells.stream()
          .map(cell -> dynamicTest(cell.scenario().name(), () -> check(cell, broken)));
      DynamicNode all = dynamicTest(
          "breaks all that it does not claim to keep",
          () -> assertThat(broken).isEqualTo(EnumSet.complementOf(keeps(cells.get(0)))));
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

  private static void check(StressCell cell, Set<Promise> broken) {
    Exploration exploration = EXPLORER.explore(cell.test());
    exploration.outcomes().keySet().forEach(outcome -> {
      assertThat(cell.scenario().declared(outcome)).as("declared: %s", outcome).isPresent();
      cell.brokenBy(outcome).ifPresent(broken::add);
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

  /** Those declared, unless the variant is at fault even when its actors go one by one. */
  private static void checkSerialOutcomes(StressCell cell, Exploration exploration) {
    Set<String> declared = cell.scenario().outcomes().stream()
        .filter(OutcomeFacts::serial)
        .map(OutcomeFacts::outcome)
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> computed = new TreeSet<>(exploration.serialOutcomes());
    computed.removeIf(outcome -> cell.brokenBy(outcome)
        .filter(promise -> cell.admits().contains(promise))
        .isPresent());
    if (cell.admits().isEmpty()) {
      assertThat(computed).isEqualTo(declared);
    } else {
      assertThat(declared).containsAll(computed);
    }
  }

  private static void checkWitnesses(Exploration exploration) {
    exploration.outcomes().values().forEach(outcome -> {
      assertThat(outcome.witness().steps()).as(outcome.outcome()).isNotEmpty();
      boolean waits = outcome.outcome().equals("DEADLOCK") || outcome.outcome().equals("STUCK");
      assertThat(outcome.witness().waiting().isEmpty()).as(outcome.outcome()).isEqualTo(!waits);
    });
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
    return new TreeSet<>(List.of(race.first().where(), race.second().where())).toString();
  }
}
