package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.ThreadPrograms;
import dev.safebank.explore.result.Exploration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that actors start. */
class ThreadsTest {

  private static final Explorer EXPLORER = new Explorer();

  private static final List<Options> WAYS = List.of(
      Options.DEFAULT,
      Options.DEFAULT.usingThreads(),
      Options.DEFAULT.with(Reduction.SLEEP_SETS),
      Options.DEFAULT.with(Reduction.NONE));

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of(ThreadPrograms.JoinOrStartFirst.class, "0; 1"),
        Arguments.of(
            ThreadPrograms.NotYetNoMore.class,
            "false, false; false, true; true, false; true, true"),
        Arguments.of(ThreadPrograms.States.class, "NEW TERMINATED"),
        Arguments.of(ThreadPrograms.StartedAgain.class, "1"),
        Arguments.of(ThreadPrograms.Handler.class, "4, 0"),
        Arguments.of(ThreadPrograms.Dies.class, "0; 1"),
        Arguments.of(ThreadPrograms.ChildAndArbiter.class, "0, 0; 0, 1; 0, 2; 1, 1; 1, 2; 2, 2"),
        Arguments.of(ThreadPrograms.ArbiterStarts.class, "1, 1; 2, 1"),
        Arguments.of(ThreadPrograms.Stragglers.class, "1"),
        Arguments.of(ThreadPrograms.Joined.class, "STUCK"),
        Arguments.of(ThreadPrograms.InterruptedJoin.class, "2"),
        Arguments.of(ThreadPrograms.InterruptedBeforeStart.class, "true, true"),
        Arguments.of(ThreadPrograms.TimedJoin.class, "false, true; true, true"),
        Arguments.of(ThreadPrograms.Refused.class, "34"),
        Arguments.of(ThreadPrograms.Subclass.class, "17"),
        Arguments.of(ThreadPrograms.Daemons.class, "false yes"),
        Arguments.of(ThreadPrograms.Grandchild.class, "1"),
        Arguments.of(ThreadPrograms.SeenEnd.class, "-1; 1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void startsAndEndsAreStepsAsInTheJavadoc(Class<?> program, String outcomes) {
    for (Options way : WAYS) {
      Exploration exploration = EXPLORER.explore(program.getName(), way);

      assertThat(exploration.outcomes().keySet())
          .as(way.toString())
          .containsExactlyInAnyOrder(outcomes.split("; ", -1));
      assertThat(exploration.incomplete()).isEmpty();
      assertThat(exploration.races()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ThreadPrograms.ArbiterRaces.class, ThreadPrograms.LateResult.class})
  void whatAThreadStillDoesWhenTheActorsHaveEndedRacesWithTheArbiter(Class<?> program) {
    assertThat(EXPLORER.explore(program).races()).hasSize(1);
  }

  @Test
  void theArbiterSeesAllThatActorsDid() {
    assertThat(EXPLORER.explore(ThreadPrograms.ArbiterRaces.class).outcomes())
        .containsOnlyKeys("1, 0", "1, 1");
  }
}
