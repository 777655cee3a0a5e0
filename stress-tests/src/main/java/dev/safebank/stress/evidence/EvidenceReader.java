package dev.safebank.stress.evidence;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads an evidence file, a line at a time, and says how far it goes. What it hands out is whole
 * and of the schema that this version knows; a file that is damaged anywhere but at its very end is
 * refused with an {@link EvidenceException}.
 */
public final class EvidenceReader {

  private static final String RUN_AGAIN = "Run `mvn verify` again";

  private final Path file;
  private final MessageDigest checksum = EvidenceLines.checksum();
  private long records;

  private EvidenceReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file from its header to its end.
   *
   * @param records takes each record in turn: the {@link Header} first, never the {@link Trailer}
   * @return whether the run came to its end
   * @throws EvidenceException if there is no such file, it has no header, is of another schema, a
   *     line is damaged, or the trailer does not fit the lines before it
   */
  public static Completeness read(Path file, Consumer<EvidenceRecord> records) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new EvidenceReader(file).readAll(in, records);
    } catch (NoSuchFileException e) {
      throw new EvidenceException(file, "there is no such evidence", "Run `mvn verify` first", e);
    }
  }

  private Completeness readAll(InputStream in, Consumer<EvidenceRecord> sink) throws IOException {
    while (true) {
      Line line = nextLine(in);
      if (!line.whole()) {
        return end(line);
      }
      EvidenceRecord evidence = parse(line);
      if (evidence instanceof Trailer trailer) {
        return check(trailer, in);
      }
      checksum.update(line.bytes());
      checksum.update((byte) '\n');
      records++;
      sink.accept(evidence);
    }
  }

  private Completeness end(Line line) throws EvidenceException {
    if (records == 0) {
      throw new EvidenceException(
          file, "has no header: the run was stopped before it wrote one", RUN_AGAIN);
    }
    int bytes = line.bytes().length;
    return bytes == 0
        ? new Completeness.NoTrailer(records)
        : new Completeness.TornLine(records, bytes);
  }

  private EvidenceRecord parse(Line line) throws EvidenceException {
    try {
      JsonNode json = EvidenceLines.JSON.readTree(line.bytes());
      boolean header = "header".equals(json.path("record").asString(""));
      if (header != (records == 0)) {
        throw damaged(header ? "is a second header" : "should be the header", Optional.empty());
      }
      if (header) {
        checkSchema(json);
      }
      return EvidenceLines.JSON.treeToValue(json, EvidenceRecord.class);
    } catch (JacksonException e) {
      throw damaged("is damaged (" + e.getOriginalMessage() + ")", Optional.of(e));
    }
  }

  private void checkSchema(JsonNode header) throws EvidenceException {
    String schema = header.path("schema").asString("");
    if (!schema.equals(Header.SCHEMA)) {
      throw new EvidenceException(
          file,
          "is of schema \"%s\", and this version reads only \"%s\""
              .formatted(schema, Header.SCHEMA),
          RUN_AGAIN);
    }
  }

  private Completeness check(Trailer trailer, InputStream in) throws IOException {
    if (trailer.records() != records) {
      throw new EvidenceException(
          file,
          "has %d records, and its trailer counts %d".formatted(records, trailer.records()),
          RUN_AGAIN);
    }
    if (!trailer.sha256().equals(HexFormat.of().formatHex(checksum.digest()))) {
      throw new EvidenceException(
          file, "was changed after it was written: the checksum does not match", RUN_AGAIN);
    }
    if (in.read() >= 0) {
      throw new EvidenceException(file, "goes on after its trailer", RUN_AGAIN);
    }
    return new Completeness.Complete(trailer);
  }

  private EvidenceException damaged(String what, Optional<JacksonException> reason) {
    String cause = "line " + (records + 1) + " " + what.replaceAll("\\s+", " ");
    return reason
        .map(e -> new EvidenceException(file, cause, RUN_AGAIN, e))
        .orElseGet(() -> new EvidenceException(file, cause, RUN_AGAIN));
  }

  private static Line nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      bytes.write(next);
      next = in.read();
    }
    return new Line(bytes.toByteArray(), next == '\n');
  }

  /** A line without its end; not whole if the file stops before that. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
  private record Line(byte[] bytes, boolean whole) {}
}
