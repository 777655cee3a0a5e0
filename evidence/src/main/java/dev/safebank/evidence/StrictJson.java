package dev.safebank.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and parses the JSON of all files of evidence with one configuration of Jackson: what is
 * missing, null, unknown, of another type or there twice is an error.
 */
public final class StrictJson {

  private static final JsonMapper JSON = builder().build();

  private StrictJson() {}

  static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /** A value as one line, with its end. */
  public static String line(Object value) {
    return JSON.writeValueAsString(value) + "\n";
  }

  /** A value as an indented document. */
  public static String document(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /**
   * Parses a line of a file.
   *
   * @param wayOut what a reader of the error can do
   * @throws EvidenceException if the line is not of that type
   */
  public static <T> T parseLine(Path file, String line, Class<T> type, String wayOut)
      throws EvidenceException {
    try {
      T value = JSON.readValue(line, type);
      if (value == null) {
        throw new EvidenceException(file, "is damaged (no JSON object)", wayOut);
      }
      return value;
    } catch (JacksonException e) {
      throw damaged(file, e, wayOut);
    }
  }

  /**
   * Reads a file that is one document, whose property {@code schema} names its form.
   *
   * @param largest the most bytes that it may have
   * @param wayOut what a reader of the error can do
   * @throws EvidenceException if there is none, or it is not of that type and schema
   */
  public static <T> T readDocument(
      Path file, long largest, Class<T> type, String schema, String wayOut) throws IOException {
    RegularFile.require(file, largest);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      requireSchema(file, json.path("schema").asString(""), schema, wayOut);
      return JSON.treeToValue(json, type);
    } catch (JacksonException e) {
      throw damaged(file, e, wayOut);
    }
  }

  /**
   * Refuses a file of another schema.
   *
   * @throws EvidenceException if it is of another one
   */
  public static void requireSchema(Path file, String found, String known, String wayOut)
      throws EvidenceException {
    if (!found.equals(known)) {
      throw new EvidenceException(
          file,
          "is of schema \"%s\", and this version reads only \"%s\"".formatted(found, known),
          wayOut);
    }
  }

  private static EvidenceException damaged(Path file, JacksonException e, String wayOut) {
    return new EvidenceException(
        file,
        "is damaged (%s)".formatted(e.getOriginalMessage().replaceAll("\\s+", " ")),
        wayOut,
        e);
  }
}
