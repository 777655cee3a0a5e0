package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.TinyStressTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stress of tests that are no cells. */
@Timeout(900)
class StressTestsCommandTest {

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int stress(int cpus, String... arguments) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--evidence=" + directory.resolve("stress.ndjson"));
    return StressTestsCommand.execute(out, out, cpus, all.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).strip();
  }

  private List<EvidenceRecord> records() throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    assertThat(EvidenceReader.read(directory.resolve("stress.ndjson"), records::add)
            .complete())
        .isTrue();
    return records;
  }

  @Test
  void refusesATimeThatIsNone() {
    assertThat(stress(2, TinyStressTests.Counts.class.getName(), "--stress.budget=soon"))
        .isEqualTo(2);
    assertThat(printed()).startsWith("stress-tests: stress.budget: \"soon\" is not a time: ");
  }

  @Test
  void refusesAClassThatIsNotThereAndOneThatIsNoTest() {
    assertThat(stress(2, "mine.Gone")).isEqualTo(2);
    assertThat(stress(2, "java.lang.String")).isEqualTo(2);
    assertThat(printed().lines())
        .containsExactly(
            "stress-tests: mine.Gone is not on the class path.",
            "stress-tests: java.lang.String has no @JCStressTest annotation.");
  }

  @Test
  @Tag("slow")
  void aTestThatNeedsMoreCpusIsSkippedWithTheReason() throws IOException {
    String test = TinyStressTests.Counts.class.getName();

    assertThat(stress(1, test, "--stress.budget=1s")).isZero();

    assertThat(records().get(1))
        .isEqualTo(new SkippedRecord(test, "needs 2 CPUs, this machine has 1"));
    assertThat(((Header) records().get(0)).options()).containsEntry(EvidenceFiles.TESTS, test);
  }

  @Test
  @Tag("slow")
  void everyJvmConfigurationHasAForkHoweverShortTheTime() throws IOException {
    assertThat(stress(2, TinyStressTests.Counts.class.getName(), "--stress.budget=0.01s"))
        .isZero();

    List<ForkRecord> forks = records().stream()
        .filter(ForkRecord.class::isInstance)
        .map(ForkRecord.class::cast)
        .toList();
    assertThat(forks).extracting(ForkRecord::status).containsOnly(ForkStatus.COMPLETED);
    assertThat(forks)
        .extracting(ForkRecord::configuration)
        .contains("C1", "C2", "interpreter")
        .doesNotHaveDuplicates();
    assertThat(forks).allMatch(fork -> fork.outcomes().keySet().contains("1, 2"));
  }

  @Test
  @Tag("slow")
  void aTestThatKillsItsForksIsGivenUp() throws IOException {
    assertThat(stress(2, TinyStressTests.Dies.class.getName(), "--stress.budget=1h"))
        .isZero();

    assertThat(records().stream().filter(ForkRecord.class::isInstance))
        .extracting(record -> ((ForkRecord) record).status())
        .containsExactly(ForkStatus.CRASHED, ForkStatus.CRASHED);
  }
}
