package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.Variables;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.result.Witness;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

  private static final Explorer EXPLORER = new Explorer();

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of(Variables.Increments.class, "2"),
        Arguments.of(Variables.MethodReferences.class, "1, 2; 2, 1"),
        Arguments.of(Variables.Elements.class, "1, 1; 2, 1"),
        Arguments.of(Variables.ThreeWays.class, "1; 2; 10; 11; 12"),
        Arguments.of(Variables.Weak.class, "false, false; true, false; true, true"),
        Arguments.of(Variables.Statics.class, "7, 2"),
        Arguments.of(Variables.CheckThenPut.class, "0, 2; 1, 0; 1, 2"),
        Arguments.of(Variables.Locals.class, "2, 3"),
        Arguments.of(Variables.Hashes.class, "-1; 0; 1"),
        Arguments.of(Variables.Inherited.class, "10, 7; 3, 10"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void everyWayToShareIsInterleaved(Class<?> program, String outcomes) {
    for (Reduction reduction : Reduction.values()) {
      Exploration exploration =
          EXPLORER.explore(program.getName(), Options.DEFAULT.with(reduction));
      assertThat(exploration.outcomes().keySet())
          .as(reduction.name())
          .containsExactlyInAnyOrder(outcomes.split("; ", -1));
      assertThat(exploration.races()).isEmpty();
    }
  }

  @Test
  void whatIsSequentiallyConsistentAndControlledProvesItsOutcomes() {
    assertThat(EXPLORER.explore(Variables.Increments.class).provesOutcomes()).isTrue();
    assertThat(EXPLORER.explore(Variables.ThreeWays.class).provesOutcomes()).isTrue();
    assertThat(EXPLORER.explore(Variables.Hashes.class).provesOutcomes()).isTrue();
  }

  @Test
  void releaseAndAcquireDoNotRaceButProveNothing() {
    Exploration exploration = EXPLORER.explore(Variables.ReleaseAcquire.class);

    assertThat(exploration.outcomes()).containsOnlyKeys("-1", "1");
    assertThat(exploration.races()).isEmpty();
    assertThat(exploration.relaxed())
        .satisfiesExactlyInAnyOrder(
            use -> assertThat(use).matches("VarHandle.getAcquire at Variables.java:\\d+"),
            use -> assertThat(use).matches("VarHandle.setRelease at Variables.java:\\d+"));
    assertThat(exploration.provesOutcomes()).isFalse();
  }

  @Test
  void opaqueAccessesRace() {
    assertThat(EXPLORER.explore(Variables.Opaque.class).races())
        .singleElement()
        .extracting(DataRace::variable)
        .isEqualTo("n");
  }

  @Test
  void aListThatIsNotSafeForThreadsRacesAsAWhole() {
    assertThat(EXPLORER.explore(Variables.RacingList.class).races())
        .singleElement()
        .extracting(WitnessText::words, STRING)
        .matches("list: one writes at Variables.java:\\d+, two writes at Variables.java:\\d+");
  }

  @Test
  void whatCannotBeControlledIsNamed() {
    assertThat(EXPLORER.explore(Variables.Pool.class).incomplete())
        .anyMatch(reason ->
            reason.matches("cannot control ExecutorService.shutdown at Variables.java:\\d+"));
    assertThat(EXPLORER.explore(Variables.Chance.class).incomplete())
        .anyMatch(reason -> reason.startsWith("cannot control Random.<init> at "));
  }

  @Test
  void anActorThatThrowsIsAnOutcome() {
    assertThat(EXPLORER.explore(Variables.Throwing.class).outcomes())
        .containsOnlyKeys("FAILED: one threw java.lang.IllegalStateException: as the test wants");
  }

  @Test
  void aReaderThatOnlySpinsWaitsForAChangeAndProvesItsOutcomes() {
    Exploration exploration = EXPLORER.explore(Variables.Spinner.class);

    assertThat(exploration.outcomes()).containsOnlyKeys("1");
    assertThat(exploration.provesOutcomes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {Variables.CountingSpinner.class, Variables.SecretlyCountingSpinner.class})
  void aReaderThatGivesUpAfterSomeRoundsIsExploredInFull(Class<?> program) {
    Exploration exploration = EXPLORER.explore(program);

    assertThat(exploration.outcomes()).containsOnlyKeys("0", "1", "2", "3");
    assertThat(exploration.complete()).isTrue();
  }

  @Test
  void aFailureForNoReasonIsTriedAgain() {
    assertThat(EXPLORER.explore(Variables.WeakSpinner.class).outcomes()).containsOnlyKeys("1");
  }

  @Test
  void aLoopThatGetsOnIsNoSpin() {
    Exploration scanner = EXPLORER.explore(Variables.Scanner.class);
    assertThat(scanner.outcomes()).containsOnlyKeys("3", "4", "5", "6");
    assertThat(scanner.complete()).isTrue();

    Exploration walker = EXPLORER.explore(Variables.Walker.class);
    assertThat(walker.outcomes()).containsOnlyKeys("0", "10");
    assertThat(walker.provesOutcomes()).isTrue();
  }

  @Test
  void aReleaseThatHandsBackWhatWasTakenProvesOutcomes() {
    Exploration exploration = EXPLORER.explore(Variables.Handover.class);

    assertThat(exploration.outcomes()).containsOnlyKeys("1, 2", "2, 1");
    assertThat(exploration.provesOutcomes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {Variables.Peek.class, Variables.StrangersHandover.class})
  void aReleaseThatOthersMaySeeComeLateProvesNothing(Class<?> program) {
    Exploration exploration = EXPLORER.explore(program);

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.relaxed())
        .singleElement()
        .asString()
        .matches("AtomicInteger.setRelease at Variables.java:\\d+");
    assertThat(exploration.provesOutcomes()).isFalse();
  }

  @Test
  void aRaceInOneOrderOfHashCodesIsWitnessedInThatOrder() {
    Exploration exploration = EXPLORER.explore(Variables.RaceByHash.class);

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.races())
        .singleElement()
        .extracting(WitnessText::words, STRING)
        .startsWith("n: ");
  }

  @Test
  void aReaderThatSpinsForEverIsStuck() {
    Exploration exploration = EXPLORER.explore(Variables.Forsaken.class);

    assertThat(exploration.outcomes()).containsOnlyKeys("STUCK");
    Witness stuck = exploration.outcomes().get("STUCK").witness();
    assertThat(stuck.waiting()).singleElement().satisfies(waiting -> {
      assertThat(stuck.actors().get(waiting.actor())).isEqualTo("reader");
      assertThat(waiting.kind()).isEqualTo(ResourceKind.VARIABLE);
    });
  }

  @Test
  void aClassThatIsNoTestIsRefusedWithTheReason() {
    assertThatThrownBy(() -> EXPLORER.explore(VariablesTest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VariablesTest has no method with @Actor: is it a jcstress test?");
    assertThatThrownBy(() -> EXPLORER.explore("no.such.Test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no class no.such.Test on the class path");
  }
}
