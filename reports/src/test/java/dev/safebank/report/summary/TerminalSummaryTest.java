package dev.safebank.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.report.fixture.Cases;
import dev.safebank.report.fixture.Golden;
import dev.safebank.report.fixture.RunFixture;
import dev.safebank.report.fixture.Scenarios;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalSummaryTest {

  @ParameterizedTest
  @EnumSource
  void theSummaryReadsAsKept(Cases golden) throws IOException {
    Golden.assertSame(
        "summary-" + golden.file(),
        TerminalSummary.of(
            golden.verdicts(), GateState.CHECKED, "reports/target/outcomes/index.html"));
  }

  @Test
  void hostileTextNeitherSteersTheTerminalNorFloodsIt() {
    RunFixture run = RunFixture.empty()
        .scenarios(List.of(Scenarios.OVERDRAW))
        .variant("Evil\u001b[2JBank", "\u202eidea", RunFixture.allBut(), "none")
        .cells()
        .sees("Evil\u001b[2JBank", "Overdraw", "C2", Map.of("\u0007".repeat(10_000), 1L));
    String summary = TerminalSummary.of(run.verdicts(), GateState.CHECKED, "index.html");
    assertThat(summary)
        .doesNotContain("\u001b", "\u202e", "\u0007")
        .contains("Evil⟨U+001B⟩[2JBank");
    assertThat(summary.lines()).allMatch(line -> line.length() < 500);
  }

  @Test
  void aGateThatWasSkippedIsSaidToBe() {
    Verdicts broken = Cases.CLAIM_BROKEN.verdicts();
    assertThat(TerminalSummary.of(broken, GateState.SKIPPED, "index.html"))
        .contains("The gate was skipped. This run says:\n  - GlobalLockBank claims");
    assertThat(TerminalSummary.of(Cases.ALL_GOOD.verdicts(), GateState.SKIPPED, "index.html"))
        .contains("The gate was skipped.\n");
  }

  @Test
  void aGateWhoseFailuresAreIgnoredIsSaidToBe() {
    assertThat(TerminalSummary.of(Cases.CLAIM_BROKEN.verdicts(), GateState.IGNORED, "index.html"))
        .contains("The gate fails, which this build ignores (-Dmaven.test.failure.ignore). This run"
            + " says:\n  - GlobalLockBank claims");
  }

  @Test
  void whatChangedIsSaidOnce() {
    RunFixture run = RunFixture.good().outdated("GlobalLockBank");
    assertThat(TerminalSummary.of(run.verdicts(), GateState.CHECKED, "index.html"))
        .containsOnlyOnce("GlobalLockBank changed after it was stressed: it is UNTESTED.");
  }

  @Test
  void manyReasonsAreCutShortWithTheirNumber() {
    RunFixture run = RunFixture.good();
    for (int i = 0; i < 20; i++) {
      run.sees("GlobalLockBank", "Overdraw", "C2", Map.of("odd " + i, 1L));
    }
    assertThat(TerminalSummary.of(run.verdicts(), GateState.CHECKED, "index.html"))
        .contains("  … and 8 more, in the report.");
  }
}
