package dev.safebank.evidence;

import dev.safebank.evidence.bounds.Bounds;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  /** The most bytes that a file may have. */
  public static final long LARGEST_FILE = 256L << 20;

  private static final String RUN_AGAIN = "Run `mvn verify` again";
  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_LINE = 16 << 20;

  private final Path file;
  private final MessageDigest checksum = EvidenceLines.checksum();
  private long records;
  private long counted;

  private EvidenceReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file from its header to its end.
   *
   * @param records takes each record in turn: the {@link Header} first, never the {@link Trailer}
   * @return whether the run came to its end
   * @throws EvidenceException if there is no such file, it is no regular one, is too large, has no
   *     header, is of another schema, a line is damaged or too long, or the trailer does not fit
   *     the lines before it
   */
  public static Completeness read(Path file, Consumer<EvidenceRecord> records) throws IOException {
    RegularFile.require(file, LARGEST_FILE);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new EvidenceReader(file).readAll(in, records);
    }
  }

  private Completeness readAll(InputStream in, Consumer<EvidenceRecord> sink) throws IOException {
    while (true) {
      RawLine line = nextLine(in);
      if (!line.whole()) {
        return end();
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

  private Completeness end() throws EvidenceException {
    if (records == 0) {
      throw new EvidenceException(
          file, "has no header: the run was stopped before it wrote one", RUN_AGAIN);
    }
    return new Completeness.CutShort(records);
  }

  private EvidenceRecord parse(RawLine line) throws EvidenceException {
    try {
      JsonNode json = EvidenceLines.JSON.readTree(line.bytes());
      if (!json.isObject()) { // null would be read as a record
        throw damaged("is damaged (no JSON object)", Optional.empty());
      }
      boolean header = "header".equals(json.path("record").asString(""));
      if (header != (records == 0)) {
        throw damaged(header ? "is a second header" : "should be the header", Optional.empty());
      }
      if (header) {
        checkSchema(json);
      }
      checkText(json);
      EvidenceRecord evidence = EvidenceLines.JSON.treeToValue(json, EvidenceRecord.class);
      counted += counts(evidence);
      Bounds.count("all counts together", counted);
      return evidence;
    } catch (RuntimeException e) { // whatever a parser throws at it, the line is to blame
      throw damaged("is damaged (" + reason(e) + ")", Optional.of(e));
    }
  }

  /** Text that is no Unicode would be other text when it is written again. */
  private static void checkText(JsonNode json) {
    json.properties().forEach(property -> checkText(property.getKey()));
    if (json.isString()) {
      checkText(json.asString());
    }
    json.forEach(EvidenceReader::checkText);
  }

  private static void checkText(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("text that is no Unicode");
    }
  }

  private static String reason(RuntimeException e) {
    Throwable cause = e;
    while (cause instanceof JacksonException && cause.getCause() instanceof RuntimeException) {
      cause = cause.getCause();
    }
    if (cause instanceof JacksonException json) {
      return json.getOriginalMessage();
    }
    return cause instanceof NullPointerException
        ? "null where there must be a value"
        : String.valueOf(cause.getMessage());
  }

  /** All that readers add up. */
  private static long counts(EvidenceRecord evidence) {
    if (evidence instanceof ForkRecord fork) {
      return fork.samples() + fork.millis();
    }
    if (evidence instanceof ExplorationRecord explored) {
      return explored.interleavings() + explored.millis();
    }
    return evidence instanceof ScopeRecord scope ? scope.interleavings() + scope.millis() : 0;
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

  private EvidenceException damaged(String what, Optional<RuntimeException> reason) {
    String shown = what.codePoints()
        .limit(LONGEST_REASON)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    String cause = "line " + (records + 1) + " " + shown.replaceAll("\\s+", " ");
    return reason
        .map(e -> new EvidenceException(file, cause, RUN_AGAIN, e))
        .orElseGet(() -> new EvidenceException(file, cause, RUN_AGAIN));
  }

  private RawLine nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (bytes.size() == LONGEST_LINE) {
        throw damaged("is longer than %d MiB".formatted(LONGEST_LINE >> 20), Optional.empty());
      }
      bytes.write(next);
      next = in.read();
    }
    return new RawLine(bytes.toByteArray(), next == '\n');
  }

  /** A line without its end; not whole if the file stops before that. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
  private record RawLine(byte[] bytes, boolean whole) {}
}
