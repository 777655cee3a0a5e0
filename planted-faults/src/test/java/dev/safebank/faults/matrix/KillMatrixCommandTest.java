package dev.safebank.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.KillMatrixFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillMatrixCommandTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void faultsAreFoundAndRightBanksRaiseNoAlarm() throws IOException {
    assertThat(run("2x1x2:small", "GlobalLockBank_LosesTheDeposit,SemaphoreBank"))
        .isZero();
    assertThat(printed())
        .startsWith("kill-matrix: 1 of 1 faults found, 1 of 1 other banks as expected");
    assertThat(KillMatrixFile.read(evidence()).orElseThrow())
        .filteredOn(ExploredBank.class::isInstance)
        .extracting(record -> ((ExploredBank) record).name())
        .containsExactly("GlobalLockBank_LosesTheDeposit", "SemaphoreBank");
  }

  /** The fault shows only in programs of three actors. */
  @Test
  void aFaultThatTheScopeCannotShowIsMissed() throws IOException {
    assertThat(run("2x1x2:small", "AllocatorBank_TakesOneByOne")).isOne();
    assertThat(printed())
        .startsWith("MISSED AllocatorBank_TakesOneByOne: waits for the second account while it has"
            + " the first. It breaks NEVER_DEADLOCKS; found: nothing.");
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    assertThat(run("2x1x2:small", "NoBank")).isEqualTo(2);
    assertThat(printed())
        .startsWith("kill-matrix: --banks: no bank matches NoBank. docs/planted-faults.md says");
  }

  private int run(String scope, String banks) {
    return KillMatrixCommand.execute(
        out,
        out,
        "--explore.scope=" + scope,
        "--harmless.scope=" + scope,
        "--banks=" + banks,
        "--evidence=" + evidence(),
        "--classes=" + folder.resolve("classes"));
  }

  private Path evidence() {
    return folder.resolve(KillMatrixFile.EXPLORED);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
