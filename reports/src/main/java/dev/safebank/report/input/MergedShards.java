package dev.safebank.report.input;

import dev.safebank.console.UserError;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.shard.PlanHash;
import dev.safebank.evidence.shard.ShardManifest;
import dev.safebank.evidence.shard.ShardManifestFile;
import dev.safebank.evidence.shard.ShardReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The merged shards of one run. The result does not depend on the order of merging. What cannot be
 * one run is refused: shards of different plans, two that are the same part, files that were
 * altered.
 */
public final class MergedShards {

  /** No shards. */
  public static final MergedShards NONE = new MergedShards(new TreeMap<>());

  private final SortedMap<ShardKey, FoundShard> shards;

  private MergedShards(SortedMap<ShardKey, FoundShard> shards) {
    this.shards = shards;
  }

  /**
   * Finds all shards in folders and the folders in them, and reads those that are finished.
   *
   * @throws UserError if there is no such folder, or they cannot be one run
   * @throws dev.safebank.evidence.EvidenceException if one of them was altered
   */
  public static MergedShards in(List<Path> folders) throws IOException {
    ShardReader reader = new ShardReader();
    SortedMap<ShardKey, FoundShard> shards = new TreeMap<>();
    for (Path folder : folders) {
      for (Path manifest : manifestsIn(folder)) {
        add(shards, read(manifest.toRealPath().getParent(), reader));
      }
    }
    return new MergedShards(shards);
  }

  /**
   * These shards and others.
   *
   * @throws UserError if they cannot be one run
   */
  public MergedShards and(MergedShards others) {
    SortedMap<ShardKey, FoundShard> all = new TreeMap<>(shards);
    others.shards.values().forEach(shard -> add(all, shard));
    return new MergedShards(all);
  }

  /**
   * All evidence that counts.
   *
   * @param here the plan of the classes that are here; empty if any will do
   * @throws UserError if the shards are of another plan
   */
  public GatheredEvidence gathered(Optional<Header> here) {
    for (FoundShard shard : shards.values()) {
      here.filter(plan -> !PlanHash.of(plan).equals(shard.manifest().plan())).ifPresent(plan -> {
        throw new UserError(
            "%s is of other cells, claims, scopes or classes than those that are here. Compile the same sources with the same JDK here and for the shards, and give the same filters and scopes."
                .formatted(shard.folder()));
      });
    }
    return new ShardGathering(shards).gathered();
  }

  private static List<Path> manifestsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError("There is no folder %s. Name the folder that holds the shards' folders."
          .formatted(folder));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().equals(ShardManifestFile.NAME))
          .sorted()
          .toList();
    }
  }

  private static FoundShard read(Path folder, ShardReader reader) throws IOException {
    ShardManifest manifest = ShardManifestFile.read(folder);
    return new FoundShard(
        folder,
        manifest,
        manifest.finished() ? Optional.of(reader.read(folder, manifest)) : Optional.empty());
  }

  private static void add(SortedMap<ShardKey, FoundShard> shards, FoundShard shard) {
    if (!shards.isEmpty()) {
      FoundShard any = shards.get(shards.firstKey());
      if (!any.manifest().plan().equals(shard.manifest().plan())) {
        throw new UserError(
            "%s and %s have different plans: they are of other cells, claims, scopes, classes or tools, and no parts of one run."
                .formatted(least(any, shard), greatest(any, shard)));
      }
    }
    shards.merge(shard.key(), shard, MergedShards::oneOf);
  }

  /** A part that was run again takes the place of one that did not finish. */
  private static FoundShard oneOf(FoundShard one, FoundShard other) {
    if (one.evidence().isPresent() && other.evidence().isPresent()) {
      if (one.folder().equals(other.folder())) {
        return one;
      }
      throw new UserError(
          "%s and %s are both %s: its samples would count twice. Take one of them away."
              .formatted(least(one, other), greatest(one, other), one.key().words()));
    }
    if (one.evidence().isPresent()) {
      return one;
    }
    return other.evidence().isPresent() || other.folder().compareTo(one.folder()) < 0 ? other : one;
  }

  private static Path least(FoundShard one, FoundShard other) {
    return one.folder().compareTo(other.folder()) <= 0 ? one.folder() : other.folder();
  }

  private static Path greatest(FoundShard one, FoundShard other) {
    return one.folder().compareTo(other.folder()) <= 0 ? other.folder() : one.folder();
  }
}
