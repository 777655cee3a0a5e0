package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.evidence.Completeness;
import dev.safebank.stress.evidence.EvidenceReader;
import dev.safebank.stress.evidence.EvidenceRecord;
import dev.safebank.stress.evidence.Header;
import dev.safebank.stress.evidence.SkippedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as users meet it, on the cells that are really there. */
class StressRunTest {

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
        .startsWith("stress: stress.variants: no variant matches \"GlobaLockBank\"."
            + " Did you mean GlobalLockBank? Known: UnsafeBank, ");
  }

  @Test
  void refusesAScenarioThatThereIsNot() {
    assertThat(stress("--stress.scenarios=Crossing,Overdraw")).isEqualTo(2);
    assertThat(printed()).startsWith("stress: stress.scenarios: no scenario matches \"Crossing\".");
  }

  @Test
  void refusesAnOptionThatThereIsNot() {
    assertThat(stress("--stress.budge=5m")).isEqualTo(2);
    assertThat(printed()).startsWith("stress: Unknown option: '--stress.budge=5m'");
  }

  @Test
  void refusesAMachineWithOneCpu() {
    assertThat(stressOn(1)).isEqualTo(2);
    assertThat(printed())
        .isEqualTo("stress: A race needs 2 CPUs, this machine has 1. Give it more, or leave stress"
            + " out: -Dstress.skip.");
  }

  @Test
  void refusesAPlaceThatItCannotWriteTo() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(stress("--evidence=" + file.resolve("stress.ndjson"))).isEqualTo(2);
    assertThat(printed())
        .isEqualTo(
            "stress: Cannot write evidence to %s (FileAlreadyExistsException). Choose another"
                    .formatted(file.resolve("stress.ndjson"))
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
    return StressRun.execute(
        new PrintStream(printed, true, StandardCharsets.UTF_8), cpus, all.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
