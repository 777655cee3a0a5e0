package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.ChanceAndTime;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.Exploration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChanceAndTimeTest {

  private static final Explorer EXPLORER = new Explorer();

  private static final List<Options> WAYS = List.of(
      Options.DEFAULT,
      Options.DEFAULT.usingThreads(),
      Options.DEFAULT.with(Reduction.SLEEP_SETS),
      Options.DEFAULT.with(Reduction.NONE));

  static Stream<Arguments> provable() {
    return Stream.of(
        Arguments.of(ChanceAndTime.AskedByTwo.class, "-1, -1; 0, 0; 1, 1"),
        Arguments.of(
            ChanceAndTime.ThreeObjects.class,
            "000; 001; 010; 011; 012; 021; 100; 101; 102; 110; 120; 201; 210"),
        Arguments.of(ChanceAndTime.AskedOutside.class, "-1, -1; 0, 0; 1, 1"),
        Arguments.of(ChanceAndTime.Locals.class, "7 null 7"),
        Arguments.of(ChanceAndTime.Heirs.class, "6 null 9"),
        Arguments.of(ChanceAndTime.RefusedCopies.class, "1315"),
        Arguments.of(ChanceAndTime.HalfACopy.class, "1 2 0"),
        Arguments.of(ChanceAndTime.Overlap.class, "1123"),
        Arguments.of(ChanceAndTime.ForEach.class, "6; 16"),
        Arguments.of(ChanceAndTime.ThreeReads.class, "0; 1; 2; 3"),
        Arguments.of(ChanceAndTime.OneByOne.class, "3; 13"),
        Arguments.of(ChanceAndTime.ThreeTries.class, "0; 1; 2; 3"),
        Arguments.of(ChanceAndTime.Toggling.class, "1"),
        Arguments.of(ChanceAndTime.Polling.class, "1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("provable")
  void outcomesAreExactlyThoseOfTheSpecification(Class<?> program, String outcomes) {
    for (Options way : WAYS) {
      Exploration exploration = EXPLORER.explore(program.getName(), way);

      assertThat(exploration.outcomes().keySet())
          .as(way.toString())
          .containsExactlyInAnyOrder(outcomes.split("; ", -1));
      assertThat(exploration.provesOutcomes()).as(exploration.toString()).isTrue();
    }
  }

  static Stream<Arguments> timed() {
    return Stream.of(
        Arguments.of(ChanceAndTime.Deadline.class, "set; timeout"),
        Arguments.of(ChanceAndTime.TwoDeadlines.class, "false, false"),
        Arguments.of(ChanceAndTime.Monotonic.class, "true, true"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("timed")
  void timePassesOrNotAndThatProvesNothing(Class<?> program, String outcomes) {
    for (Options way : WAYS) {
      Exploration exploration = EXPLORER.explore(program.getName(), way);

      assertThat(exploration.outcomes().keySet())
          .as(way.toString())
          .containsExactlyInAnyOrder(outcomes.split("; ", -1));
      assertThat(exploration.incomplete())
          .isNotEmpty()
          .allSatisfy(reason -> assertThat(reason)
              .matches("between readings of the clock, as at ChanceAndTime.java:\\d+, either.*"));
    }
  }

  @Test
  void allOrdersOfSerialExecutionsAreSerialOutcomes() {
    Exploration exploration = EXPLORER.explore(ChanceAndTime.ThreeObjects.class);

    assertThat(exploration.serialOutcomes()).isEqualTo(exploration.outcomes().keySet());
  }

  @Test
  void moreThanFourIdentityHashCodesAreABound() {
    assertThat(EXPLORER.explore(ChanceAndTime.FiveObjects.class).incomplete())
        .singleElement()
        .asString()
        .matches("identity hash codes of more than 4 objects are compared, at .*java:\\d+");
  }

  @Test
  void aRaceUnderOneOrderOfHashCodesIsWitnessedUnderIt() {
    List<DataRace> races =
        EXPLORER.explore(ChanceAndTime.RaceUnderOneOrder.class).races();

    assertThat(races).singleElement().extracting(DataRace::variable).isEqualTo("x");
    assertThat(races.get(0).witness().schedule()).contains("c");
    assertThat(races.get(0).witness().steps()).hasSize(2);
  }
}
