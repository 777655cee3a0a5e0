package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.FinalFields;
import dev.safebank.explore.programs.Initializers;
import dev.safebank.explore.programs.StaticFields;
import dev.safebank.explore.programs.Troubles;
import dev.safebank.explore.result.Exploration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassStateTest {

  private static final Explorer EXPLORER = new Explorer();

  static Stream<Arguments> withoutRaces() {
    return Stream.of(
        Arguments.of(StaticFields.WithoutInitializer.class, "1; 2"),
        Arguments.of(StaticFields.HalfInitialized.class, "12, 14; 14, 12"),
        Arguments.of(StaticFields.Elsewhere.class, "101, 204; 204, 101"),
        Arguments.of(StaticFields.LockLeftLocked.class, "true, false; false, true"),
        Arguments.of(StaticFields.Handles.class, "5, 7; 6, 6; 7, 5"),
        Arguments.of(StaticFields.Lambda.class, "1, 2; 2, 1"),
        Arguments.of(StaticFields.StaticThreadLocal.class, "1, 1"),
        Arguments.of(StaticFields.EnumWithState.class, "1, 2; 2, 1"),
        Arguments.of(StaticFields.EnumConstants.class, "11, 22; 22, 11"),
        Arguments.of(StaticFields.InterfaceConstant.class, "8, 9; 9, 8"),
        Arguments.of(StaticFields.Constants.class, "2, 3"),
        Arguments.of(Initializers.ByFirstUse.class, "1, 2; 2, 1"),
        Arguments.of(Initializers.ReadsSetting.class, "0; 5"),
        Arguments.of(Initializers.InSteps.class, "0; 1; 2"),
        Arguments.of(Initializers.SecondWaits.class, "9, 9"),
        Arguments.of(Initializers.NoUse.class, "0 false true"),
        Arguments.of(Initializers.ForName.class, "1"),
        Arguments.of(Initializers.Superclasses.class, "1base | base sub late "),
        Arguments.of(Initializers.Superinterfaces.class, "default class abstract 1"),
        Arguments.of(Initializers.BeforeArguments.class, "created argument value written"),
        Arguments.of(Initializers.References.class, "references made called"),
        Arguments.of(Initializers.CycleInOneThread.class, "11, 10"),
        Arguments.of(Initializers.CycleInTwoThreads.class, "11, 10; 1, 11; DEADLOCK"),
        Arguments.of(Initializers.ConstantOfSubclass.class, "1, 1; DEADLOCK"),
        Arguments.of(Initializers.NeedsLock.class, "1, 1; DEADLOCK"),
        Arguments.of(
            Initializers.Fails.class,
            "NumberFormatException Bad; Bad Bad & Bad Bad; NumberFormatException Bad"),
        Arguments.of(Initializers.FailsWithError.class, "as the test wants, later Sub"),
        Arguments.of(Initializers.FailsSometimes.class, "1; 2"),
        Arguments.of(Initializers.AsksForHashCode.class, "1; 2"),
        Arguments.of(Initializers.ConstructorAsksForHashCode.class, "1; 2"),
        Arguments.of(Initializers.ConstructorListsEnum.class, "1, 2; 2, 1"),
        Arguments.of(Initializers.LazyHolder.class, "1, 1"),
        Arguments.of(Initializers.StaticSynchronized.class, "1, 2; 2, 1"));
  }

  static Stream<Arguments> withRaces() {
    return Stream.of(
        Arguments.of(FinalFields.Stored.class, "-1; 0; 42"),
        Arguments.of(FinalFields.PassedOnBySuperclass.class, "-1; 0; 42"),
        Arguments.of(FinalFields.Captured.class, "-1; 0; 42"),
        Arguments.of(FinalFields.ByCondition.class, "-1; 0; 42"),
        Arguments.of(FinalFields.Overridden.class, "-1; 0; 42"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withoutRaces")
  void classesBeginInEveryExecutionAsInAFreshJvm(Class<?> program, String outcomes) {
    for (Reduction reduction : Reduction.values()) {
      Exploration exploration =
          EXPLORER.explore(program.getName(), Options.DEFAULT.with(reduction));
      assertOutcomes(exploration, outcomes, reduction.name());
      assertThat(exploration.races()).isEmpty();
      assertThat(exploration.provesOutcomes()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withRaces")
  void aFinalFieldIsPlainUntilItsObjectIsConstructed(Class<?> program, String outcomes) {
    for (Reduction reduction : Reduction.values()) {
      Exploration exploration =
          EXPLORER.explore(program.getName(), Options.DEFAULT.with(reduction));
      assertOutcomes(exploration, outcomes, reduction.name());
      assertThat(exploration.races())
          .singleElement()
          .extracting(race -> WitnessText.words(race))
          .asString()
          .contains("x: one writes");
    }
  }

  @Test
  void aFrozenFieldIsNoStepAndDoesNotRace() {
    Exploration exploration = EXPLORER.explore(FinalFields.Frozen.class);

    assertOutcomes(exploration, "-1; 42", "");
    assertThat(exploration.races())
        .singleElement()
        .extracting(race -> WitnessText.words(race))
        .asString()
        .startsWith("box: one writes");
  }

  private static void assertOutcomes(Exploration exploration, String outcomes, String how) {
    String[] all = outcomes.contains(" & ") ? outcomes.split(" & ", -1) : outcomes.split("; ", -1);
    assertThat(exploration.outcomes().keySet()).as(how).containsExactlyInAnyOrder(all);
    assertThat(exploration.complete()).as(exploration.incomplete().toString()).isTrue();
  }

  @Test
  void aDeadlockOfTheFirstExecutionIsFoundInAll() {
    Exploration exploration = EXPLORER.explore(StaticFields.OnlyTheFirstTime.class);

    assertThat(exploration.outcomes()).containsOnlyKeys("TERMINATED", "DEADLOCK");
    assertThat(exploration.outcomes().get("DEADLOCK").witness().waiting()).hasSize(2);
  }

  @Test
  void constantsAreNoSteps() {
    assertThat(EXPLORER.explore(StaticFields.Constants.class).interleavings()).isEqualTo(1);
  }

  @Test
  void aWitnessTellsWhoInitialisesAndWhoWaits() {
    Exploration exploration = EXPLORER.explore(Initializers.CycleInTwoThreads.class);

    var deadlock = exploration.outcomes().get("DEADLOCK").witness();
    assertThat(deadlock.steps())
        .extracting(step -> WitnessText.words(step))
        .contains("initialises A", "initialises B");
    assertThat(deadlock.waiting()).hasSize(2);
  }

  @Test
  void aFailingConstructorIsRefusedInOneLine() {
    assertThatThrownBy(() -> EXPLORER.explore(Troubles.ConstructorThrows.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("Cannot explore the test: the constructor of .*ConstructorThrows throws"
            + " java.lang.IllegalStateException: as the test wants");
    assertThatThrownBy(() -> EXPLORER.explore(Troubles.InitializerThrows.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ExceptionInInitializerError");
  }

  @Test
  void aFailingArbiterIsAnOutcome() {
    assertThat(EXPLORER.explore(Troubles.ArbiterThrows.class).outcomes())
        .containsOnlyKeys(
            "FAILED: the arbiter threw java.lang.IllegalStateException: as the test wants");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Troubles.ConstructorThrows.class,
        Troubles.InitializerThrows.class,
        Troubles.ArbiterThrows.class,
        Initializers.Fails.class,
        Initializers.AsksForHashCode.class
      })
  void troubleInOneTestNeverReachesAnother(Class<?> trouble) {
    Explorer explorer = new Explorer();
    for (int i = 0; i < 2; i++) {
      try {
        explorer.explore(trouble);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageStartingWith("Cannot explore the test");
      }
      assertOutcomes(explorer.explore(Troubles.Healthy.class), "1, 2; 2, 1", "after trouble");
      assertOutcomes(explorer.explore(Initializers.LazyHolder.class), "1, 1", "after trouble");
    }
  }
}
