package dev.safebank.stress.run.plan;

import static dev.safebank.stress.run.SampleCells.CROSSING;
import static dev.safebank.stress.run.SampleCells.DEADLOCKING;
import static dev.safebank.stress.run.SampleCells.SAFE;
import static dev.safebank.stress.run.SampleCells.TORN;
import static dev.safebank.stress.run.SampleCells.UNSAFE;
import static dev.safebank.stress.run.SampleCells.VALIDATE;
import static dev.safebank.stress.run.SampleCells.cell;
import static dev.safebank.stress.run.SampleCells.saw;
import static dev.safebank.stress.run.SampleCells.wentWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.cell.StressCell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);
  private static final List<VmConfiguration> CONFIGURATIONS = List.of(VmConfiguration.values());
  private static final Map<String, Long> IN_ORDER = Map.of("MOVED, 200", 200_000L);

  @Test
  void givesEveryCellATurnBeforeAnyGetsASecond() {
    List<StressCell> cells = List.of(
        cell(SAFE, VALIDATE), cell(SAFE, CROSSING), cell(TORN, VALIDATE), cell(TORN, CROSSING));
    Planner planner = planner(cells);

    List<StressCell> firstRound =
        launch(planner, 4).stream().map(PlannedFork::cell).toList();

    assertThat(firstRound).containsExactlyInAnyOrderElementsOf(cells);
  }

  @Test
  void beginsWithTheScenariosThatCanBreakMost() {
    Planner planner = planner(List.of(cell(SAFE, CROSSING), cell(SAFE, VALIDATE)));

    assertThat(next(planner).cell()).isEqualTo(cell(SAFE, VALIDATE));
  }

  @Test
  void coversACellInTwoConfigurations() {
    StressCell safe = cell(SAFE, VALIDATE);
    Planner planner = planner(List.of(safe));

    PlannedFork first = next(planner);
    planner.ended(first, saw(first, IN_ORDER));
    assertThat(planner.tally().covered()).isZero();
    PlannedFork second = next(planner);
    planner.ended(second, saw(second, IN_ORDER));

    assertThat(second.configuration()).isNotEqualTo(first.configuration());
    assertThat(planner.tally().covered()).isOne();
    assertThat(planner.thin()).isEmpty();
  }

  @Test
  void samplesLongerWhereSamplesComeSlowly() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork first = next(planner);

    planner.ended(first, saw(first, Map.of("MOVED, 200", 25_000L)));

    assertThat(next(planner).samplingMillis()).isEqualTo(520);
  }

  @Test
  void takesAShortFirstLookWhereActorsMayBlock() {
    Planner wary = planner(List.of(cell(DEADLOCKING, VALIDATE)));
    Planner confident = planner(List.of(cell(TORN, VALIDATE)));

    assertThat(next(wary).samplingMillis()).isLessThan(next(confident).samplingMillis());
  }

  @Test
  void aWitnessedDeadlockCoversItsCell() {
    Planner planner = planner(List.of(cell(DEADLOCKING, CROSSING)));
    PlannedFork first = next(planner);

    planner.ended(first, saw(first, Map.of("DEADLOCK, MOVED", 3L)));

    assertThat(planner.tally().covered()).isOne();
    assertThat(planner.tally().witnessed()).isOne();
  }

  @Test
  void huntsForAnAdmittedBreakOnOtherConfigurationsUntilItIsSeen() {
    StressCell torn = cell(TORN, VALIDATE);
    Planner planner = planner(List.of(torn));
    List<VmConfiguration> tried = new ArrayList<>();
    for (int fork = 0; fork < 6; fork++) {
      PlannedFork next = next(planner);
      tried.add(next.configuration());
      planner.ended(next, saw(next, IN_ORDER));
    }
    assertThat(tried).containsAll(CONFIGURATIONS);
    assertThat(planner.unwitnessed())
        .hasToString("[TornBank × CONSISTENT_TOTAL, TornBank × LINEARIZABLE]");

    PlannedFork lucky = next(planner);
    planner.ended(lucky, saw(lucky, Map.of("MOVED, 200", 200_000L, "MOVED, 150", 1L)));

    assertThat(planner.unwitnessed()).isEmpty();
  }

  @Test
  void aTornTotalOfAVariantThatClaimsConsistencyIsNoWitness() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE), cell(TORN, VALIDATE)));
    List<PlannedFork> both = launch(planner, 2);
    PlannedFork safe = both.stream()
        .filter(fork -> fork.cell().variant().equals(SAFE))
        .findFirst()
        .orElseThrow();

    planner.ended(safe, saw(safe, Map.of("MOVED, 150", 1L)));

    assertThat(planner.tally().witnessed()).isZero();
    assertThat(planner.tally().expected()).isEqualTo(2);
  }

  @Test
  void whileBreaksAreHuntedClaimsAreNotForgotten() {
    Planner planner = planner(List.of(cell(TORN, VALIDATE), cell(SAFE, VALIDATE)));
    cover(planner, 4);

    List<PlannedFork> later = new ArrayList<>();
    for (int fork = 0; fork < 9; fork++) {
      PlannedFork next = next(planner);
      planner.ended(next, saw(next, IN_ORDER));
      later.add(next);
    }

    assertThat(later).filteredOn(fork -> fork.cell().variant().equals(SAFE)).hasSizeBetween(2, 4);
    assertThat(later).filteredOn(fork -> fork.cell().variant().equals(TORN)).hasSizeBetween(5, 7);
  }

  @Test
  void whatIsLeftGoesToClaimsInEqualShares() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE), cell(SAFE, CROSSING)));
    cover(planner, 4);

    List<PlannedFork> later = new ArrayList<>();
    for (int fork = 0; fork < 8; fork++) {
      PlannedFork next = next(planner);
      planner.ended(next, saw(next, IN_ORDER));
      later.add(next);
    }

    assertThat(later)
        .filteredOn(fork -> fork.cell().scenario().equals(VALIDATE))
        .hasSize(4);
    assertThat(later).extracting(PlannedFork::configuration).containsAll(CONFIGURATIONS);
  }

  @Test
  void endsEarlyWhenNothingIsClaimedAndAllIsSeen() {
    StressCell cell = cell(UNSAFE, CROSSING);
    Planner planner = planner(List.of(cell));
    PlannedFork first = next(planner);

    planner.ended(first, saw(first, Map.of("DEADLOCK, MOVED", 3L, "REFUSED, MOVED", 1L)));

    assertThat(planner.next(PLENTY, Duration.ZERO)).isEmpty();
  }

  @Test
  void runsOnceMoreWhatWasHeldUpAndNoMore() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork first = next(planner);
    planner.ended(first, wentWrong(first, ForkStatus.TIMED_OUT));

    PlannedFork again = next(planner);
    planner.ended(again, wentWrong(again, ForkStatus.TIMED_OUT));

    assertThat(again).isEqualTo(first.again());
    assertThat(planner.next(PLENTY, Duration.ZERO)).isEmpty();
    assertThat(planner.thin()).hasSize(1);
  }

  @Test
  void repeatsAForkThatOthersKillTenTimes() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork fork = next(planner);
    for (int repeats = 1; repeats <= 10; repeats++) {
      planner.ended(fork, wentWrong(fork, ForkStatus.KILLED));
      fork = next(planner);
      assertThat(fork.repeats()).isEqualTo(repeats);
    }

    planner.ended(fork, wentWrong(fork, ForkStatus.KILLED));

    assertThat(next(planner).repeat()).isFalse();
  }

  @Test
  void doesNotRepeatWhatAnotherForkHasMadeGood() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork killed = next(planner);
    PlannedFork good = PlannedFork.first(killed.cell(), killed.configuration(), 100);
    planner.recall(wentWrong(killed, ForkStatus.KILLED));
    planner.recall(saw(good, Map.of("MOVED, 200", 100_000L)));

    assertThat(next(planner).repeat()).isFalse();
  }

  @Test
  void repeatsAForkThatWasKilledInTheRunThatIsResumed() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork killed = PlannedFork.first(cell(SAFE, VALIDATE), VmConfiguration.C1, 30_000);
    planner.recall(wentWrong(killed, ForkStatus.KILLED));

    PlannedFork again = next(planner);

    assertThat(again.repeat()).isTrue();
    assertThat(again.samplingMillis()).isLessThanOrEqualTo(2_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = ForkStatus.class,
      names = {"FAILED", "CRASHED", "HUNG"})
  void doesNotRepeatAForkThatWentWrongByItself(ForkStatus status) {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork first = next(planner);

    planner.ended(first, wentWrong(first, status));

    assertThat(next(planner).repeat()).isFalse();
  }

  @Test
  void aForkThatHungDoesNotMakeTheNextOnesSeemLong() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));
    PlannedFork first = PlannedFork.first(cell(SAFE, VALIDATE), VmConfiguration.C2, 20_000);

    planner.ended(next(planner), wentWrong(first, ForkStatus.HUNG));

    assertThat(planner.next(Duration.ofMillis(500), Duration.ZERO)).isPresent();
  }

  @Test
  void plansNothingThatDoesNotFitIntoWhatIsLeft() {
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));

    assertThat(planner.next(Duration.ofMillis(100), Duration.ZERO)).isEmpty();
    assertThat(planner.untried()).hasSize(1);
    assertThat(planner.next(PLENTY, Duration.ZERO)).isPresent();
    assertThat(planner.untried()).isEmpty();
  }

  @Test
  void overrunsForCellsThatHadNoTurnButNotForClaims() {
    Duration overspent = Duration.ofSeconds(-1);
    Duration overrun = Duration.ofMinutes(5);
    Planner planner = planner(List.of(cell(SAFE, VALIDATE)));

    assertThat(planner.next(overspent, Duration.ZERO)).isEmpty();
    for (int fork = 0; fork < CellProgress.COVERAGE_CONFIGURATIONS; fork++) {
      PlannedFork next = planner.next(overspent, overrun).orElseThrow();
      planner.ended(next, saw(next, IN_ORDER));
    }

    assertThat(planner.tally().covered()).isEqualTo(1);
    assertThat(planner.next(overspent, overrun)).isEmpty();
  }

  @Test
  void theSameHistoryGivesTheSamePlan() {
    assertThat(history()).isEqualTo(history());
  }

  @Test
  void estimatesTwoForksForEveryCell() {
    List<StressCell> cells = List.of(cell(SAFE, VALIDATE), cell(SAFE, CROSSING));
    assertThat(new Planner(cells, CONFIGURATIONS, 1).coverageEstimate())
        .isEqualTo(new Planner(cells, CONFIGURATIONS, 2).coverageEstimate().multipliedBy(2))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  private static List<PlannedFork> history() {
    Planner planner =
        planner(List.of(cell(SAFE, VALIDATE), cell(TORN, CROSSING), cell(DEADLOCKING, CROSSING)));
    List<PlannedFork> history = new ArrayList<>();
    for (int fork = 0; fork < 20; fork++) {
      PlannedFork next = next(planner);
      planner.ended(next, saw(next, Map.of("MOVED, 200", 40_000L * fork)));
      history.add(next);
    }
    return history;
  }

  private static void cover(Planner planner, int forks) {
    launch(planner, forks).forEach(fork -> planner.ended(fork, saw(fork, IN_ORDER)));
    assertThat(planner.tally().covered()).isEqualTo(planner.tally().cells());
  }

  private static List<PlannedFork> launch(Planner planner, int forks) {
    return IntStream.range(0, forks).mapToObj(fork -> next(planner)).toList();
  }

  private static PlannedFork next(Planner planner) {
    return planner.next(PLENTY, Duration.ZERO).orElseThrow();
  }

  private static Planner planner(List<StressCell> cells) {
    return new Planner(cells, CONFIGURATIONS, 2);
  }
}
