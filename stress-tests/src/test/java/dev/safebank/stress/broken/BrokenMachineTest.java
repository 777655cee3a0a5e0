package dev.safebank.stress.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real runs on a disk that is full or read-only, and under a clock that steps. */
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

  /**
   * The clock starts ten years ago, which shows in the evidence that it is the made-up one, and
   * steps by days, both ways: no fork is taken for one that hangs, and the budget does not run out.
   */
  @Test
  void aClockThatStepsChangesNothing() throws Exception {
    Path library = fakeClock();
    Path offset = Files.createDirectories(disk()).resolve("offset");
    stepTo(offset, "-3650d");
    // Only the time of day is made up, as when a machine's clock is set. By default the library
    // takes
    // waits into its hands as well, and a JVM's then end too early or never.
    Map<String, String> faked = Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", offset.toString(),
        "FAKETIME_NO_CACHE", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0");

    try (RunnerProcess run = RunnerProcess.start(
        disk(), List.of(), RunnerProcess.thisJava(), faked, args("--stress.budget=10m"))) {
      Iterator<String> steps = Stream.generate(
              () -> Stream.of("-3649d", "-3652d", "-3640d", "-3650d"))
          .flatMap(step -> step)
          .iterator();
      // At every look, so that many fall within a fork.
      RunnerProcess.await(() -> {
        stepTo(offset, steps.next());
        return !run.handle().isAlive() || run.forks().size() >= 6;
      });

      assertThat(run.handle().isAlive()).as(run.output()).isTrue();
      assertThat(run.forks())
          .hasSizeGreaterThanOrEqualTo(6)
          .allMatch(fork -> fork.status() == ForkStatus.COMPLETED && fork.samples() > 0)
          .noneMatch(fork -> fork.outcomes().containsKey(BlockageKind.HUNG.outcome()));
    }
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(disk().resolve("stress.ndjson"), records::add);
    assertThat(((Header) records.get(0)).started())
        .isBefore(Instant.now().minus(3000, ChronoUnit.DAYS));
  }

  /** The library for threads; Debian's package {@code faketime} has it. */
  private static Path fakeClock() throws IOException {
    try (Stream<Path> libraries = Files.find(
        Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith("libfaketimeMT.so.1"))) {
      Optional<Path> library = libraries.findAny();
      assumeTrue(library.isPresent(), "needs libfaketime");
      return library.get();
    }
  }

  private static void stepTo(Path offset, String time) {
    try {
      Path next = Files.writeString(offset.resolveSibling("next"), time);
      Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
