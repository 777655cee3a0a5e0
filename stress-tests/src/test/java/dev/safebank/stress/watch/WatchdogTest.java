package dev.safebank.stress.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.Blockage.BlockedThread;
import dev.safebank.evidence.BlockageFile;
import dev.safebank.evidence.BlockageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchdogTest {

  @TempDir
  private Path dir;

  @Test
  void anInterruptThatIsNotTheWatchdogsHasNoRuling() {
    assertThatThrownBy(Watchdog::ruling)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "Thread \"" + Thread.currentThread().getName() + "\"",
            "was interrupted, but not by the watchdog");
  }

  @Test
  void aDeadlockOfMonitorsHaltsTheJvmAndIsKeptAsEvidence() throws Exception {
    Path file = dir.resolve("blockages.ndjson");
    Fork fork = Fork.run("monitors", "-Dsafebank.blockages=" + file);

    assertThat(fork.exitCode).as(fork.output).isEqualTo(86);
    assertThat(fork.output).isEmpty();
    List<Blockage> blockages = BlockageFile.read(file);
    assertThat(blockages).hasSize(1);
    Blockage blockage = blockages.get(0);
    assertThat(blockage.kind()).isEqualTo(BlockageKind.DEADLOCK);
    assertThat(blockage.threads()).extracting(BlockedThread::state).containsOnly("BLOCKED");
    assertThat(blockage.threads())
        .extracting(BlockedThread::actor, BlockedThread::heldBy)
        .containsExactlyInAnyOrder(
            tuple("lockAThenB", "lockBThenA"), tuple("lockBThenA", "lockAThenB"));
    assertThat(blockage.threads().get(0).waitsFor()).matches("Object@[0-9a-f]+");
    assertThat(blockage.threads().get(0).stack().get(0)).contains("enterBoth");
  }

  @Test
  void aHaltWithoutAnEvidenceFileSaysWhyOnTheErrorStream() throws Exception {
    Fork fork = Fork.run("monitors");

    assertThat(fork.exitCode).as(fork.output).isEqualTo(86);
    assertThat(fork.output)
        .startsWith("safebank watchdog: DEADLOCK, and no interrupt ends it."
            + " This JVM halts with exit code 86.")
        .contains("lockAThenB is BLOCKED, waits for Object@", ", held by lockBThenA", "    at ");
  }

  @Test
  void aStallIsKeptAsEvidenceOnceAndItsActorsReportIt() throws Exception {
    Path file = dir.resolve("blockages.ndjson");
    Fork fork = Fork.run("permits", "-Dsafebank.blockages=" + file);

    assertThat(fork.exitCode).as(fork.output).isZero();
    assertThat(fork.output.lines()).containsExactly("STUCK", "STUCK");
    List<Blockage> blockages = BlockageFile.read(file);
    assertThat(blockages).hasSize(1);
    assertThat(blockages.get(0).threads())
        .extracting(BlockedThread::actor)
        .containsExactlyInAnyOrder("acquire", "acquireToo");
  }

  /** What became of a forked JVM. */
  private record Fork(int exitCode, String output) {

    static Fork run(String way, String... options) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(WatchdogMain.class.getName(), way));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Fork(process.waitFor(), output);
    }
  }
}
