package dev.safebank.report.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.verdict.Exploration;
import dev.safebank.report.verdict.Witness;
import dev.safebank.report.verdict.Witness.Mark;
import dev.safebank.stress.evidence.ExplorationRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplorationAdapterTest {

  @Test
  void countsRacesAndLimitsAreTakenOver() {
    CellExploration explored = ExplorationAdapter.of(new ExplorationRecord(
        "example.Cell",
        12,
        3,
        List.of("more than 12 executions"),
        new TreeMap<>(Map.of("MOVED, 200", 11L, "MOVED, DEADLOCK", 1L)),
        new TreeSet<>(List.of("MOVED, 200")),
        List.of(new ExplorationRecord.Race("bank.balances[0]", "one", "other")),
        List.of("opaque read at X.java:1"),
        List.of(),
        40));
    assertThat(explored.exploration())
        .isEqualTo(new Exploration(
            12,
            false,
            List.of("more than 12 executions"),
            List.of("opaque read at X.java:1"),
            List.of(new Exploration.Race("bank.balances[0]", "one", "other"))));
    assertThat(explored.outcomes())
        .containsExactly(Map.entry("DEADLOCK", 1L), Map.entry("MOVED, 200", 11L));
    assertThat(explored.serial()).containsExactly("MOVED, 200");
  }

  @Test
  void whoReadsInTheMiddleOfAChangeIsMarked() {
    assertThat(marks(
            step("transfer", "reads bank.balances[0]: 100"),
            step("transfer", "bank.balances[0] 100 → 50"),
            step("validate", "reads bank.balances[0]: 50"),
            step("validate", "reads bank.balances[1]: 100"),
            step("validate", "reads bank.name: x"),
            step("transfer", "bank.balances[1] 100 → 150")))
        .containsExactly(Mark.NONE, Mark.NONE, Mark.INTRUDES, Mark.INTRUDES, Mark.NONE, Mark.NONE);
  }

  @Test
  void whoChangesWhatAnotherHasReadAndWillOverwriteIsMarked() {
    assertThat(marks(
            step("first", "reads bank.balances[0]: 100"),
            step("second", "reads bank.balances[0]: 100"),
            step("second", "bank.balances[0] 100 → 70"),
            step("first", "bank.balances[0] 70 → 50")))
        .containsExactly(Mark.NONE, Mark.INTRUDES, Mark.INTRUDES, Mark.NONE);
  }

  @Test
  void nothingIsMarkedWhereActorsGoOneAfterTheOther() {
    assertThat(marks(
            step("first", "reads a: 1"),
            step("first", "a 1 → 2"),
            step("second", "reads a: 2"),
            step("second", "a 2 → 3")))
        .containsOnly(Mark.NONE);
  }

  @Test
  void whoWaitsForEverComesLast() {
    Witness witness = witness(
        List.of(step("transfer", "locks bank.locks[0]")),
        List.of(new ExplorationRecord.Waiting(
            "transfer",
            "Bank.java:7",
            "the lock bank.locks[1]",
            List.of("validate (Bank.java:9)"))));
    Witness.Interleaving interleaving = (Witness.Interleaving) witness;
    assertThat(interleaving.simplest()).isTrue();
    assertThat(interleaving.steps().get(1))
        .isEqualTo(new Witness.Step(
            "transfer",
            "Bank.java:7",
            "waits for ever for the lock bank.locks[1], held by validate (Bank.java:9)",
            Mark.WAITS));
  }

  private static List<Mark> marks(ExplorationRecord.Step... steps) {
    Witness.Interleaving witness = (Witness.Interleaving) witness(List.of(steps), List.of());
    return witness.steps().stream().map(Witness.Step::mark).toList();
  }

  private static Witness witness(
      List<ExplorationRecord.Step> steps, List<ExplorationRecord.Waiting> waiting) {
    return ExplorationAdapter.of(new ExplorationRecord(
            "example.Cell",
            1,
            0,
            List.of(),
            new TreeMap<>(),
            new TreeSet<>(),
            List.of(),
            List.of(),
            List.of(new ExplorationRecord.Witness("MOVED, 150", 1, true, steps, waiting, "0 1")),
            1))
        .witnesses()
        .get(0);
  }

  private static ExplorationRecord.Step step(String actor, String what) {
    return new ExplorationRecord.Step(actor, "Bank.java:1", what);
  }
}
