package dev.safebank.report.input;

import dev.safebank.evidence.shard.Platform;
import dev.safebank.evidence.shard.ShardManifest;
import dev.safebank.report.verdict.fleet.FleetInfo;
import dev.safebank.report.verdict.fleet.PlatformInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives platforms short names: their architecture, numbered where there are several of one. */
final class PlatformNames {

  private static final Comparator<Platform> ORDER = Comparator.comparing(Platform::architecture)
      .thenComparing(Platform::cpu)
      .thenComparing(Platform::cpus)
      .thenComparing(Platform::jvm)
      .thenComparing(Platform::flags);

  private final Collection<ShardManifest> shards;
  private final SortedMap<Platform, String> names = new TreeMap<>(ORDER);

  /** Names the platforms of shards. */
  PlatformNames(Collection<ShardManifest> shards) {
    this.shards = List.copyOf(shards);
    SortedMap<String, List<Platform>> byArchitecture = new TreeMap<>();
    shards.stream()
        .map(ShardManifest::platform)
        .distinct()
        .sorted(ORDER)
        .forEach(platform -> byArchitecture
            .computeIfAbsent(platform.architecture(), first -> new ArrayList<>())
            .add(platform));
    byArchitecture.forEach((architecture, platforms) -> {
      for (int i = 0; i < platforms.size(); i++) {
        names.put(
            platforms.get(i), platforms.size() == 1 ? architecture : architecture + "-" + (i + 1));
      }
    });
  }

  /** The name of a platform. */
  String of(Platform platform) {
    return names.get(platform);
  }

  /** Whether there are several. */
  boolean several() {
    return names.size() > 1;
  }

  /** All machines. */
  FleetInfo fleet() {
    return new FleetInfo(
        machines(shards),
        shards.size(),
        names.entrySet().stream()
            .map(entry -> info(entry.getValue(), entry.getKey()))
            .toList());
  }

  private PlatformInfo info(String name, Platform platform) {
    List<ShardManifest> own =
        shards.stream().filter(shard -> shard.platform().equals(platform)).toList();
    return new PlatformInfo(
        name,
        platform.architecture(),
        platform.cpu(),
        platform.cpus(),
        platform.jvm(),
        platform.flags(),
        machines(own),
        own.size());
  }

  private static int machines(Collection<ShardManifest> shards) {
    return (int) shards.stream().map(ShardManifest::host).distinct().count();
  }
}
