package dev.safebank.evidence.shard;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifest of a shard: its part of the run, and the files that it has written. It is written
 * twice: when the shard begins, and, when all other files are written, as finished. Evidence of a
 * shard that is not finished does not count, since it may still be written.
 *
 * @param schema {@link #SCHEMA}
 * @param shard which part of the run it is
 * @param plan the {@link PlanHash} of what all shards together have to do
 * @param platform where it ran
 * @param host the name of the machine
 * @param finished whether all is there
 * @param files SHA-256 of each file in lower-case hexadecimal digits; none before it is finished
 */
public record ShardManifest(
    String schema,
    Shard shard,
    String plan,
    Platform platform,
    String host,
    boolean finished,
    SortedMap<String, String> files) {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "safebank-shard/1";

  public ShardManifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The manifest of a shard that begins. */
  public static ShardManifest begun(Shard shard, String plan, Platform platform, String host) {
    return new ShardManifest(SCHEMA, shard, plan, platform, host, false, new TreeMap<>());
  }

  /** The manifest of the shard when all its files are written. */
  ShardManifest withFiles(SortedMap<String, String> checksums) {
    return new ShardManifest(schema, shard, plan, platform, host, true, checksums);
  }
}
