package dev.safebank.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.explore.programs.Synchronizers;
import dev.safebank.explore.result.ResourceHolder;
import dev.safebank.explore.result.ResourceKind;
import dev.safebank.explore.result.SourceLocation;
import dev.safebank.explore.result.StepAction;
import dev.safebank.explore.result.WaitingActor;
import dev.safebank.explore.result.Witness;
import dev.safebank.explore.result.WitnessStep;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WitnessTextTest {

  private static final SourceLocation WHERE =
      new SourceLocation("example.Bank", "move", "Bank.java", 31);

  @Test
  void aStepIsToldWithItsVariableAndItsValues() {
    assertThat(Stream.of(
            step(StepAction.READ, "100", "100"),
            step(StepAction.READ, "", ""),
            step(StepAction.WRITE, "100", "50"),
            step(StepAction.UPDATE, "", ""),
            compared(true),
            compared(false),
            tried(true),
            tried(false),
            step(StepAction.ACQUIRE, "", ""),
            step(StepAction.RELEASE, "", ""),
            step(StepAction.BEGIN, "", "")))
        .extracting(WitnessText::words)
        .containsExactly(
            "reads b[0]: 100",
            "reads b[0]",
            "b[0] 100 → 50",
            "changes b[0]",
            "b[0] 100 → 50",
            "compares b[0], sets nothing: 50",
            "tries b[0]: takes it",
            "tries b[0]: not available",
            "locks b[0]",
            "unlocks b[0]",
            "begins");
  }

  @Test
  void aWaitingActorIsToldWithTheResourceAndItsHolders() {
    List<ResourceHolder> holders = List.of(
        new ResourceHolder(Optional.of(1), true, WHERE),
        new ResourceHolder(Optional.empty(), false, WHERE));
    WaitingActor actor =
        new WaitingActor(0, ResourceKind.READ_LOCK, "bank.lock.readLock", holders, WHERE);

    assertThat(WitnessText.words(witness(List.of(actor)), actor))
        .isEqualTo("one waits at Bank.java:31 for the read lock bank.lock.readLock, held by two,"
            + " which has ended (since Bank.java:31) and the constructor (since Bank.java:31)");
  }

  @Test
  void everyKindOfResourceHasWordsOfItsOwn() {
    assertThat(Arrays.stream(ResourceKind.values())
            .map(kind -> new WaitingActor(0, kind, "x", List.of(), WHERE))
            .map(actor -> WitnessText.words(witness(List.of(actor)), actor)))
        .doesNotHaveDuplicates()
        .allMatch(words -> words.startsWith("one waits at Bank.java:31 for "));
  }

  /** A timed tryLock that fails and one that does not. */
  @Test
  void anAttemptToLockSaysWhetherItSucceeded() {
    assertThat(new Explorer().explore(Synchronizers.TimedTry.class).outcomes().values())
        .flatExtracting(reached -> reached.witness().steps())
        .filteredOn(step -> step.action() == StepAction.TRY_ACQUIRE)
        .extracting(step -> step.success().orElseThrow())
        .contains(true, false);
  }

  @Test
  void aWitnessHasALaneForEachActor() {
    Witness witness = witness(List.of());

    assertThat(WitnessText.draw(witness).lines())
        .containsExactly("one" + " ".repeat(28) + "two", "b[0] 100 → 50  (Bank.java:31)");
  }

  private static Witness witness(List<WaitingActor> waiting) {
    return new Witness(
        List.of("one", "two"),
        List.of(step(StepAction.WRITE, "100", "50")),
        0,
        true,
        waiting,
        "0_3");
  }

  private static WitnessStep compared(boolean success) {
    return new WitnessStep(
        0,
        StepAction.COMPARE_AND_SET,
        "b[0]",
        Optional.of(success ? "100" : "50"),
        Optional.of("50"),
        Optional.of(success),
        Optional.empty(),
        WHERE);
  }

  private static WitnessStep tried(boolean success) {
    return new WitnessStep(
        0,
        StepAction.TRY_ACQUIRE,
        "b[0]",
        Optional.empty(),
        Optional.empty(),
        Optional.of(success),
        Optional.empty(),
        WHERE);
  }

  private static WitnessStep step(StepAction action, String before, String after) {
    return new WitnessStep(
        0, action, "b[0]", value(before), value(after), Optional.empty(), Optional.empty(), WHERE);
  }

  private static Optional<String> value(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
