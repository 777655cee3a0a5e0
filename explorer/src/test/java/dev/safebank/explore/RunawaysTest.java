package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.programs.Runaways;
import dev.safebank.explore.result.Exploration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a test does, its exploration comes back, and the next one is none the worse for it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("slow")
class RunawaysTest {

  private static final Options IMPATIENT = Options.DEFAULT
      .with(Options.DEFAULT.limits().withStepTimeout(Duration.ofSeconds(1)))
      .leavingOut(Runaways.Foreign.class.getName().replace('.', '/'));

  private static Exploration explored(Class<?> program, boolean onThreads) {
    Explorer explorer = new Explorer(onThreads ? IMPATIENT.usingThreads() : IMPATIENT);
    Exploration exploration = explorer.explore(program);
    Exploration next = explorer.explore(Runaways.Healthy.class);
    assertThat(next.outcomes()).containsOnlyKeys("0", "1");
    assertThat(next.provesOutcomes()).isTrue();
    return exploration;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anActorThatNeverComesBackFromForeignCodeIsNamedWithItsStack(boolean onThreads) {
    Exploration exploration = explored(Runaways.Spinning.class, onThreads);

    assertThat(exploration.incomplete())
        .anyMatch(reason -> reason.matches(
            "two has not come to its next step within 1 s: it is at .*Foreign.spin, called at"
                + " .*Runaways.Spinning.two \\(Runaways.java:\\d+\\)"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anActorThatBlocksForRealIsNamedAndWhatWasFoundIsKept(boolean onThreads) {
    Exploration exploration = explored(Runaways.Parking.class, onThreads);

    assertThat(exploration.incomplete())
        .anyMatch(reason -> reason.matches(
            "two has not come to .*Unsafe.park, called at .*Parking.two \\(Runaways.java:\\d+\\)"));
    assertThat(exploration.serialOutcomes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anActorThatIsWokenAfterItsExplorationReachesNoLaterOne(boolean onThreads) {
    Exploration exploration = explored(Runaways.Waking.class, onThreads);

    assertThat(exploration.incomplete())
        .anyMatch(reason -> reason.startsWith("one has not come to its next step within 1 s"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLoopThatOnlyCountsIsNamed(boolean onThreads) {
    assertThat(explored(Runaways.CountingLoop.class, onThreads).incomplete())
        .anyMatch(reason -> reason.matches("one has not come .*CountingLoop.one .*"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLoopThatDoesNothingIsStuck(boolean onThreads) {
    Exploration exploration = explored(Runaways.EmptyLoop.class, onThreads);

    assertThat(exploration.outcomes()).containsOnlyKeys("STUCK");
    assertThat(exploration.provesOutcomes()).isTrue();
  }

  @Test
  void aLongLoopWithoutStepsIsNoHang() {
    assertThat(new Explorer().explore(Runaways.LongLoop.class).outcomes())
        .containsOnlyKeys("1500000", "1500001");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endlessRecursionIsAnOutcomeOfTheProgram(boolean onThreads) {
    assertThat(explored(Runaways.Recursion.class, onThreads).outcomes()).containsOnlyKeys("-1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endlessSteppingIsBounded(boolean onThreads) {
    Options few = IMPATIENT.with(Options.DEFAULT
        .limits()
        .withTime(Duration.ofSeconds(2))
        .withStepTimeout(Duration.ofSeconds(5)));
    Exploration exploration = new Explorer(onThreads ? few.usingThreads() : few)
        .explore(Runaways.SteppingRecursion.class);

    assertThat(exploration.incomplete()).contains("an execution has more than 10000 steps");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void codeThatSwallowsTheEndOfItsExecutionEnds(boolean onThreads) {
    Options few = Options.DEFAULT.with(Options.DEFAULT.limits().withTime(Duration.ofSeconds(2)));
    Explorer explorer = new Explorer(onThreads ? few.usingThreads() : few);

    assertThat(explorer.explore(Runaways.Swallower.class).complete()).isFalse();
    assertThat(explorer.explore(Runaways.Healthy.class).provesOutcomes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anArbiterThatLoopsIsNamed(boolean onThreads) {
    assertThat(explored(Runaways.LoopingArbiter.class, onThreads).incomplete())
        .anyMatch(reason -> reason.matches("the program, while no actor runs, .*LoopingArbiter.*"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThreadStartedInTheConstructorIsNamed(boolean onThreads) {
    assertThat(explored(Runaways.StartsEarly.class, onThreads).incomplete())
        .anyMatch(reason ->
            reason.matches("cannot control the thread that is started at Runaways.java:\\d+: .*"));
  }

  @Test
  void tooManyThreadsAreABound() {
    assertThat(new Explorer().explore(Runaways.ManyThreads.class).incomplete())
        .singleElement()
        .asString()
        .matches("an execution has more than 32 threads: one starts one more at .*java:\\d+");
  }

  @Test
  void anExplorationStopsAtItsLimitInTimeAndKeepsWhatItFound() {
    List<Long> told = new ArrayList<>();
    Explorer explorer = new Explorer(
        Options.DEFAULT.with(Options.DEFAULT.limits().withTime(Duration.ofSeconds(3))),
        RunawaysTest.class.getClassLoader(),
        (test, executions, elapsed) -> told.add(executions));

    Exploration exploration = explorer.explore(Runaways.Endless.class);

    assertThat(exploration.outcomes()).containsOnlyKeys("1");
    assertThat(exploration.incomplete())
        .singleElement()
        .asString()
        .matches("stopped after 3 s, when [0-9,]+ executions had been run");
    assertThat(told).isNotEmpty().isSorted();
  }
}
