package dev.safebank.report.input;

import dev.safebank.evidence.shard.Shard;
import dev.safebank.evidence.shard.ShardManifest;
import java.util.Comparator;

/**
 * The identity of a shard. The shards of one architecture, one JVM and one number of shards are one
 * set, of which each must be there, whatever processors they ran on.
 */
record ShardKey(String architecture, String jvm, String flags, Shard shard)
    implements Comparable<ShardKey> {

  private static final Comparator<ShardKey> ORDER = Comparator.comparing(ShardKey::architecture)
      .thenComparing(ShardKey::jvm)
      .thenComparing(ShardKey::flags)
      .thenComparing(ShardKey::shard);

  static ShardKey of(ShardManifest manifest) {
    return new ShardKey(
        manifest.platform().architecture(),
        manifest.platform().jvm(),
        manifest.platform().flags(),
        manifest.shard());
  }

  /** Another shard of the same set. */
  ShardKey of(int index) {
    return new ShardKey(architecture, jvm, flags, new Shard(index, shard.count()));
  }

  /** The shard and its set, in words. */
  String words() {
    return "shard %s on %s, %s%s"
        .formatted(shard, architecture, jvm, flags.isEmpty() ? "" : ", " + flags);
  }

  @Override
  public int compareTo(ShardKey other) {
    return ORDER.compare(this, other);
  }
}
