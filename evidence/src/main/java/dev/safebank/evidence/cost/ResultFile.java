package dev.safebank.evidence.cost;

import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads results, one JSON file a run. */
public final class ResultFile {

  private static final String RUN_AGAIN = "Run the program again that wrote it";

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  private static final long LARGEST = 64L << 20;

  private ResultFile() {}

  /** Writes a run, in place of any file that is there. Directories are made as needed. */
  public static void write(Path file, ResultRecord run) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writeValueAsString(run) + "\n");
  }

  /** Reads a run of the benchmarks; empty if there is no such file. */
  public static Optional<BenchmarkRun> readBenchmarks(Path file) throws IOException {
    return read(file, BenchmarkRun.class, BenchmarkRun.SCHEMA);
  }

  /** Reads a run of the original program; empty if there is no such file. */
  public static Optional<OriginalProgramRun> readOriginalProgram(Path file) throws IOException {
    return read(file, OriginalProgramRun.class, OriginalProgramRun.SCHEMA);
  }

  private static <R extends ResultRecord> Optional<R> read(Path file, Class<R> type, String schema)
      throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    RegularFile.require(file, LARGEST);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      String found = json.path("schema").asString("");
      if (!found.equals(schema)) {
        throw new EvidenceException(
            file,
            "is of schema \"%s\", and this version reads only \"%s\"".formatted(found, schema),
            RUN_AGAIN);
      }
      return Optional.of(JSON.treeToValue(json, type));
    } catch (JacksonException e) {
      throw new EvidenceException(
          file,
          "is damaged (%s)".formatted(e.getOriginalMessage().replaceAll("\\s+", " ")),
          RUN_AGAIN,
          e);
    }
  }
}
