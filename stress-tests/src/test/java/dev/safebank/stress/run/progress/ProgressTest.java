package dev.safebank.stress.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.run.SampleCells;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.RunProgress;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final RunProgress TALLY = new RunProgress(212, 81_234_567, 200, 120, 60, 31);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void saysHowMuchTimeIsLeftAndWhatRuns() {
    PlannedFork fork = PlannedFork.first(
        SampleCells.cell(SampleCells.SAFE, SampleCells.VALIDATE), VmConfiguration.C1, 100);

    assertThat(ProgressText.line(
            TALLY, Duration.ofSeconds(94), Duration.ofSeconds(200), List.of(fork)))
        .isEqualTo("Stress 47%, 1 min 46 s left: 81 M samples, 120/200 cells covered,"
            + " 31/60 breaks seen, SafeBank in Validate (C1)");
  }

  @Test
  void saysHowLongItGoesOnBeyondTheBudget() {
    assertThat(
            ProgressText.line(TALLY, Duration.ofSeconds(201), Duration.ofSeconds(200), List.of()))
        .startsWith("Stress 100%, 1.0 s over budget, for what is not yet seen: ");
  }

  @Test
  void onATerminalALineIsWrittenOverAndNeverWiderThanIt() {
    ProgressDisplay display = ProgressDisplay.on(out, true, 10);

    display.show("0123456789", Duration.ofSeconds(1));
    display.say("stays");
    display.close();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[2K012345678\r\u001b[2Kstays" + System.lineSeparator() + "\r\u001b[2K");
  }

  @Test
  void elsewhereALineIsWrittenEveryFifteenSeconds() {
    ProgressDisplay display = ProgressDisplay.on(out, false, 10);

    for (int second : List.of(0, 14, 15, 16, 29, 47, 59, 60)) {
      display.show("at " + second + " seconds", Duration.ofSeconds(second));
    }

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("at 15 seconds", "at 47 seconds", "at 60 seconds");
  }

  @Test
  void noLineIsWrittenOverWhereNobodyWatches() {
    assertThat(Terminal.interactive(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.interactive(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"132, 132", "'', 80", "wide, 80", "0, 80"})
  void linesAreAsWideAsTheShellSays(String columns, int width) {
    assertThat(Terminal.columns(Map.of("COLUMNS", columns))).isEqualTo(width);
  }
}
