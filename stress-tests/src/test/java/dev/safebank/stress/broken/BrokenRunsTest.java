package dev.safebank.stress.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real runs, and what can befall them: docs/reliability.md lists the trials. */
@EnabledIfSystemProperty(named = "safebank.test.brokenRuns", matches = "true")
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class BrokenRunsTest {

  private static final String[] ONE_CELL = {
    "--stress.variants=GlobalLockBank", "--stress.scenarios=TransferVersusValidate"
  };

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 0", "INT, 2", "TERM, 1", "KILL, 0", "KILL, 1", "KILL, 3"})
  void aRunThatIsEndedBySignalLosesNothingAndIsResumed(String signal, int forks) throws Exception {
    // What a shell starts in the background ignores SIGINT, and so would the run.
    List<String> listening = List.of("env", "--default-signal=INT");
    List<ForkRecord> before;
    try (RunnerProcess run = RunnerProcess.start(
        folder, listening, RunnerProcess.thisJava(), Map.of(), withCell("--stress.budget=10m"))) {
      run.awaitOutput("cells");
      run.awaitForks(forks);
      run.signal(signal);
      assertThat(run.exitCode()).as(run.output()).isNotZero();
      before = run.forks();
    }
    try (RunnerProcess resumed = start("--stress.budget=10m", "--stress.resume")) {
      resumed.awaitForks(before.size() + 1);

      assertThat(resumed.handle().isAlive()).as(resumed.output()).isTrue();
      assertThat(resumed.firstForks(before.size())).isEqualTo(before);
      assertThat(resumed.forks()).doesNotHaveDuplicates();
      assertThat(resumed.output())
          .contains(before.isEmpty() ? "cells" : "Resumed: %d forks".formatted(before.size()));
      resumed.signal("TERM");
      assertThat(resumed.exitCode()).as(resumed.output()).isNotZero();
    }
    assertThat(folder).isDirectoryNotContaining("glob:**/forks-*");
  }

  @Test
  void aRunEndsWithTheProcessThatStartedIt() throws Exception {
    List<String> shell = List.of("sh", "-c", "\"$@\" & wait", "sh");
    try (RunnerProcess run = RunnerProcess.start(
        folder, shell, RunnerProcess.thisJava(), Map.of(), withCell("--stress.budget=10m"))) {
      run.awaitForks(1);
      List<ProcessHandle> all = run.handle().descendants().toList();
      run.signal("KILL");

      RunnerProcess.await(() -> all.stream().noneMatch(ProcessHandle::isAlive));

      assertThat(run.output()).contains("Cut short.");
      assertThat(run.complete()).isFalse();
    }
  }

  @Test
  void forksThatOthersKillAreRunAgain() throws Exception {
    try (RunnerProcess run = start("--stress.budget=10m")) {
      for (int kills = 0; kills < 3; kills++) {
        run.awaitForks(1 + 3 * kills);
        RunnerProcess.await(() -> killAFork(run.handle()) || !run.handle().isAlive());
      }
      RunnerProcess.await(() -> !killed(run).isEmpty()
          && killed(run).stream().allMatch(fork -> runAgain(fork, run.forks())));
    }
  }

  private static List<ForkRecord> killed(RunnerProcess run) {
    return run.forks().stream()
        .filter(fork -> fork.status() == ForkStatus.KILLED)
        .toList();
  }

  private static boolean runAgain(ForkRecord killed, List<ForkRecord> forks) {
    return forks.subList(forks.indexOf(killed), forks.size()).stream()
        .anyMatch(later -> later.configuration().equals(killed.configuration())
            && later.status() == ForkStatus.COMPLETED);
  }

  @Test
  void ofTwoRunsTheSecondSaysInOneLineThatThereIsAnother() throws Exception {
    try (RunnerProcess first = start("--stress.budget=10m")) {
      first.awaitForks(1);
      try (RunnerProcess second = start("--stress.budget=10m")) {
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.output())
            .isEqualTo(
                "stress: Another run (process %d) is writing evidence to %s. Wait until it has"
                        .formatted(first.handle().pid(), folder)
                    + " ended, or end it.");
      }
    }
  }

  @Test
  void onOneCpuStressIsSkippedAndThatIsSaid() throws Exception {
    List<String> oneCpu = List.of("taskset", "-c", aCpu());
    try (RunnerProcess run =
        RunnerProcess.start(folder, oneCpu, RunnerProcess.thisJava(), Map.of(), ONE_CELL)) {
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output())
          .contains("No cell can be stressed on 1 CPU: stress is SKIPPED, and exploration alone");
      assertThat(run.complete()).isTrue();
    }
  }

  /** A CPU that this process may use; not everywhere is the first one among them. */
  private static String aCpu() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.replaceAll("\\D+(\\d+).*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPathMayHaveSpacesAndAnyLetters() throws Exception {
    Path odd = folder.resolve("ein Ordner für 口座 & more");
    try (RunnerProcess run = RunnerProcess.start(
        odd,
        List.of(),
        RunnerProcess.thisJava(),
        Map.of("LC_ALL", "C.UTF-8"),
        withCell("--stress.budget=10m"))) {
      run.awaitForks(2);
      assertThat(run.forks()).as(run.output()).isNotEmpty().allMatch(fork -> fork.samples() > 0);
    }
  }

  @Test
  void aRunNeedsNoCompiler() throws Exception {
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    assumeTrue(Files.exists(jlink), "this JDK has no jlink");
    Path image = folder.resolve("jre");
    Process linking = new ProcessBuilder(
            jlink.toString(),
            "--add-modules",
            "java.se,jdk.unsupported,jdk.management",
            "--output",
            image.toString())
        .inheritIO()
        .start();
    assertThat(linking.waitFor()).isZero();

    try (RunnerProcess run = RunnerProcess.start(
        folder, List.of(), image.resolve("bin/java"), Map.of(), withCell("--stress.budget=10m"))) {
      run.awaitForks(2);
      assertThat(run.forks()).as(run.output()).isNotEmpty().allMatch(fork -> fork.samples() > 0);
    }
  }

  /** Calls of all variants end or block, and only those that block are blockages. */
  @Test
  void noForkOfAnyVariantIsSaidToRunOn() throws Exception {
    try (RunnerProcess run = RunnerProcess.start(folder, "--stress.budget=3m")) {
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.forks())
          .isNotEmpty()
          .noneMatch(fork -> fork.outcomes().containsKey(BlockageKind.HUNG.outcome()));
    }
  }

  /** Kills a fork with SIGKILL; false if none runs just now. */
  static boolean killAFork(ProcessHandle run) {
    try (Stream<ProcessHandle> forks = run.children()) {
      return forks.findAny().map(ProcessHandle::destroyForcibly).orElse(false);
    }
  }

  private RunnerProcess start(String... args) throws IOException {
    return RunnerProcess.start(folder, withCell(args));
  }

  private static String[] withCell(String... args) {
    return Stream.concat(Stream.of(ONE_CELL), Stream.of(args)).toArray(String[]::new);
  }
}
