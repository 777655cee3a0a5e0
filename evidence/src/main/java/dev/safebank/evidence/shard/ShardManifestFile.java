package dev.safebank.evidence.shard;

import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.StrictJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Reads and writes the manifest in a shard's folder. */
public final class ShardManifestFile {

  /** The name of the file. */
  public static final String NAME = "shard.json";

  private static final long LARGEST = 1L << 20;
  private static final String RUN_AGAIN = "Run that shard again";

  private ShardManifestFile() {}

  /** Writes the manifest, in place of any that is there: as a whole, and on the disk. */
  public static void write(Path folder, ShardManifest manifest) throws IOException {
    Path part = folder.resolve("." + NAME + ".part");
    Files.writeString(part, StrictJson.document(manifest));
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
    return StrictJson.readDocument(
        folder.resolve(NAME), LARGEST, ShardManifest.class, ShardManifest.SCHEMA, RUN_AGAIN);
  }
}
