package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safebank.explore.programs.Counted;
import dev.safebank.explore.programs.Synchronizers;
import dev.safebank.explore.programs.Variables;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.Replay;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.result.WitnessStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;

/** A witness's schedule, given to an explorer that knows nothing else of the test. */
class ReplayTest {

  private static final Explorer EXPLORER = new Explorer();

  /** Those that use chance, or threads that the explorer does not control, cannot be replayed. */
  private static final List<Class<?>> NOT_DETERMINISTIC =
      List.of(Variables.Chance.class, Variables.Pool.class);

  static Stream<Class<?>> programs() {
    return Stream.of(Counted.class, Synchronizers.class, Variables.class)
        .flatMap(programs -> Arrays.stream(programs.getDeclaredClasses()))
        .filter(program -> Arrays.stream(program.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(Actor.class)))
        .filter(program -> !NOT_DETERMINISTIC.contains(program));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyWitnessGivesTheSameOutcomeByTheSameSteps(Class<?> program) {
    Exploration exploration = EXPLORER.explore(program);

    assertThat(exploration.outcomes()).isNotEmpty();
    exploration.outcomes().values().forEach(reached -> {
      Replay replay = replayed(program, reached.witness());
      assertThat(replay.outcome()).isEqualTo(reached.outcome());
      assertThat(replay.end()).isEqualTo(reached.end());
    });
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyRaceIsReplayedUpToItsSecondAccess(Class<?> program) {
    EXPLORER.explore(program).races().forEach(race -> {
      Replay replay = replayed(program, race.witness());
      WitnessStep last = replay.witness().steps().get(replay.witness().steps().size() - 1);
      assertThat(last.actor()).isEqualTo(race.second().actor());
      assertThat(last.where()).isEqualTo(race.second().where());
    });
  }

  private static Replay replayed(Class<?> program, Witness witness) {
    Replay replay = new Explorer().replay(program.getName(), witness.schedule());
    assertThat(replay.test()).isEqualTo(program.getName());
    assertThat(replay.witness().actors()).isEqualTo(witness.actors());
    assertThat(replay.witness().steps()).isEqualTo(witness.steps());
    assertThat(replay.witness().waiting()).isEqualTo(witness.waiting());
    assertThat(replay.witness().switches()).isEqualTo(witness.switches());
    assertThat(replay.witness().schedule()).isEqualTo(witness.schedule());
    return replay;
  }

  @Test
  void aScheduleThatEndsEarlyStopsTheExecutionThere() {
    Replay replay = replay("0-1_3");

    assertThat(replay.end()).isEqualTo(EndState.STOPPED);
    assertThat(replay.outcome()).isEmpty();
    assertThat(replay.witness().steps())
        .extracting(WitnessText::words)
        .containsExactly("reads n: 0", "reads n: 0");
  }

  /** {@link Counted.LostUpdate} has two actors, and two steps each, on one variable. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
          0-1-2-0_3    ; actor 2 cannot move in step 3
          0-1-31_3     ; actor 31 cannot move in step 3
          0-1-99_3     ; actor 99 cannot move in step 3
          0x2-1-0-1_3  ; actor 0 cannot move in step 4
          0-1.1_3      ; step 2 has no alternative
          0-1x2-0_7    ; it tells of 2 places whether their variables are shared, and there are 1
          0_1          ; it tells of 0 places whether their variables are shared, and there are 1
          0-1x2-0_2    ; it does not know of all that the actors share
          """)
  void aScheduleOfAnotherProgramIsRefusedWithTheReason(String schedule, String reason) {
    assertThatThrownBy(() -> replay(schedule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The schedule " + schedule + " does not fit "
            + Counted.LostUpdate.class.getName() + ": ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aScheduleLongerThanTheExecutionIsRefused() {
    assertThatThrownBy(() -> replay("0x2-1x3_3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has 5 steps, and the execution ends after 4");
  }

  private static Replay replay(String schedule) {
    return EXPLORER.replay(Counted.LostUpdate.class.getName(), schedule);
  }
}
