package dev.safebank.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class RunBenchmarksTest {

  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new RunBenchmarks()).setErr(new PrintWriter(err)).execute(arguments);
  }

  @Test
  void anUnknownVariantIsAnErrorThatListsThoseThereAre() {
    assertThat(run("Snapshot")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Unknown variant \"Snapshot\". Did you mean SnapshotBank? Known: UnsafeBank,");
  }

  @Test
  void quickIsTrueOrFalse() {
    assertThat(run("--quick=maybe")).isEqualTo(2);
    assertThat(err.toString()).contains("'--quick'").contains("'maybe'");
  }
}
