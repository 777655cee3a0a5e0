package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.options.Options;
import dev.safebank.explore.programs.JdkCalls;
import dev.safebank.explore.result.Exploration;
import org.junit.jupiter.api.Test;

/** Calls into the JDK count as what its Javadoc says that they do to shared memory. */
class BoundaryTest {

  private final Explorer explorer = new Explorer(Options.DEFAULT.withoutSimplestWitnesses());

  private void proves(Class<?> program, String... outcomes) {
    Exploration exploration = explorer.explore(program);
    assertThat(exploration.outcomes()).containsOnlyKeys(outcomes);
    assertThat(exploration.races()).isEmpty();
    assertThat(exploration.incomplete()).isEmpty();
    assertThat(exploration.provesOutcomes()).isTrue();
  }

  private void races(Class<?> program) {
    assertThat(explorer.explore(program).races()).isNotEmpty();
  }

  private void cannotControl(Class<?> program, String call) {
    Exploration exploration = explorer.explore(program);
    assertThat(exploration.incomplete())
        .anyMatch(reason -> reason.matches("cannot control " + call + " at JdkCalls.java:\\d+"));
    assertThat(exploration.provesOutcomes()).isFalse();
  }

  @Test
  void whatAnActorDoesWithItsOwnObjectsMakesNoSteps() {
    proves(JdkCalls.OwnObjects.class, "a1x [1, 3]{a=4}1v1v351");
    assertThat(explorer.explore(JdkCalls.OwnObjects.class).interleavings()).isEqualTo(2);
  }

  @Test
  void entriesThatAStreamHandsOutArePartOfTheirMap() {
    proves(JdkCalls.EntriesOfAStream.class, "0", "5");
  }

  @Test
  void aCollectionIsReadAgainAfterAFunctionThatSynchronizes() {
    races(JdkCalls.SynchronizingFunction.class);
  }

  @Test
  void aSynchronizedListIsIteratedSafelyUnderItsMonitorOnly() {
    proves(JdkCalls.IterationUnderItsMonitor.class, "0", "1");
    races(JdkCalls.IterationWithoutMonitor.class);
  }

  @Test
  void copyingAVectorIsOneCallToIt() {
    proves(JdkCalls.CopyOfAVector.class, "0", "1");
  }

  @Test
  void aFunctionWithoutStepsIsPartOfTheAtomicCall() {
    proves(JdkCalls.AtomicFunction.class, "1", "2");
  }

  @Test
  void placingAnElementHappensBeforeAccessToThatElementOnly() {
    races(JdkCalls.OtherKey.class);
  }

  @Test
  void operandsOfAConcatenationAreReadOneAfterTheOther() {
    proves(JdkCalls.Concatenation.class, "0 0", "0 1", "1 0", "1 1");
  }

  @Test
  void readsOfSeveralVariablesInOneCallAreNotControlled() {
    // javac names the owner of a method of Object that is called on an interface: Object up to JDK
    // 17, the interface since (JDK-8272564).
    cannotControl(JdkCalls.ListOfVariables.class, "(Object|List)\\.toString");
  }

  @Test
  void theOrderOfAnImmutableSetIsNotControlled() {
    cannotControl(JdkCalls.FirstOfASet.class, "Iterator.next");
  }

  @Test
  void aMethodInheritedFromTheJdkIsNoCallWithinTheProgram() {
    races(JdkCalls.ThroughOwnInterface.class);
  }

  @Test
  void aCallThatStartsThreadsIsNotMade() {
    cannotControl(JdkCalls.PoolInTheState.class, "ExecutorService.submit");
    assertThat(explorer.explore(JdkCalls.PoolInTheState.class).outcomes()).isEmpty();
  }
}
