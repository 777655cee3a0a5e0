package dev.safebank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence that is whole and sealed, and says what no run can have seen. */
class HostileEvidenceTest {

  @TempDir
  private Path directory;

  private Path file;

  @BeforeEach
  void writeGoodEvidence() throws IOException {
    file = directory.resolve("stress.ndjson");
    try (EvidenceWriter writer = EvidenceWriter.create(file, SampleEvidence.header())) {
      writer.append(SampleEvidence.fork());
      writer.append(SampleEvidence.exploration());
      writer.append(SampleEvidence.skipped());
      writer.complete(SampleEvidence.ENDED);
    }
  }

  @Test
  void aMessageStaysShortWhateverTheFileHolds() {
    String message = new EvidenceException(
            file, "is of schema " + "x".repeat(5_000), "Run it again")
        .getMessage();

    assertThat(message).startsWith(file + ": is of schema xxx").endsWith("x…. Run it again.");
    assertThat(message).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "90000 | -1 | samples of \"MOVED, 200\" must be from 0 to 1000000000000000: -1",
        "90000 | 9223372036854775807 | samples of \"MOVED, 200\" must be from 0",
        "90000 | 999999999999999 | samples must be from 0 to",
        "90000 | null | must not be null",
        "90000 | 1e3 | Cannot coerce",
        "90000 | '\"90000\"' | Cannot coerce",
        "90000 | 90000,\"MOVED, 200\":1 | Duplicate",
        "\"millis\":412 | \"millis\":-412 | millis must be from 0 to",
        "\"millis\":412 | \"millis\":412,\"millis\":412 | Duplicate",
        "\"millis\":412 | \"millis\":412,\"more\":1 | more",
        "\"millis\":412 | \"millis\":999999999999999 | all counts together must be",
        "\"C2\" | null | configuration",
        "[\"a\",\"b\"] | [\"a\",null] | null where there must be a value",
        "\"DEADLOCK\" | 0 | BlockageKind",
        "\"interleavings\":6 | \"interleavings\":-6 | interleavings must be from 0 to",
        "\"switches\":1 | \"switches\":-1 | switches must be from 0 to",
        "\"actor\":1,\"kind\" | \"actor\":2,\"kind\" | actor must be from 0 to 1: 2",
        "\"cpus\":2 | \"cpus\":0 | cpus must be >= 1: 0",
        "2026-01-02T03:04:05Z | +999999999-01-01T00:00:00Z | started must be after",
        "\"variant\":\"UnsafeBank\" | \"variant\":\"Nobody\" | is of a variant or scenario that is not",
      })
  void sealedNonsenseIsRefusedInOneLine(String from, String to, String cause) throws IOException {
    seal(from, to);
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> EvidenceReader.read(file, record -> {}))
        .withMessageContaining(" is damaged (")
        .withMessageContaining(cause)
        .withMessageEndingWith("). Run `mvn verify` again.")
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasLineCount(1));
  }

  @Test
  void aLineThatIsNoRecordIsRefused() throws IOException {
    seal(Files.readAllLines(file).get(1), "null");
    refused(file, "line 2 is damaged (no JSON object). Run `mvn verify` again.");
  }

  @Test
  void whatIsSealedAndTrueIsRead() throws IOException {
    seal("90000", "90001");
    assertThat(EvidenceReader.read(file, record -> {}).complete()).isTrue();
  }

  @Test
  void aReasonWithControlCharactersDoesNotReachATerminal() throws IOException {
    seal("\"DEADLOCK\"", "\"\\u001b[2J\\u0007\"");
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> EvidenceReader.read(file, record -> {}))
        .satisfies(
            refusal -> assertThat(refusal.getMessage().chars()).noneMatch(Character::isISOControl));
  }

  @Test
  void aDirectoryIsRefused() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder.ndjson"));
    refused(folder, "is a directory. Move it away.");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeIsRefusedAtOnce() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe.ndjson");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused(pipe, "is no regular file. Move it away.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsRefused() {
    refused(Path.of("/dev/zero"), "is no regular file. Move it away.");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aLineThatNeverEndsIsRefusedBeforeItIsRead() throws IOException {
    try (var channel = Files.newByteChannel(
        file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.position(200L << 20);
      channel.write(ByteBuffer.wrap(new byte[1]));
    }
    refused(file, "line 1 is longer than 16 MiB. Run `mvn verify` again.");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
    try (var channel =
        Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      channel.position(300L << 20);
      channel.write(ByteBuffer.wrap(new byte[1]));
    }
    refused(file, "is larger than 256 MiB. Move it away.");
  }

  private static void refused(Path file, String cause) {
    assertThatExceptionOfType(EvidenceException.class)
        .isThrownBy(() -> EvidenceReader.read(file, record -> {}))
        .withMessage(file + ": " + cause);
  }

  /** Replaces the first place of a text, and writes the trailer that fits. */
  private void seal(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    int trailer = text.lastIndexOf('\n', text.length() - 2) + 1;
    String body = text.substring(0, trailer);
    int at = body.indexOf(from);
    String changed = body.substring(0, at) + to + body.substring(at + from.length());
    Files.writeString(
        file,
        changed
            + text.substring(trailer)
                .replaceFirst(
                    "\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + sha256(changed) + "\""));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
