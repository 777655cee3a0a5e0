package dev.safebank.evidence.shard;

import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import java.time.Duration;
import java.util.List;

/**
 * The evidence of a finished shard: all that it has to produce, and nothing else.
 *
 * @param manifest what it is
 * @param plan what all shards together have to do
 * @param run how it was stressed
 * @param records what it found, in order
 * @param elapsed how long it took
 */
public record ShardEvidence(
    ShardManifest manifest,
    Header plan,
    Header run,
    List<EvidenceRecord> records,
    Duration elapsed) {

  public ShardEvidence {
    records = List.copyOf(records);
  }
}
