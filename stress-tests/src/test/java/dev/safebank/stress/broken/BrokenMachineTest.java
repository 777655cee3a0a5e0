package dev.safebank.stress.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safebank.evidence.ForkRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real runs on a disk that is full or read-only. */
@EnabledIfSystemProperty(named = "safebank.test.brokenRuns", matches = "true")
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class BrokenMachineTest {

  @TempDir
  private Path folder;

  @AfterEach
  void unmount() throws Exception {
    new ProcessBuilder("umount", "-q", disk().toString()).start().waitFor();
  }

  @Test
  void aFullDiskIsSaidInOneLineBeforeTheRunBegins() throws Exception {
    mount("size=1m");
    fill();

    try (RunnerProcess run = start("--stress.budget=5s")) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .isEqualTo("stress: Cannot write evidence to %s (No space left on device). Choose another"
                  .formatted(disk())
              + " place with --evidence=FILE.");
    }
  }

  @Test
  void aDiskThatBecomesFullEndsTheRunAndWhatIsWrittenIsResumed() throws Exception {
    mount("size=256m");

    try (RunnerProcess run = start("--stress.budget=10m")) {
      run.awaitForks(2);
      fill();

      assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
      assertThat(run.output().lines())
          .anyMatch(line -> line.startsWith("stress: ") && line.contains("No space left on device"))
          .last()
          .asString()
          .startsWith("stress: Cut short. The evidence so far is in ");
      assertThat(run.output()).doesNotContain("\tat ");
      assertThat(run.forks().size()).isGreaterThanOrEqualTo(2);
    }
    Files.delete(disk().resolve("filler"));
    List<ForkRecord> before = RunnerProcess.forksIn(disk().resolve("stress.ndjson"));
    try (RunnerProcess resumed = start("--stress.budget=60s", "--stress.resume")) {
      assertThat(resumed.exitCode()).as(resumed.output()).isZero();
      assertThat(resumed.complete()).isTrue();
      assertThat(resumed.firstForks(before.size())).isEqualTo(before);
    }
  }

  @Test
  void aReadOnlyDiskIsSaidInOneLine() throws Exception {
    mount("ro");

    try (RunnerProcess run = start("--stress.budget=5s")) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .isEqualTo("stress: Cannot write evidence to %s (Read-only file system). Choose another"
                  .formatted(disk())
              + " place with --evidence=FILE.");
    }
  }

  private Path disk() {
    return folder.resolve("disk");
  }

  private RunnerProcess start(String... args) throws IOException {
    return RunnerProcess.start(disk(), args(args));
  }

  private static String[] args(String... more) {
    List<String> all = new ArrayList<>(
        List.of("--stress.variants=GlobalLockBank", "--stress.scenarios=TransferVersusValidate"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void mount(String options) throws Exception {
    Files.createDirectories(disk());
    Process mount = new ProcessBuilder(
            "mount", "-t", "tmpfs", "-o", options, "none", disk().toString())
        .redirectErrorStream(true)
        .start();
    String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(
        mount.waitFor() == 0, "needs a small file system, which may not be mounted: " + said);
  }

  private void fill() throws IOException {
    byte[] block = new byte[1 << 20];
    try (OutputStream filler = Files.newOutputStream(disk().resolve("filler"))) {
      while (true) {
        filler.write(block);
      }
    } catch (IOException full) {
      // As it was to be.
    }
  }
}
