package dev.safebank.report.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.safebank.console.WholeFile;
import dev.safebank.evidence.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code verdicts.json}. */
public final class VerdictsFile {

  /** The file's name in the folder of the report. */
  public static final String NAME = "verdicts.json";

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .changeDefaultPropertyInclusion(
          value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
      .build();

  private static final long LARGEST = 256L << 20;

  private VerdictsFile() {}

  /** Writes verdicts of either schema, in place of any that are there. */
  public static void write(Path file, Record verdicts) throws IOException {
    WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(verdicts));
  }

  /**
   * Reads verdicts back.
   *
   * @throws IOException if there is no such file, it is damaged, or it is of another schema; the
   *     message names the file, the cause and the way out
   */
  public static Verdicts read(Path file) throws IOException {
    return read(file, Verdicts.class, Verdicts.SCHEMA);
  }

  /**
   * Reads verdicts of a schema back.
   *
   * @throws IOException as the other method does
   */
  public static <V extends Record> V read(Path file, Class<V> type, String known)
      throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("%s: there are no verdicts. Run `mvn verify` first.".formatted(file));
    }
    RegularFile.require(file, LARGEST);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      String schema = json.path("schema").asString("");
      if (!schema.equals(known)) {
        throw new IOException(
            "%s: is of schema \"%s\", and this version reads only \"%s\". Run `mvn verify` again."
                .formatted(file, schema, known));
      }
      return JSON.treeToValue(json, type);
    } catch (JacksonException e) {
      throw new IOException(
          "%s: is damaged (%s). Run `mvn verify` again."
              .formatted(file, e.getOriginalMessage().replaceAll("\\s+", " ")),
          e);
    }
  }
}
