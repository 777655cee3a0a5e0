package dev.safebank.model.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.model.specification.Call.Transfer;
import dev.safebank.model.specification.Call.TransferAndValidate;
import dev.safebank.model.specification.Call.Validate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReportedProgramTest {

  private static final ReportedProgram CROSSING = new ReportedProgram(
      Program.on(100, 100).actor(new Transfer(0, 1, 50)).actor(new Transfer(1, 0, 30)),
      List.of(List.of(0, 1)));

  private static final ReportedProgram OVERDRAW = new ReportedProgram(
      Program.on(100, 100, 100).actor(new Transfer(0, 1, 80)).actor(new Transfer(0, 2, 80)),
      List.of(List.of(0)));

  private static final ReportedProgram RACING = new ReportedProgram(
      Program.on(100, 100).actor(new Transfer(0, 1, 50)).actor(new Transfer(0, 1, 30)),
      List.of(List.of(0), List.of(1)));

  private static final ReportedProgram FAILED = new ReportedProgram(
      Program.on(100, 100).actor(new Transfer(0, 1, 50, true)).actor(new Transfer(0, 1, 30)),
      List.of(List.of(0, 1)));

  private static final ReportedProgram NESTED = new ReportedProgram(
      Program.on(100, 100).actor(new TransferAndValidate(0, 1, 50)).actor(new Transfer(1, 0, 30)),
      List.of());

  private static final ReportedProgram TWICE = new ReportedProgram(
      Program.on(100, 100).actor(new Transfer(0, 1, 50)).actor(new Validate(), new Validate()),
      List.of());

  private static Set<AnomalyKind> kinds(ReportedProgram reported, String report) {
    return AnomalyClassifier.classify(reported, report);
  }

  @Test
  void serialOutcomesReadAsTheyAreReported() {
    assertThat(CROSSING.serialOutcomes()).containsExactly("MOVED, MOVED, 200");
    assertThat(OVERDRAW.serialOutcomes())
        .containsExactly("MOVED, REFUSED, 20", "REFUSED, MOVED, 20");
    assertThat(FAILED.serialOutcomes()).containsExactly("FAILED, MOVED, 200");
    assertThat(NESTED.serialOutcomes()).containsExactly("200, MOVED");
    assertThat(TWICE.serialOutcomes()).containsExactly("MOVED, 200, 200");
  }

  @Test
  void aSerialReportHasNoAnomaly() {
    assertThat(kinds(OVERDRAW, "REFUSED, MOVED, 20")).isEmpty();
    assertThat(kinds(TWICE, "MOVED, 200, 200")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidAsFarAsTheReportTells() {
    assertThat(kinds(CROSSING, "MOVED, MOVED, 150")).containsExactly(AnomalyKind.LOST_MONEY);
    assertThat(kinds(CROSSING, "MOVED, MOVED, 230")).containsExactly(AnomalyKind.MADE_MONEY);
    assertThat(kinds(RACING, "MOVED, MOVED, 100, 100")).containsExactly(AnomalyKind.LOST_TRANSFER);
    assertThat(kinds(OVERDRAW, "MOVED, MOVED, -60")).containsExactly(AnomalyKind.OVERDRAFT);
    assertThat(kinds(FAILED, "FAILED, MOVED, 150")).containsExactly(AnomalyKind.NOT_UNDONE);
    assertThat(kinds(TWICE, "MOVED, 200, 150")).containsExactly(AnomalyKind.TORN_TOTAL);
    assertThat(kinds(TWICE, "REFUSED, 200, 200")).containsExactly(AnomalyKind.UNSPECIFIED_RESULT);
  }

  @Test
  void aBalanceThatALostTransferExplainsIsNotMoneyMade() {
    assertThat(kinds(OVERDRAW, "MOVED, MOVED, 20")).containsExactly(AnomalyKind.LOST_TRANSFER);
    assertThat(kinds(OVERDRAW, "MOVED, REFUSED, 70")).containsExactly(AnomalyKind.MADE_MONEY);
  }

  @Test
  void whoWaitsForeverIsReadFromTheWords() {
    assertThat(kinds(FAILED, "FAILED, STUCK, 150")).containsExactly(AnomalyKind.NOT_RELEASED);
    assertThat(kinds(FAILED, "STUCK, MOVED, 150")).containsExactly(AnomalyKind.STUCK);
    assertThat(kinds(NESTED, "STUCK, STUCK")).containsExactly(AnomalyKind.NOT_NESTED);
    assertThat(kinds(CROSSING, "DEADLOCK, MOVED, 170")).containsExactly(AnomalyKind.DEADLOCK);
    assertThat(kinds(TWICE, "MOVED, STUCK, 150")).containsExactly(AnomalyKind.STUCK);
  }

  @Test
  void whatNoCallReportsIsForbidden() {
    for (String report : List.of(
        "",
        "MOVED, MOVED",
        "MOVED, MOVED, 200, 0",
        "MOVED, MOVED, much",
        "MOVED, 200, 200",
        "MOVED, NullPointerException, 200",
        "MOVED, IllegalArgumentException, 200",
        "MOVED, null, 200",
        "MOVED, FAILED, 200",
        "moved, MOVED, 200")) {
      assertThat(kinds(CROSSING, report)).as(report).contains(AnomalyKind.FORBIDDEN_RESULT);
    }
    assertThat(kinds(TWICE, "MOVED, MOVED, 200")).contains(AnomalyKind.FORBIDDEN_RESULT);
  }

  @Test
  void theCallWhoseResultIsWrongIsNamedWithWhatTheSpecificationAllows() {
    assertThat(AnomalyClassifier.contrast(CROSSING, "MOVED, NullPointerException, 150"))
        .isEqualTo("transfer(1, 0, 30) gave NullPointerException where the specification allows"
            + " MOVED");
    assertThat(AnomalyClassifier.contrast(OVERDRAW, "MOVED, STUCK, 20"))
        .isEqualTo("transfer(0, 2, 80) gave STUCK where the specification allows REFUSED or MOVED");
  }

  @Test
  void allCallsAreNamedWhereOnlyTheirCombinationIsWrong() {
    assertThat(AnomalyClassifier.contrast(RACING, "MOVED, MOVED, 100, 100"))
        .isEqualTo("transfer(0, 1, 50) gave MOVED and transfer(0, 1, 30) gave MOVED, and left"
            + " [100, 100]; the specification allows \"MOVED, MOVED, 20, 180\"");
  }

  @Test
  void theProgramIsNamedWhereAReportIsNoneOfIt() {
    assertThat(AnomalyClassifier.contrast(CROSSING, "FAILED: actor threw"))
        .isEqualTo("transfer(0, 1, 50) ‖ transfer(1, 0, 30) on [100, 100]: the specification"
            + " allows \"MOVED, MOVED, 200\"");
  }
}
