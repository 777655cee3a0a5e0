package dev.safebank.model.specification;

import static dev.safebank.model.specification.AnomalyKind.LOST_MONEY;
import static dev.safebank.model.specification.AnomalyKind.LOST_TRANSFER;
import static dev.safebank.model.specification.AnomalyKind.MADE_MONEY;
import static dev.safebank.model.specification.AnomalyKind.NOT_UNDONE;
import static dev.safebank.model.specification.AnomalyKind.OVERDRAFT;
import static dev.safebank.model.specification.AnomalyKind.TORN_TOTAL;
import static dev.safebank.model.specification.Outcomes.FAILED;
import static dev.safebank.model.specification.Outcomes.MOVED;
import static dev.safebank.model.specification.Outcomes.REFUSED;
import static dev.safebank.model.specification.Outcomes.each;
import static dev.safebank.model.specification.Outcomes.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.TransferAndValidate;
import dev.safebank.model.specification.Call.Validate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The ten scenarios as programs: their outcomes, worked out by hand, and what is wrong with them.
 */
final class ScenarioProgramsTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;

  /** A program with all its serial outcomes. */
  record Serial(String scenario, Program program, Set<Outcome> outcomes) {

    @Override
    public String toString() {
      return scenario;
    }
  }

  /** An outcome of a scenario that is not serial. */
  record Anomalous(Serial scenario, Outcome outcome, Set<AnomalyKind> kinds) {

    @Override
    public String toString() {
      return scenario + ": " + outcome;
    }
  }

  private static final Serial TRANSFER_VERSUS_VALIDATE = new Serial(
      "TransferVersusValidate",
      Program.on(100, 100).actor(new Transfer(A, B, 50)).actor(new Validate()),
      Set.of(each(MOVED, total(200)).leaving(50, 150)));

  private static final Serial RACING_TRANSFERS = new Serial(
      "RacingTransfers",
      Program.on(100, 100).actor(new Transfer(A, B, 50)).actor(new Transfer(A, B, 30)),
      Set.of(each(MOVED, MOVED).leaving(20, 180)));

  private static final Serial CROSSING_TRANSFERS = new Serial(
      "CrossingTransfers",
      Program.on(100, 100).actor(new Transfer(A, B, 50)).actor(new Transfer(B, A, 30)),
      Set.of(each(MOVED, MOVED).leaving(80, 120)));

  private static final Serial OVERDRAW = new Serial(
      "Overdraw",
      Program.on(100, 100, 100).actor(new Transfer(A, B, 80)).actor(new Transfer(A, C, 80)),
      Set.of(
          each(MOVED, REFUSED).leaving(20, 180, 100), each(REFUSED, MOVED).leaving(20, 100, 180)));

  private static final Serial FAILED_TRANSFER = new Serial(
      "FailedTransfer",
      Program.on(100, 100).actor(new Transfer(A, B, 50, true)).actor(new Transfer(A, B, 30)),
      Set.of(each(FAILED, MOVED).leaving(70, 130)));

  private static final Serial NESTED_VALIDATE = new Serial(
      "NestedValidate",
      Program.on(100, 100).actor(new TransferAndValidate(A, B, 50)).actor(new Transfer(B, A, 30)),
      Set.of(each(total(200), MOVED).leaving(80, 120)));

  private static final Serial SELF_TRANSFER = new Serial(
      "SelfTransfer",
      Program.on(100, 100).actor(new Transfer(A, A, 50)).actor(new Validate()),
      Set.of(each(MOVED, total(200)).leaving(100, 100)));

  private static final Serial VALIDATE_TWICE = new Serial(
      "ValidateTwice",
      Program.on(100, 100).actor(new Transfer(A, B, 50)).actor(new Validate(), new Validate()),
      Set.of(each(MOVED).actor(total(200), total(200)).leaving(50, 150)));

  private static final Serial DISJOINT_TRANSFERS = new Serial(
      "DisjointTransfers",
      Program.on(100, 100, 100, 100)
          .actor(new Transfer(A, B, 50))
          .actor(new Transfer(C, D, 30))
          .actor(new Validate()),
      Set.of(each(MOVED, MOVED, total(400)).leaving(50, 150, 70, 130)));

  private static final Serial RING_OF_TRANSFERS = new Serial(
      "RingOfTransfers",
      Program.on(100, 100, 100)
          .actor(new Transfer(A, B, 50))
          .actor(new Transfer(B, C, 30))
          .actor(new Transfer(C, A, 20)),
      Set.of(each(MOVED, MOVED, MOVED).leaving(70, 120, 110)));

  static final List<Serial> SCENARIOS = List.of(
      TRANSFER_VERSUS_VALIDATE,
      RACING_TRANSFERS,
      CROSSING_TRANSFERS,
      OVERDRAW,
      FAILED_TRANSFER,
      NESTED_VALIDATE,
      SELF_TRANSFER,
      VALIDATE_TWICE,
      DISJOINT_TRANSFERS,
      RING_OF_TRANSFERS);

  static final List<Anomalous> ANOMALIES = List.of(
      torn(TRANSFER_VERSUS_VALIDATE, each(MOVED, total(150)).leaving(50, 150)),
      torn(TRANSFER_VERSUS_VALIDATE, each(MOVED, total(250)).leaving(50, 150)),
      wrong(RACING_TRANSFERS, MADE_MONEY, each(MOVED, MOVED).leaving(50, 180)),
      wrong(RACING_TRANSFERS, MADE_MONEY, each(MOVED, MOVED).leaving(70, 180)),
      wrong(RACING_TRANSFERS, LOST_MONEY, each(MOVED, MOVED).leaving(20, 130)),
      wrong(RACING_TRANSFERS, LOST_MONEY, each(MOVED, MOVED).leaving(20, 150)),
      wrong(RACING_TRANSFERS, LOST_MONEY, each(MOVED, MOVED).leaving(50, 130)),
      wrong(RACING_TRANSFERS, MADE_MONEY, each(MOVED, MOVED).leaving(70, 150)),
      wrong(RACING_TRANSFERS, LOST_TRANSFER, each(MOVED, MOVED).leaving(50, 150)),
      wrong(RACING_TRANSFERS, LOST_TRANSFER, each(MOVED, MOVED).leaving(70, 130)),
      wrong(CROSSING_TRANSFERS, LOST_MONEY, each(MOVED, MOVED).leaving(50, 70)),
      wrong(CROSSING_TRANSFERS, LOST_MONEY, each(MOVED, MOVED).leaving(80, 70)),
      wrong(CROSSING_TRANSFERS, LOST_MONEY, each(MOVED, MOVED).leaving(50, 120)),
      wrong(CROSSING_TRANSFERS, MADE_MONEY, each(MOVED, MOVED).leaving(80, 150)),
      wrong(CROSSING_TRANSFERS, MADE_MONEY, each(MOVED, MOVED).leaving(130, 120)),
      wrong(CROSSING_TRANSFERS, MADE_MONEY, each(MOVED, MOVED).leaving(130, 150)),
      wrong(OVERDRAW, OVERDRAFT, each(MOVED, MOVED).leaving(-60, 180, 180)),
      wrong(OVERDRAW, MADE_MONEY, each(MOVED, MOVED).leaving(20, 180, 180)),
      wrong(FAILED_TRANSFER, NOT_UNDONE, each(FAILED, MOVED).leaving(20, 130)),
      wrong(FAILED_TRANSFER, NOT_UNDONE, each(FAILED, MOVED).leaving(100, 130)),
      wrong(FAILED_TRANSFER, NOT_UNDONE, each(FAILED, MOVED).leaving(120, 130)),
      torn(NESTED_VALIDATE, each(total(170), MOVED).leaving(80, 120)),
      torn(NESTED_VALIDATE, each(total(230), MOVED).leaving(80, 120)),
      new Anomalous(
          NESTED_VALIDATE, each(total(120), MOVED).leaving(50, 70), Set.of(TORN_TOTAL, LOST_MONEY)),
      torn(SELF_TRANSFER, each(MOVED, total(150)).leaving(100, 100)),
      new Anomalous(
          SELF_TRANSFER, each(MOVED, total(250)).leaving(150, 100), Set.of(TORN_TOTAL, MADE_MONEY)),
      torn(VALIDATE_TWICE, each(MOVED).actor(total(150), total(200)).leaving(50, 150)),
      torn(VALIDATE_TWICE, each(MOVED).actor(total(200), total(250)).leaving(50, 150)),
      torn(DISJOINT_TRANSFERS, each(MOVED, MOVED, total(320)).leaving(50, 150, 70, 130)),
      torn(DISJOINT_TRANSFERS, each(MOVED, MOVED, total(480)).leaving(50, 150, 70, 130)),
      wrong(RING_OF_TRANSFERS, LOST_MONEY, each(MOVED, MOVED, MOVED).leaving(50, 120, 110)),
      wrong(RING_OF_TRANSFERS, MADE_MONEY, each(MOVED, MOVED, MOVED).leaving(120, 120, 110)));

  private static Anomalous torn(Serial scenario, Outcome outcome) {
    return wrong(scenario, TORN_TOTAL, outcome);
  }

  private static Anomalous wrong(Serial scenario, AnomalyKind kind, Outcome outcome) {
    return new Anomalous(scenario, outcome, Set.of(kind));
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SCENARIOS")
  void theSerialOutcomesAreThoseWorkedOutByHand(Serial scenario) {
    assertThat(Specification.serialOutcomes(scenario.program())).isEqualTo(scenario.outcomes());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SCENARIOS")
  void nothingIsWrongWithASerialOutcome(Serial scenario) {
    assertThat(scenario.outcomes())
        .allSatisfy(outcome ->
            assertThat(AnomalyClassifier.classify(scenario.program(), outcome)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("ANOMALIES")
  void anAnomalyIsClassifiedByTheLawThatItBreaks(Anomalous anomalous) {
    assertThat(AnomalyClassifier.classify(anomalous.scenario().program(), anomalous.outcome()))
        .isEqualTo(anomalous.kinds());
  }
}
