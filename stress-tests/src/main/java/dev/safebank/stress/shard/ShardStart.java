package dev.safebank.stress.shard;

import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.shard.PlanHash;
import dev.safebank.evidence.shard.Platform;
import dev.safebank.evidence.shard.Shard;
import dev.safebank.evidence.shard.ShardManifest;
import dev.safebank.evidence.shard.ShardManifestFile;
import dev.safebank.evidence.shard.ShardReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the manifest of a shard that begins, so that the shard is known even if it leaves nothing
 * else.
 */
public final class ShardStart {

  /** The environment variables that give options to every JVM. */
  private static final List<String> FLAGS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  /** The environment variable with the file that shows Bazel that the test supports sharding. */
  private static final String KNOWS_SHARDS = "TEST_SHARD_STATUS_FILE";

  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private ShardStart() {}

  /** Deletes the manifest of an earlier run in the folder. */
  public static void clear(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(ShardManifestFile.NAME));
  }

  /** Writes the manifest beside the plan. */
  public static void write(Path folder, Shard shard, Map<String, String> environment)
      throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    EvidenceReader.read(folder.resolve(ShardReader.PLAN), records::add);
    Header plan = (Header) records.get(0);
    String host = host();
    String flags = FLAGS.stream()
        .map(environment::get)
        .filter(Objects::nonNull)
        .flatMap(options -> Stream.of(options.strip()))
        .filter(options -> !options.isEmpty())
        .collect(Collectors.joining(" "));
    ShardManifestFile.write(
        folder,
        ShardManifest.begun(
            shard, PlanHash.of(plan), Platform.of(plan.environment(), flags, host), host));
    if (environment.containsKey(KNOWS_SHARDS)) {
      Files.writeString(Path.of(environment.get(KNOWS_SHARDS)), "");
    }
  }

  private static String host() throws IOException {
    if (Files.isReadable(HOST_NAME)) {
      return Files.readString(HOST_NAME).strip();
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noNetwork) {
      return "unknown";
    }
  }
}
