package dev.safebank.explore;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.safebank.explore.actors.ActorProgram;
import dev.safebank.explore.actors.ProgramSource;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.CallEnd;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.result.WaitReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorProgramTest {

  private static final class Counter {

    private int count;

    void increment() {
      count++;
    }

    synchronized void incrementLocked() {
      count++;
    }

    int get() {
      return count;
    }

    void fail() throws IOException {
      throw new IOException("no disk");
    }
  }

  private final int field = 7;

  @Test
  void anUpdateIsLostInSomeInterleavingAndTheCheckShowsIt() {
    Exploration exploration = explore(ActorProgram.on(Counter::new)
        .actor("one", Counter::increment)
        .actor("other", Counter::increment)
        .verify(counter -> assertEquals(2, counter.get())));

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.races()).isNotEmpty();
    assertThat(exploration.outcomes().keySet())
        .containsExactly(
            "returned ‖ returned",
            "returned ‖ returned; the final check threw org.opentest4j.AssertionFailedError:"
                + " expected: <2> but was: <1>");
  }

  @Test
  void aRightProgramIsProved() {
    Exploration exploration = explore(ActorProgram.on(Counter::new)
        .actor("one", Counter::incrementLocked)
        .actor("other", Counter::incrementLocked)
        .verify(counter -> assertThat(counter.get()).isEqualTo(2)));

    assertThat(exploration.provesOutcomes()).isTrue();
    assertThat(exploration.outcomes().keySet()).containsExactly("returned ‖ returned");
  }

  @Test
  void whatAnActorReturnsIsPartOfTheOutcome() {
    Exploration exploration = explore(ActorProgram.on(Counter::new)
        .actor("writer", Counter::increment)
        .actorReturning("reader", Counter::get));

    assertThat(exploration.outcomes().keySet()).containsExactly("returned ‖ 0", "returned ‖ 1");
  }

  @Test
  void whatLambdasCaptureIsSharedByThemAndFreshInEachExecution() {
    AtomicInteger total = new AtomicInteger(10);
    int[] plain = {0};
    int step = 5;
    Exploration exploration = explore(ActorProgram.on(Counter::new)
        .actor("one", counter -> total.addAndGet(step))
        .actor("other", counter -> plain[0] = total.addAndGet(step))
        .verify(counter -> assertEquals(20, total.get())));

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.outcomes().keySet()).containsExactly("returned ‖ returned");
    assertThat(total).hasValue(10);
    assertThat(plain[0]).isZero();
  }

  @Test
  void aCheckedExceptionOfAnActorIsPartOfTheOutcome() {
    Exploration exploration =
        explore(ActorProgram.on(Counter::new).actor("failing", Counter::fail));

    assertThat(exploration.outcomes().values())
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.calls().orElseThrow().calls())
            .containsExactly(List.of(
                new CallEnd.CompletedAbruptly("java.io.IOException", Optional.of("no disk")))));
  }

  @Test
  void aDeadlockTellsWhoWaitsInACycle() {
    Exploration exploration = explore(ActorProgram.on(() -> new int[2][1])
        .actor("forth", locks -> inOrder(locks[0], locks[1]))
        .actor("back", locks -> inOrder(locks[1], locks[0])));

    ReachedOutcome deadlock = exploration.outcomes().get("DEADLOCK ‖ DEADLOCK");
    assertThat(deadlock.end()).isEqualTo(EndState.DEADLOCK);
    CallEnd cycle = new CallEnd.Waits(WaitReason.IN_A_CYCLE);
    assertThat(deadlock.calls().orElseThrow().calls())
        .containsExactly(List.of(cycle), List.of(cycle));
    assertThat(deadlock.witness().waiting()).hasSize(2);
  }

  private static void inOrder(int[] first, int[] second) {
    synchronized (first) {
      synchronized (second) {
        second[0]++;
      }
    }
  }

  @Test
  void aWitnessShowsTheKeysAndTheValuesOfAMap() {
    Exploration exploration = explore(ActorProgram.on(() -> {
          ConcurrentHashMap<String, Integer> balances = new ConcurrentHashMap<>();
          balances.put("ann", 1);
          return balances;
        })
        .actor("forth", balances -> balances.put("ann", balances.get("ann") + 10))
        .actor("back", balances -> balances.put("bob", balances.getOrDefault("ann", 0) - 1)));

    assertThat(exploration.outcomes().values())
        .singleElement()
        .extracting(outcome -> WitnessText.draw(outcome.witness()), as(STRING))
        .contains("reads this[ann]: 1", "calls ConcurrentHashMap.put on this[ann]: 1 → 11");
  }

  /**
   * The first actor is done before the second one shows that a map is shared. The exploration
   * begins again then, and the third has not begun yet.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anActorThatHadNotBegunWhenAnExecutionWasGivenUpBeginsInTheNext(boolean onThreads) {
    Options options = onThreads ? Options.DEFAULT.usingThreads() : Options.DEFAULT;
    ActorProgram<ConcurrentHashMap<Integer, String>> program =
        ActorProgram.on(ConcurrentHashMap<Integer, String>::new);
    for (String name : List.of("a", "b", "c")) {
      program = program.actorReturning(name, map -> map.putIfAbsent(0, name));
    }

    Exploration exploration = new Explorer(options).explore(program);

    assertThat(exploration.incomplete()).isEmpty();
    assertThat(exploration.outcomes().keySet())
        .containsExactlyInAnyOrder("null ‖ a ‖ a", "b ‖ null ‖ b", "c ‖ c ‖ null");
  }

  @Test
  void aWitnessIsReplayed() {
    ActorProgram<Counter> program = ActorProgram.on(Counter::new)
        .actor("writer", Counter::increment)
        .actorReturning("reader", Counter::get);
    ReachedOutcome early = explore(program).outcomes().get("returned ‖ 0");

    assertThat(new Explorer().replay(program, early.witness().schedule()).outcome())
        .isEqualTo("returned ‖ 0");
  }

  @Test
  void aLambdaThatCapturesWhatCannotBeCopiedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> explore(ActorProgram.on(Counter::new)
            .named("of a field")
            .actor("one", counter -> counter.count = field)))
        .withMessageStartingWith(
            "The lambdas of of a field capture a dev.safebank.explore.ActorProgramTest,"
                + " which cannot be copied for each execution.");
  }

  private static Exploration explore(ProgramSource program) {
    return new Explorer().explore(program);
  }
}
