package dev.safebank.report.input;

import dev.safebank.evidence.shard.ShardEvidence;
import dev.safebank.evidence.shard.ShardManifest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A shard that was found in a folder.
 *
 * @param folder where it lies, as a real path
 * @param manifest what it is
 * @param evidence what it found; empty if it is not finished
 */
record FoundShard(Path folder, ShardManifest manifest, Optional<ShardEvidence> evidence) {

  ShardKey key() {
    return ShardKey.of(manifest);
  }
}
