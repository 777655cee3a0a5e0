package dev.safebank.evidence.shard;

import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the manifest in a shard's folder. */
public final class ShardManifestFile {

  /** Its name. */
  public static final String NAME = "shard.json";

  private static final long LARGEST = 1L << 20;
  private static final String RUN_AGAIN = "Run that shard again";

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private ShardManifestFile() {}

  /** Writes the manifest, in place of any that is there: as a whole, and on the disk. */
  public static void write(Path folder, ShardManifest manifest) throws IOException {
    Path part = folder.resolve("." + NAME + ".part");
    Files.writeString(part, JSON.writeValueAsString(manifest) + "\n");
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        part,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads the manifest.
   *
   * @throws EvidenceException if there is none, or it cannot be relied on
   */
  public static ShardManifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    RegularFile.require(file, LARGEST);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      String schema = json.path("schema").asString("");
      if (!schema.equals(ShardManifest.SCHEMA)) {
        throw new EvidenceException(
            file,
            "is of schema \"%s\", and this version reads only \"%s\""
                .formatted(schema, ShardManifest.SCHEMA),
            RUN_AGAIN);
      }
      return JSON.treeToValue(json, ShardManifest.class);
    } catch (JacksonException e) {
      throw new EvidenceException(
          file,
          "is damaged (%s)".formatted(e.getOriginalMessage().replaceAll("\\s+", " ")),
          RUN_AGAIN,
          e);
    }
  }
}
