package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.Synchronizers;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.Witness;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the explorer's models of synchronizers let happen: just what the real ones do. */
class SynchronizersTest {

  private static final Explorer EXPLORER = new Explorer();

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of(Synchronizers.NestedMonitor.class, "4"),
        Arguments.of(Synchronizers.Conditions.class, "1, 2"),
        Arguments.of(Synchronizers.TimedTry.class, "0; 1"),
        Arguments.of(Synchronizers.ReadWrite.class, "0, 0; 0, 2; 2, 0; 2, 2"),
        Arguments.of(Synchronizers.Conversion.class, "2"),
        Arguments.of(Synchronizers.TwoPermits.class, "0, 0; 1, 0"),
        Arguments.of(Synchronizers.Latched.class, "1, 2"),
        Arguments.of(Synchronizers.StartedAndJoined.class, "2"),
        Arguments.of(Synchronizers.Interrupted.class, "1, 0; 1, 1; 2, 1"),
        Arguments.of(Synchronizers.Upgrade.class, "STUCK"),
        Arguments.of(Synchronizers.StampedTwice.class, "STUCK"),
        Arguments.of(Synchronizers.Leak.class, "1; STUCK"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void outcomesAreThoseOfTheRealOneWithAndWithoutReduction(Class<?> program, String outcomes) {
    String[] expected = outcomes.split("; ", -1);
    for (Reduction reduction : Reduction.values()) {
      Exploration exploration = explore(program, Options.DEFAULT.with(reduction));
      assertThat(exploration.outcomes().keySet())
          .as(reduction.name())
          .containsExactlyInAnyOrder(expected);
      assertThat(exploration.complete()).isTrue();
      assertThat(exploration.races()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void threadsFindTheSameAsContinuations(Class<?> program, String outcomes) {
    Exploration onThreads = explore(program, Options.DEFAULT.usingThreads());
    Exploration usual = explore(program, Options.DEFAULT);

    assertThat(onThreads.outcomes().keySet()).containsExactlyInAnyOrder(outcomes.split("; ", -1));
    assertThat(onThreads.interleavings()).isEqualTo(usual.interleavings());
    assertThat(onThreads.redundant()).isEqualTo(usual.redundant());
  }

  @Test
  void aParkMayReturnForNoReasonAndUnparkIsNoHandOver() {
    Exploration exploration = explore(Synchronizers.Parking.class, Options.DEFAULT);

    assertThat(exploration.outcomes()).containsOnlyKeys("0", "1", "STUCK");
    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.races()).hasSize(1);
  }

  @Test
  void optimisticReadsRaceButValidateWhatTheyReturn() {
    Exploration exploration = explore(Synchronizers.Optimistic.class, Options.DEFAULT);

    assertThat(exploration.outcomes()).containsOnlyKeys("0, 0", "1, 1");
    assertThat(exploration.races()).hasSize(2);
    assertThat(exploration.relaxed())
        .anyMatch(use -> use.startsWith("StampedLock.tryOptimisticRead at Synchronizers.java:"))
        .anyMatch(use -> use.startsWith("StampedLock.validate at Synchronizers.java:"));
    assertThat(exploration.provesOutcomes()).isFalse();
  }

  @Test
  void aLeakedLockIsHeldBySomeoneWhoHasEnded() {
    Exploration exploration = explore(Synchronizers.Leak.class, Options.DEFAULT);

    Witness stuck = exploration.outcomes().get("STUCK").witness();
    assertThat(stuck.waiting())
        .singleElement()
        .extracting(actor -> WitnessText.words(stuck, actor), STRING)
        .matches("victim waits at Synchronizers.java:\\d+ for the lock lock,"
            + " held by leaker, which has ended \\(since Synchronizers.java:\\d+\\)");
  }

  private static Exploration explore(Class<?> program, Options options) {
    return EXPLORER.explore(program.getName(), options);
  }
}
