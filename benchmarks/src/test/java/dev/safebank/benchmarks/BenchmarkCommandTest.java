package dev.safebank.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BenchmarkCommandTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return BenchmarkCommand.execute(out, out, arguments);
  }

  @Test
  void anUnknownVariantIsAnErrorThatListsThoseThereAre() {
    assertThat(run("Snapshot")).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("benchmarks: no variant matches \"Snapshot\". Did you mean SnapshotBank?"
            + " Known: UnsafeBank,");
  }

  @Test
  void quickIsTrueOrFalse() {
    assertThat(run("--quick=maybe")).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("'--quick'").contains("'maybe'");
  }
}
