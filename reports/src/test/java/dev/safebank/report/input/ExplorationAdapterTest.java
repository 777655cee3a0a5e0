package dev.safebank.report.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.witness.RecordedAccess;
import dev.safebank.evidence.witness.RecordedAction;
import dev.safebank.evidence.witness.RecordedHolder;
import dev.safebank.evidence.witness.RecordedLocation;
import dev.safebank.evidence.witness.RecordedRace;
import dev.safebank.evidence.witness.RecordedResource;
import dev.safebank.evidence.witness.RecordedStep;
import dev.safebank.evidence.witness.RecordedWait;
import dev.safebank.evidence.witness.RecordedWitness;
import dev.safebank.report.verdict.ExplorationVerdict;
import dev.safebank.report.verdict.VerdictAccess;
import dev.safebank.report.verdict.VerdictAction;
import dev.safebank.report.verdict.VerdictHolder;
import dev.safebank.report.verdict.VerdictLocation;
import dev.safebank.report.verdict.VerdictRace;
import dev.safebank.report.verdict.VerdictResource;
import dev.safebank.report.verdict.VerdictStep;
import dev.safebank.report.verdict.VerdictWait;
import dev.safebank.report.verdict.VerdictWitness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplorationAdapterTest {

  private static final RecordedLocation RECORDED =
      new RecordedLocation("example.Bank", "move", "Bank.java", 7);
  private static final VerdictLocation WHERE =
      new VerdictLocation("example.Bank", "move", "Bank.java", 7);

  @Test
  void countsRacesAndLimitsAreTakenOver() {
    CellExploration explored = ExplorationAdapter.of(new ExplorationRecord(
        "example.Cell",
        12,
        List.of("more than 12 executions"),
        new TreeMap<>(Map.of("MOVED, 200", 11L, "MOVED, DEADLOCK", 1L)),
        new TreeSet<>(List.of("MOVED, 200")),
        List.of(new RecordedRace(
            "bank.balances[0]",
            new RecordedAccess("one", RecordedAction.WRITE, RECORDED),
            new RecordedAccess("two", RecordedAction.READ, RECORDED),
            "0-1_3")),
        List.of("opaque read at X.java:1"),
        List.of(),
        40));
    assertThat(explored.exploration())
        .isEqualTo(new ExplorationVerdict(
            12,
            false,
            List.of("more than 12 executions"),
            List.of("opaque read at X.java:1"),
            List.of(new VerdictRace(
                "bank.balances[0]",
                new VerdictAccess("one", VerdictAction.WRITE, WHERE),
                new VerdictAccess("two", VerdictAction.READ, WHERE),
                "0-1_3"))));
    assertThat(explored.outcomes())
        .containsExactly(Map.entry("DEADLOCK", 1L), Map.entry("MOVED, 200", 11L));
    assertThat(explored.serial()).containsExactly("MOVED, 200");
  }

  @Test
  void stepsAndWaitingActorsAreTakenOverFieldByField() {
    VerdictWitness.Interleaving witness = witness(
        List.of(new RecordedStep(
            0,
            RecordedAction.COMPARE_AND_SET,
            "bank.owner",
            Optional.of("0"),
            Optional.of("1"),
            Optional.of(true),
            Optional.of("method"),
            RECORDED)),
        List.of(new RecordedWait(
            1,
            RecordedResource.READ_LOCK,
            "bank.lock",
            List.of(new RecordedHolder(Optional.of(0), true, RECORDED)),
            RECORDED)));

    assertThat(witness)
        .isEqualTo(new VerdictWitness.Interleaving(
            "DEADLOCK",
            List.of("first", "second"),
            1,
            true,
            List.of(new VerdictStep(
                0,
                VerdictAction.COMPARE_AND_SET,
                "bank.owner",
                Optional.of("0"),
                Optional.of("1"),
                Optional.of(true),
                Optional.of("method"),
                WHERE,
                false)),
            List.of(new VerdictWait(
                1,
                VerdictResource.READ_LOCK,
                "bank.lock",
                List.of(new VerdictHolder(Optional.of(0), true, WHERE)),
                WHERE)),
            "0-1_3"));
  }

  @Test
  void everyActionAndEveryKindOfResourceIsTakenOver() {
    assertThat(Arrays.stream(RecordedAction.values()).map(ExplorationAdapter::action))
        .containsExactly(VerdictAction.values());
    assertThat(Arrays.stream(RecordedResource.values()).map(ExplorationAdapter::resource))
        .containsExactly(VerdictResource.values());
  }

  @Test
  void whoReadsInTheMiddleOfAChangeInterferes() {
    assertThat(interfering(
            read(0, "balances[0]"),
            write(0, "balances[0]"),
            read(1, "balances[0]"),
            read(1, "balances[1]"),
            read(1, "name"),
            write(0, "balances[1]")))
        .containsExactly(2, 3);
  }

  @Test
  void whoChangesWhatAnotherHasReadInterferes() {
    assertThat(interfering(
            read(0, "balances[0]"),
            write(1, "balances[0]"),
            write(1, "balances[1]"),
            read(0, "balances[1]")))
        .containsExactly(1);
  }

  @Test
  void whoChangesWhatAnotherHasReadAndWillOverwriteInterferes() {
    assertThat(interfering(
            read(0, "balances[0]"),
            read(1, "balances[0]"),
            write(1, "balances[0]"),
            write(0, "balances[0]")))
        .containsExactly(1, 2);
  }

  @Test
  void nobodyInterferesWhereActorsGoOneAfterTheOther() {
    assertThat(interfering(read(0, "a"), write(0, "a"), read(1, "a"), write(1, "a")))
        .isEmpty();
  }

  @Test
  void aComparisonThatFailsAndLocksChangeNothing() {
    assertThat(interfering(
            read(0, "a"),
            step(1, RecordedAction.COMPARE_AND_SET, "a", Optional.of(false)),
            step(1, RecordedAction.ACQUIRE, "a", Optional.empty()),
            step(1, RecordedAction.COMPARE_AND_SET, "a", Optional.of(true)),
            read(0, "b")))
        .containsExactly(3);
  }

  @Test
  void whoWaitsForeverIsNotDone() {
    List<RecordedStep> steps = List.of(read(0, "a"), write(1, "a"));
    RecordedWait wait = new RecordedWait(0, RecordedResource.NOTHING, "", List.of(), RECORDED);

    assertThat(witness(steps, List.of()).steps().get(1).interferes()).isFalse();
    assertThat(witness(steps, List.of(wait)).steps().get(1).interferes()).isTrue();
  }

  private static List<Integer> interfering(RecordedStep... steps) {
    List<VerdictStep> taken = witness(List.of(steps), List.of()).steps();
    return taken.stream().filter(VerdictStep::interferes).map(taken::indexOf).toList();
  }

  private static VerdictWitness.Interleaving witness(
      List<RecordedStep> steps, List<RecordedWait> waiting) {
    return (VerdictWitness.Interleaving) ExplorationAdapter.of(new ExplorationRecord(
            "example.Cell",
            1,
            List.of(),
            new TreeMap<>(),
            new TreeSet<>(),
            List.of(),
            List.of(),
            List.of(new RecordedWitness(
                "MOVED, DEADLOCK", List.of("first", "second"), 1, true, steps, waiting, "0-1_3")),
            1))
        .witnesses()
        .get(0);
  }

  private static RecordedStep read(int actor, String variable) {
    return step(actor, RecordedAction.READ, variable, Optional.empty());
  }

  private static RecordedStep write(int actor, String variable) {
    return step(actor, RecordedAction.WRITE, variable, Optional.empty());
  }

  private static RecordedStep step(
      int actor, RecordedAction action, String variable, Optional<Boolean> success) {
    return new RecordedStep(
        actor,
        action,
        variable,
        Optional.of("1"),
        Optional.of("2"),
        success,
        Optional.empty(),
        RECORDED);
  }
}
