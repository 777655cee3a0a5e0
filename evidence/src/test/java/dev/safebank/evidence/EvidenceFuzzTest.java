package dev.safebank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.evidence.EvidenceMutator.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads evidence that was changed at random. A reader may refuse it, in one line, or read it; what
 * it reads must be what a writer can have written, and must not be called complete if it was
 * changed and not sealed again.
 *
 * <p>{@code -Dsafebank.test.fuzz=60} goes on for so many seconds with seeds of its own.
 */
class EvidenceFuzzTest {

  private static final int SHORT = 200;
  private static final long SEED = 20_260_102;

  @TempDir
  private Path directory;

  private byte[] good;
  private Path file;

  /** A reader of evidence, like {@link EvidenceReader#read}. */
  private interface Reader {
    Completeness read(Path file, Consumer<EvidenceRecord> records) throws IOException;
  }

  @BeforeEach
  void writeGoodEvidence() throws IOException {
    file = directory.resolve("evidence.ndjson");
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      writer.append(SampleEvidence.fork());
      writer.append(SampleEvidence.exploration());
      writer.append(SampleEvidence.scope());
      writer.append(SampleEvidence.skipped());
      writer.complete(SampleEvidence.ENDED);
    }
    good = Files.readAllBytes(file);
  }

  @Test
  void changedEvidenceIsRefusedInOneLineOrReadAsWhatARunCanHaveWritten() throws IOException {
    Integer seconds = Integer.getInteger("safebank.test.fuzz");
    if (seconds == null) {
      fuzz(EvidenceReader::read, SEED, SHORT);
      return;
    }
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    for (long seed = System.nanoTime(); System.nanoTime() < end; seed++) {
      fuzz(EvidenceReader::read, seed, 50);
    }
  }

  @Test
  void aReaderThatThrowsAtWhatItDoesNotKnowIsFound() {
    found((path, records) -> EvidenceReader.read(path, record -> {
      if (record instanceof ForkRecord fork && !fork.equals(SampleEvidence.fork())) {
        throw new IllegalStateException("planted");
      }
      records.accept(record);
    }));
  }

  @Test
  void aReaderThatForgetsTheChecksumIsFound() {
    found((path, records) -> {
      Completeness read = EvidenceReader.read(path, records);
      return new Completeness.Complete(
          new Trailer(SampleEvidence.ENDED, read.records(), "forgotten"));
    });
  }

  @Test
  void aReaderThatRefusesInManyLinesIsFound() {
    found((path, records) -> {
      try {
        return EvidenceReader.read(path, records);
      } catch (EvidenceException e) {
        throw new EvidenceException(path, "is damaged:\n" + e.getMessage(), "Run it again", e);
      }
    });
  }

  @Test
  void aReaderThatLeavesOutARecordIsFound() {
    found((path, records) -> EvidenceReader.read(path, record -> {
      if (!(record instanceof SkippedRecord)) {
        records.accept(record);
      }
    }));
  }

  private void found(Reader faulty) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> fuzz(faulty, SEED, SHORT));
  }

  private void fuzz(Reader reader, long seed, int files) throws IOException {
    EvidenceMutator mutator = new EvidenceMutator(good, seed);
    for (int i = 0; i < files; i++) {
      Mutant mutant = mutator.next();
      Files.write(file, mutant.content());
      try {
        check(reader, mutant);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("file %d of seed %d: %s".formatted(i, seed, e.getMessage()), e);
      }
    }
  }

  private void check(Reader reader, Mutant mutant) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    Completeness read;
    try {
      read = reader.read(file, records::add);
    } catch (EvidenceException refusal) {
      assertThat(refusal.getMessage()).startsWith(file.toString()).hasSizeLessThan(1_000);
      assertThat(refusal.getMessage().chars()).noneMatch(Character::isISOControl);
      return;
    }
    if (!mutant.sealed() && !Arrays.equals(mutant.content(), good)) {
      assertThat(read.complete()).as("complete although changed").isFalse();
    }
    assertThat((long) records.size()).isEqualTo(read.records());
    assertThat(records.get(0)).isInstanceOf(Header.class);
    assertThat(writtenAndReadBack(records)).isEqualTo(records);
  }

  private List<EvidenceRecord> writtenAndReadBack(List<EvidenceRecord> records) throws IOException {
    try (EvidenceWriter writer = EvidenceWriter.create(file, (Header) records.get(0))) {
      for (EvidenceRecord evidence : records.subList(1, records.size())) {
        if (evidence instanceof CellRecord cell) {
          writer.append(cell);
        } else if (evidence instanceof ScopeRecord scope) {
          writer.append(scope);
        }
      }
    }
    List<EvidenceRecord> again = new ArrayList<>();
    EvidenceReader.read(file, again::add);
    return again;
  }
}
