package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.Completeness;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.SkippedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as users meet it, on the cells that are really there. */
class StressCommandTest {

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void refusesATimeThatIsNone() {
    assertThat(stress("--stress.budget=soon")).isEqualTo(2);
    assertThat(printed())
        .isEqualTo(
            "stress: stress.budget: \"soon\" is not a time: write a number and s, m or h, e.g."
                + " 90s, 5m or 2h.");
  }

  @Test
  void refusesAVariantThatThereIsNot() {
    assertThat(stress("--stress.variants=GlobaLockBank")).isEqualTo(2);
    assertThat(printed())
        .startsWith("stress: no variant matches \"GlobaLockBank\"."
            + " Did you mean GlobalLockBank? Known: UnsafeBank, ");
  }

  @Test
  void refusesAScenarioThatThereIsNot() {
    assertThat(stress("--stress.scenarios=Crossing,Overdraw")).isEqualTo(2);
    assertThat(printed()).startsWith("stress: no scenario matches \"Crossing\".");
  }

  @Test
  void refusesAShardThatHasNotBegunWithItsPlan() {
    assertThat(stress("--stress.shard=2/4")).isEqualTo(2);
    assertThat(printed())
        .startsWith("stress: There is no shard.json in ")
        .endsWith("without it, this shard cannot be merged with others. Plan and explore it"
            + " first, or run mvn verify.");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "", "Unsafe*,,GlobalLock*", " "})
  void aFilterThatLeavesANameOutIsNotTakenForAll(String pattern) {
    assertThat(stress("--stress.variants=" + pattern)).isEqualTo(2);
    assertThat(printed())
        .startsWith("stress: stress.variants: \"")
        .endsWith("leaves a name out. Write names or patterns with commas between them, e.g."
            + " Global*,MyBank, or leave the option out for all.");
  }

  @Test
  void refusesAFileThatIsADirectory() throws IOException {
    Path file = Files.createDirectory(directory.resolve("stress.ndjson"));

    assertThat(stressOn(1, "--evidence=" + file)).isEqualTo(2);
    assertThat(printed()).endsWith(notARegularFile(file));
    assertThat(file).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFileThatIsAPipeInsteadOfWaitingForItsReader() throws Exception {
    Path file = directory.resolve("stress.ndjson");
    new ProcessBuilder("mkfifo", file.toString()).start().waitFor();

    assertThat(stressOn(1, "--evidence=" + file)).isEqualTo(2);
    assertThat(printed()).endsWith(notARegularFile(file));
  }

  private static String notARegularFile(Path file) {
    return "stress: Cannot write evidence to %s (not a regular file). Choose another place with"
            .formatted(file)
        + " --evidence=FILE.";
  }

  @Test
  void refusesAnOptionThatThereIsNot() {
    assertThat(stress("--stress.budge=5m")).isEqualTo(2);
    assertThat(printed())
        .isEqualTo("stress: Unknown option: '--stress.budge=5m'. Did you mean --stress.budget?"
            + " --help lists the options.");
  }

  @Test
  void onOneCpuEveryCellIsSkippedAndThatIsSaid() throws IOException {
    Path file = directory.resolve("stress.ndjson");

    assertThat(stressOn(1, "--stress.variants=Unsafe*", "--evidence=" + file)).isZero();
    assertThat(printed())
        .contains("stress: No cell can be stressed on 1 CPU: stress is SKIPPED, and exploration"
            + " alone judges.");

    List<EvidenceRecord> records = new ArrayList<>();
    assertThat(EvidenceReader.read(file, records::add).complete()).isTrue();
    assertThat(records.subList(1, records.size()))
        .isNotEmpty()
        .allMatch(record -> record instanceof SkippedRecord skipped
            && skipped.reason().endsWith("CPUs, this machine has 1"));
  }

  @Test
  void whatAKilledRunLeftBehindIsDeleted() throws IOException {
    Path left = Files.createDirectory(directory.resolve("forks-17"));
    Files.writeString(left.resolve("0.blockages"), "cut");

    assertThat(stressOn(
            1, "--stress.variants=Unsafe*", "--evidence=" + directory.resolve("stress.ndjson")))
        .isZero();
    assertThat(directory).isDirectoryNotContaining("glob:**/forks-*");
  }

  @Test
  @Tag("slow")
  void aBudgetThatIsTooSmallIsSaidBeforeTheRunWithOneThatIsEnough() {
    assertThat(
            stressOn(2, "--stress.budget=1s", "--evidence=" + directory.resolve("stress.ndjson")))
        .isZero();
    assertThat(printed())
        .containsPattern("stress: The budget is too small for all cells, which need about .* here:"
            + " give at least -Dstress\\.budget=\\d+.*\\.");
  }

  @Test
  void refusesAPlaceThatItCannotWriteTo() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(stress("--evidence=" + file.resolve("stress.ndjson"))).isEqualTo(2);
    assertThat(printed())
        .isEqualTo(
            "stress: Cannot write evidence to %s (FileAlreadyExistsException). Choose another"
                    .formatted(file)
                + " place with --evidence=FILE.");
  }

  @Test
  void recordsACellThatNeedsMoreCpusAsSkipped() throws IOException {
    Path file = directory.resolve("stress.ndjson");

    assertThat(
            stress("--stress.scenarios=Ring*", "--stress.variants=Unsafe*", "--evidence=" + file))
        .isZero();

    List<EvidenceRecord> records = new ArrayList<>();
    Completeness completeness = EvidenceReader.read(file, records::add);
    assertThat(completeness.complete()).isTrue();
    assertThat(records).hasSize(2);
    assertThat(records.get(0)).isInstanceOfSatisfying(Header.class, header -> {
      assertThat(header.cells()).hasSize(1);
      assertThat(header.variants()).extracting("name").containsExactly("UnsafeBank");
      assertThat(header.scenarios()).extracting("name").containsExactly("RingOfTransfers");
      assertThat(header.command())
          .isEqualTo("mvn verify '-Dstress.scenarios=Ring*' '-Dstress.variants=Unsafe*'");
    });
    assertThat(records.get(1))
        .isInstanceOfSatisfying(
            SkippedRecord.class,
            skipped -> assertThat(skipped.reason()).isEqualTo("needs 3 CPUs, this machine has 2"));
  }

  private int stress(String... args) {
    return stressOn(2, args);
  }

  private int stressOn(int cpus, String... args) {
    List<String> all =
        new ArrayList<>(List.of("--evidence=" + directory.resolve("default.ndjson")));
    List<String> given = List.of(args);
    if (given.stream().anyMatch(arg -> arg.startsWith("--evidence"))) {
      all.clear();
    }
    all.addAll(given);
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return StressCommand.execute(out, out, cpus, all.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
