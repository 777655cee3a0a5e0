package dev.safebank.report.input;

import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.evidence.shard.Platform;
import dev.safebank.evidence.shard.ShardDeal;
import dev.safebank.evidence.shard.ShardEvidence;
import dev.safebank.report.verdict.CellStatus;
import dev.safebank.report.verdict.EvidenceSource;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.fleet.FleetInfo;
import dev.safebank.report.verdict.fleet.PlatformInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Combines the evidence of shards, and reports which shards are missing. */
final class ShardGathering {

  private final SortedMap<ShardKey, FoundShard> shards;
  private final List<ShardEvidence> finished;
  private final PlatformNames platforms;
  private final List<GateViolation> objections = new ArrayList<>();
  private final Map<String, UntestedCell> untested = new HashMap<>();
  private final Map<Integer, ShardDeal> deals = new HashMap<>();

  ShardGathering(SortedMap<ShardKey, FoundShard> shards) {
    this.shards = shards;
    this.finished =
        shards.values().stream().flatMap(shard -> shard.evidence().stream()).toList();
    this.platforms =
        new PlatformNames(finished.stream().map(ShardEvidence::manifest).toList());
  }

  GatheredEvidence gathered() {
    if (finished.isEmpty()) {
      object(
          GateViolation.Rule.NO_EVIDENCE,
          shards.isEmpty()
              ? "There is no shard. Name the folder that holds the shards' folders."
              : "No shard is finished: there is no evidence. Run them again.");
      return GatheredEvidence.none(objections);
    }
    Header plan = finished.get(0).plan();
    missing().forEach(key -> missing(plan, key));
    Map<String, ExplorationRecord> explorations = new LinkedHashMap<>();
    records(ExplorationRecord.class)
        .forEach(record -> explorations.merge(record.test(), record, RecordUnion::ofExplorations));
    Map<String, ScopeRecord> scopes = new LinkedHashMap<>();
    records(ScopeRecord.class)
        .forEach(record -> scopes.merge(
            record.variant() + " in " + record.scope(), record, RecordUnion::ofScopes));
    UntestedCells cells = new UntestedCells(plan.cells());
    cells.explored(explorations.keySet());
    cells.byTest().forEach(untested::putIfAbsent);
    FleetInfo fleet = platforms.fleet();
    return new GatheredEvidence(
        Optional.of(header(plan)),
        finished.stream().flatMap(shard -> forks(shard).stream()).toList(),
        records(SkippedRecord.class),
        explorations.values().stream().map(ExplorationAdapter::of).toList(),
        List.copyOf(scopes.values()),
        untested,
        finished.stream()
            .map(ShardEvidence::elapsed)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO),
        sources(plan, fleet),
        notices(plan),
        objections,
        Optional.of(fleet));
  }

  /** All shards of the sets of which any is there, but those that are finished. */
  private Set<ShardKey> missing() {
    Set<ShardKey> missing = new TreeSet<>();
    shards.keySet().stream().map(key -> key.of(1)).distinct().forEach(first -> {
      for (int index = 1; index <= first.shard().count(); index++) {
        ShardKey key = first.of(index);
        if (!shards.containsKey(key) || shards.get(key).evidence().isEmpty()) {
          missing.add(key);
        }
      }
    });
    return missing;
  }

  private void missing(Header plan, ShardKey key) {
    String what = Optional.ofNullable(shards.get(key))
        .map(begun -> "Not finished, in %s".formatted(begun.folder()))
        .orElse("Missing");
    object(
        GateViolation.Rule.INCOMPLETE_EVIDENCE,
        "%s: %s. Run it again with -Dstress.shard=%s, and merge again."
            .formatted(what, key.words(), key.shard()));
    ShardDeal deal = deals.computeIfAbsent(key.shard().count(), count -> ShardDeal.of(plan, count));
    Set<String> missing = deal.stressed(key.shard().index());
    String message = "%s of %s: UNTESTED, since the shard is missing."
        .formatted(NumberFormats.count(missing.size(), "cell"), key.words());
    missing.forEach(test -> untested.putIfAbsent(
        test, new UntestedCell(CellStatus.MISSING, key.words() + " is missing", message)));
  }

  /** The records of forks; on several platforms, with the platform in the configuration's name. */
  private List<ForkRecord> forks(ShardEvidence shard) {
    List<ForkRecord> forks = of(shard, ForkRecord.class);
    if (!platforms.several()) {
      return forks;
    }
    String platform = platforms.of(shard.manifest().platform());
    return forks.stream()
        .map(fork -> new ForkRecord(
            fork.test(),
            FleetInfo.configuration(fork.configuration(), platform),
            fork.jvmArgs(),
            fork.status(),
            fork.outcomes(),
            fork.millis(),
            fork.blockages(),
            fork.message()))
        .toList();
  }

  /** What is to be judged, and how the first shard says that it was run. */
  private Header header(Header plan) {
    Header run = finished.get(0).run();
    Map<String, String> options = new TreeMap<>(plan.options());
    options.put("stress.budget", run.options().getOrDefault("stress.budget", "unknown"));
    return new Header(
        run.schema(),
        finished.get(0).manifest().plan(),
        finished.stream()
            .map(shard -> shard.plan().started())
            .min(Instant::compareTo)
            .orElseThrow(),
        run.environment(),
        options,
        run.command(),
        run.replay(),
        plan.variants(),
        plan.scenarios(),
        plan.cells(),
        plan.scopes());
  }

  private List<EvidenceSource> sources(Header plan, FleetInfo fleet) {
    boolean complete = missing().isEmpty();
    return fleet.platforms().stream()
        .map(platform -> new EvidenceSource(
            NumberFormats.count(platform.shards(), "shard") + " on " + platform.name(),
            finished.get(0).manifest().plan().substring(0, 12),
            plan.started(),
            complete,
            machines(platform),
            platform.jvm() + (platform.flags().isEmpty() ? "" : ", " + platform.flags())))
        .toList();
  }

  private static String machines(PlatformInfo platform) {
    return "%s with %s, %s each"
        .formatted(
            NumberFormats.count(platform.machines(), "machine"),
            platform.cpu(),
            NumberFormats.count(platform.cpus(), "CPU"));
  }

  /** What was skipped on some platforms and may have been run on others. */
  private List<String> notices(Header plan) {
    if (!platforms.several()) {
      return List.of();
    }
    Map<String, String> scenarios =
        plan.cells().stream().collect(Collectors.toMap(CellFacts::test, CellFacts::scenario));
    SortedMap<String, Set<String>> skipped = new TreeMap<>();
    for (ShardEvidence shard : finished) {
      Platform platform = shard.manifest().platform();
      for (SkippedRecord record : of(shard, SkippedRecord.class)) {
        skipped
            .computeIfAbsent(
                "on %s (%s)".formatted(platforms.of(platform), record.reason()),
                first -> new TreeSet<>())
            .add(scenarios.get(record.test()));
      }
    }
    return skipped.entrySet().stream()
        .map(entry ->
            "Not stressed %s: %s.".formatted(entry.getKey(), String.join(", ", entry.getValue())))
        .toList();
  }

  private <R extends EvidenceRecord> List<R> records(Class<R> type) {
    return finished.stream().flatMap(shard -> of(shard, type).stream()).toList();
  }

  private static <R extends EvidenceRecord> List<R> of(ShardEvidence shard, Class<R> type) {
    return shard.records().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void object(GateViolation.Rule rule, String message) {
    objections.add(new GateViolation(rule, message));
  }
}
