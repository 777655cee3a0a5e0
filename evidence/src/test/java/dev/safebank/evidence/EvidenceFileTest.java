package dev.safebank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFileTest {

  private static final List<EvidenceRecord> RECORDS =
      List.of(SampleEvidence.header(), SampleEvidence.fork(), SampleEvidence.skipped());

  @TempDir
  private Path directory;

  private Path file;

  @BeforeEach
  void nameAFileInADirectoryThatIsNotThereYet() {
    file = directory.resolve("evidence/stress.ndjson");
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    write();

    List<EvidenceRecord> read = new ArrayList<>();
    Completeness completeness = EvidenceReader.read(file, read::add);

    assertThat(read).isEqualTo(RECORDS);
    assertThat(completeness.complete()).isTrue();
    assertThat(completeness.records()).isEqualTo(3);
    assertThat(completeness)
        .isInstanceOfSatisfying(
            Completeness.Complete.class,
            complete -> assertThat(complete.trailer().ended()).isEqualTo(SampleEvidence.ENDED));
  }

  @Test
  void anExplorationIsReadBackWithItsStepsAndRaces() throws IOException {
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      writer.append(SampleEvidence.exploration());
    }

    List<EvidenceRecord> read = new ArrayList<>();
    EvidenceReader.read(file, read::add);

    assertThat(read).containsExactly(SampleEvidence.header(), SampleEvidence.exploration());
  }

  @Test
  void aScopeIsReadBackWithItsViolationsAndWhatWasNotExplored() throws IOException {
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      writer.append(SampleEvidence.scope());
    }

    List<EvidenceRecord> read = new ArrayList<>();
    EvidenceReader.read(file, read::add);

    assertThat(read).containsExactly(SampleEvidence.header(), SampleEvidence.scope());
    assertThat(SampleEvidence.scope().complete()).isFalse();
  }

  @Test
  void everyRecordIsInTheFileAsSoonAsItIsAppended() throws IOException {
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      writer.append(SampleEvidence.fork());
      assertThat(Files.readAllLines(file)).hasSize(2);
    }
    assertThat(EvidenceReader.read(file, record -> {})).isEqualTo(new Completeness.CutShort(2));
  }

  @Test
  void aNewRunReplacesTheEvidenceOfTheLastWithItsFirstRecord() throws IOException {
    write();
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      assertThat(EvidenceReader.read(file, record -> {}).complete()).isTrue();
      writer.append(SampleEvidence.fork());
    }

    assertThat(EvidenceReader.read(file, record -> {})).isEqualTo(new Completeness.CutShort(2));
  }

  @Test
  void cutAnywhereAllWholeRecordsAreReadAndTheFileIsKnownToBeIncomplete() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    int headerEnd = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

    for (int length = headerEnd; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<EvidenceRecord> read = new ArrayList<>();

      Completeness completeness = EvidenceReader.read(file, read::add);

      long lines = newlines(whole, length);
      assertThat(completeness.complete()).as("cut after %d bytes", length).isFalse();
      assertThat(completeness).isEqualTo(new Completeness.CutShort(lines));
      assertThat(read).isEqualTo(RECORDS.subList(0, (int) lines));
    }
  }

  @Test
  void cutInItsHeaderAFileIsRefused() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    int headerEnd = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n');

    for (int length = 0; length <= headerEnd; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused("has no header: the run was stopped before it wrote one. Run `mvn verify` again.");
    }
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    refused("there is no such evidence. Run `mvn verify` first.");
  }

  @Test
  void aCountThatWasChangedIsFoundByTheChecksum() throws IOException {
    write();
    replace("90000", "90001");
    refused(
        "was changed after it was written: the checksum does not match. Run `mvn verify` again.");
  }

  @Test
  void aRecordThatWasRemovedIsMissed() throws IOException {
    write();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(1);
    Files.write(file, lines);
    refused("has 2 records, and its trailer counts 3. Run `mvn verify` again.");
  }

  @Test
  void aRecordAfterTheTrailerIsRefused() throws IOException {
    write();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(lines.get(1));
    Files.write(file, lines);
    refused("goes on after its trailer. Run `mvn verify` again.");
  }

  @Test
  void anotherSchemaIsRefusedByItsName() throws IOException {
    write();
    replace(Header.SCHEMA, "safebank-evidence/9");
    refused(
        "is of schema \"safebank-evidence/9\", and this version reads only \"safebank-evidence/3\"."
            + " Run `mvn verify` again.");
  }

  @Test
  void aLineThatIsNoRecordIsRefusedByItsNumber() throws IOException {
    write();
    replace("\"COMPLETED\"", "\"FINE\"");
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> EvidenceReader.read(file, record -> {}))
        .withMessageStartingWith(file + ": line 2 is damaged (")
        .withMessageEndingWith("). Run `mvn verify` again.")
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aRecordThatLacksAPropertyIsRefused() throws IOException {
    write();
    replace("\"configuration\":\"C2\",", "");
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> EvidenceReader.read(file, record -> {}))
        .withMessageContaining("line 2 is damaged")
        .withMessageContaining("configuration");
  }

  @Test
  void aFileThatDoesNotStartWithAHeaderIsRefused() throws IOException {
    write();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(1, 4));
    refused("line 1 should be the header. Run `mvn verify` again.");
  }

  private void refused(String cause) {
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> EvidenceReader.read(file, record -> {}))
        .withMessage(file + ": " + cause);
  }

  private void write() throws IOException {
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      writer.append(SampleEvidence.fork());
      writer.append(SampleEvidence.skipped());
      writer.complete(SampleEvidence.ENDED);
    }
  }

  private void replace(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static long newlines(byte[] bytes, int length) {
    long count = 0;
    for (int i = 0; i < length; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
