package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.programs.Counted;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The explorer against programs whose interleavings and outcomes were counted by hand. */
class CountedInterleavingsTest {

  private static final Explorer EXPLORER = new Explorer();

  static Stream<Arguments> programs() {
    return Stream.of(
        // Choose 2 of 4 places. One order of each pair of a write and a read, but not both reads
        // first.
        Arguments.of(Counted.StoreBuffering.class, 6, 3, "0, 1; 1, 0; 1, 1"),
        Arguments.of(Counted.MessagePassing.class, 6, 3, "0, 0; 0, 1; 1, 1"),
        // Flag first: then its three steps come one after the other; or data not read at all: the
        // read of the flag before it is set, between data and flag or before both.
        Arguments.of(Counted.GuardedMessagePassing.class, 3, 2, "-1; 1"),
        // Choose 3 of 7; all of them conflict, so no two are alike.
        Arguments.of(Counted.ThreeByFour.class, 35, 35, "3; 7"),
        // r1 w1 r2 w2, r2 w2 r1 w1, and both reads first, which may be swapped: two writes' orders.
        Arguments.of(Counted.LostUpdate.class, 6, 4, "1; 2"),
        // One of them has both forks: the other may take its first when that is free, before or
        // after the second is put back: 2, twice. Each has one: in either order, 2.
        Arguments.of(Counted.TwoPhilosophers.class, 6, 3, "0, 0; DEADLOCK"),
        // Once the waiter waits, the notifier's steps and the rest follow; or it comes too late. Or
        // the waiter wakes up for no reason: when it came too late; or before the notification,
        // with the monitor had again before the notifier has it, or after that: then it left the
        // wait set before or after the notifier took the monitor, which nobody can tell.
        Arguments.of(Counted.LostWakeUp.class, 6, 5, "1; STUCK"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void countsAsByHandWithAndWithoutReduction(
      Class<?> program, long all, long distinct, String outcomes) {
    Exploration unreduced = explore(program, Reduction.NONE);
    Exploration sleepSets = explore(program, Reduction.SLEEP_SETS);
    Exploration reduced = explore(program, Reduction.SOURCE_DPOR);

    assertThat(unreduced.interleavings()).isEqualTo(all);
    assertThat(sleepSets.interleavings()).isEqualTo(distinct);
    assertThat(reduced.interleavings()).isEqualTo(distinct);
    assertThat(Stream.of(unreduced, sleepSets, reduced)).allSatisfy(exploration -> {
      assertThat(exploration.complete()).isTrue();
      assertThat(exploration.outcomes().keySet())
          .containsExactlyInAnyOrder(outcomes.split("; ", -1));
    });
  }

  private static Exploration explore(Class<?> program, Reduction reduction) {
    return EXPLORER.explore(program.getName(), Options.DEFAULT.with(reduction));
  }

  @Test
  void stepsOnVariablesOfOnesOwnNeedOneOrderOnly() {
    Options everyStep = Options.DEFAULT.with(Options.DEFAULT.limits().withEveryStep());
    String program = Counted.ThreeBesideFour.class.getName();

    assertThat(EXPLORER.explore(program, everyStep.with(Reduction.NONE)).interleavings())
        .isEqualTo(35);
    assertThat(EXPLORER.explore(program, everyStep).interleavings()).isEqualTo(1);
    assertThat(explore(Counted.ThreeBesideFour.class, Reduction.NONE).interleavings())
        .isEqualTo(1);
  }

  /** Each fork goes to one of two first: 8 ways, of which one is the deadlock, one impossible. */
  @Test
  void threePhilosophersDineInSixWaysOrStarve() {
    Exploration reduced = explore(Counted.ThreePhilosophers.class, Reduction.SOURCE_DPOR);
    Exploration unreduced = explore(Counted.ThreePhilosophers.class, Reduction.NONE);

    assertThat(reduced.outcomes().get("0, 0").interleavings()).isEqualTo(6);
    assertThat(reduced.outcomes().get("DEADLOCK").interleavings()).isEqualTo(1);
    assertThat(unreduced.outcomes().get("DEADLOCK").interleavings()).isEqualTo(6);
    assertThat(unreduced.outcomes().keySet()).isEqualTo(reduced.outcomes().keySet());
  }

  @Test
  void deadlockSaysWhoHoldsAndWhoWaitsForWhat() {
    ReachedOutcome deadlock =
        explore(Counted.TwoPhilosophers.class, Reduction.SOURCE_DPOR).outcomes().get("DEADLOCK");

    assertThat(deadlock.witness().waiting())
        .extracting(actor -> WitnessText.words(deadlock.witness(), actor))
        .satisfiesExactly(
            one -> assertThat(one)
                .matches("one waits at Counted.java:\\d+ for the lock second,"
                    + " held by two \\(since Counted.java:\\d+\\)"),
            two -> assertThat(two)
                .matches("two waits at Counted.java:\\d+ for the lock first,"
                    + " held by one \\(since Counted.java:\\d+\\)"));
    assertThat(deadlock.witness().switches()).isEqualTo(1);
    assertThat(deadlock.witness().simplest()).isTrue();
  }

  @Test
  void aGuardedWaitIsAlwaysWoken() {
    Exploration exploration = explore(Counted.GuardedWait.class, Reduction.NONE);

    assertThat(exploration.outcomes()).containsOnlyKeys("1");
    assertThat(exploration.provesOutcomes()).isTrue();
  }

  @Test
  void doubleCheckedLockingRacesUnlessTheFieldIsVolatile() {
    Exploration broken = explore(Counted.BrokenDoubleChecked.class, Reduction.SOURCE_DPOR);
    Exploration right = explore(Counted.DoubleChecked.class, Reduction.SOURCE_DPOR);

    assertThat(broken.races()).isNotEmpty();
    assertThat(broken.races())
        .anySatisfy(race -> assertThat(race.variable()).isEqualTo("instance"));
    assertThat(right.races()).isEmpty();
    assertThat(right.outcomes()).containsOnlyKeys("42, 42");
    assertThat(right.provesOutcomes()).isTrue();
  }

  @Test
  void messagePassingRacesOnlyIfTheReaderDoesNotAskForTheFlag() {
    assertThat(explore(Counted.MessagePassing.class, Reduction.SOURCE_DPOR).races())
        .singleElement()
        .satisfies(race -> {
          assertThat(race.variable()).isEqualTo("data");
          assertThat(race.witness().actors()).containsExactly("send", "receive");
        });
    assertThat(
            explore(Counted.GuardedMessagePassing.class, Reduction.SOURCE_DPOR).provesOutcomes())
        .isTrue();
  }

  @Test
  void lostUpdateIsReportedWithValues() {
    ReachedOutcome lost =
        explore(Counted.LostUpdate.class, Reduction.SOURCE_DPOR).outcomes().get("1");

    assertThat(lost.serial()).isFalse();
    assertThat(lost.witness().switches()).isEqualTo(2);
    assertThat(lost.witness().steps())
        .extracting(step -> step.actor() + " " + WitnessText.words(step))
        .containsExactly("0 reads n: 0", "1 reads n: 0", "1 n 0 → 1", "0 n 1 → 1");
  }
}
