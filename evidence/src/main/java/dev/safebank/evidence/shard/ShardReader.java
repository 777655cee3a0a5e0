package dev.safebank.evidence.shard;

import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.CellRecord;
import dev.safebank.evidence.Completeness;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.RegularFile;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.VariantFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the files of shards, and rejects files that are incomplete, altered or of another shard.
 * What is missing can be produced by another run; what is altered must not be judged.
 */
public final class ShardReader {

  /** The name of the plan, which is the same in all shards. */
  public static final String PLAN = "plan.ndjson";

  private static final String EXPLORATION = "exploration.ndjson";
  private static final String PROGRAMS = "programs.ndjson";
  private static final String STRESS = "stress.ndjson";
  private static final String SUFFIX = ".ndjson";
  private static final String RUN_AGAIN = "Run that shard again";

  private final Map<String, ShardDeal> deals = new HashMap<>();

  /**
   * Marks a shard as finished, if it is.
   *
   * @throws EvidenceException if something is missing, or is not of this shard
   */
  public ShardManifest finish(Path folder) throws IOException {
    ShardManifest begun = ShardManifestFile.read(folder);
    checked(folder, begun);
    ShardManifest finished = begun.withFiles(checksums(folder));
    ShardManifestFile.write(folder, finished);
    return finished;
  }

  /**
   * Reads a finished shard.
   *
   * @param manifest the manifest in the folder
   * @throws EvidenceException if a file was altered, is missing or was added, or is not of this
   *     shard
   */
  public ShardEvidence read(Path folder, ShardManifest manifest) throws IOException {
    SortedMap<String, String> there = checksums(folder);
    for (String name : both(there, manifest.files())) {
      if (!there.containsKey(name)) {
        throw refused(folder.resolve(name), "is not there, and the shard's manifest names it");
      }
      if (!there.get(name).equals(manifest.files().get(name))) {
        throw refused(
            folder.resolve(name),
            manifest.files().containsKey(name)
                ? "was altered after the shard had finished"
                : "was added after the shard had finished");
      }
    }
    return checked(folder, manifest);
  }

  private static Set<String> both(SortedMap<String, String> one, SortedMap<String, String> other) {
    SortedMap<String, String> all = new TreeMap<>(one);
    all.putAll(other);
    return all.keySet();
  }

  private static SortedMap<String, String> checksums(Path folder) throws IOException {
    SortedMap<String, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
        RegularFile.require(file, EvidenceReader.LARGEST_FILE);
        checksums.put(file.getFileName().toString(), Sha256.of(Files.readAllBytes(file)));
      }
    }
    return checksums;
  }

  private ShardEvidence checked(Path folder, ShardManifest manifest) throws IOException {
    Header plan = whole(folder.resolve(PLAN)).header();
    if (!PlanHash.of(plan).equals(manifest.plan())) {
      throw refused(folder.resolve(PLAN), "is not the plan that the shard's manifest names");
    }
    if (!Platform.of(plan.environment(), manifest.platform().flags(), manifest.host())
        .equals(manifest.platform())) {
      throw refused(folder.resolve(PLAN), "is of another machine than the shard's manifest");
    }
    ShardDeal deal = deal(plan, manifest);
    int index = manifest.shard().index();
    Contents explored = whole(folder.resolve(EXPLORATION));
    Contents programs = whole(folder.resolve(PROGRAMS));
    Contents stressed = whole(folder.resolve(STRESS));
    explored.requireOf(plan, deal.explored(index), Set.of());
    stressed.requireOf(plan, deal.stressed(index), Set.of());
    programs.requireOf(plan, Set.of(), deal.variants(index));
    return new ShardEvidence(
        manifest,
        plan,
        stressed.header(),
        Stream.of(explored, programs, stressed)
            .flatMap(contents -> contents.records().stream())
            .toList(),
        Stream.of(explored, programs, stressed)
            .map(Contents::elapsed)
            .reduce(Duration.ZERO, Duration::plus));
  }

  /** The deal, which is the same for all shards of a run. */
  private ShardDeal deal(Header plan, ShardManifest manifest) {
    int count = manifest.shard().count();
    return deals.computeIfAbsent(
        manifest.plan() + "/" + count, unseen -> ShardDeal.of(plan, count));
  }

  private static Contents whole(Path file) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    if (EvidenceReader.read(file, records::add) instanceof Completeness.Complete end) {
      Header header = (Header) records.get(0);
      Duration elapsed = Duration.between(header.started(), end.trailer().ended());
      return new Contents(
          file,
          header,
          records.subList(1, records.size()),
          elapsed.isNegative() ? Duration.ZERO : elapsed);
    }
    throw refused(file, "has no end: the run was cut short");
  }

  private static EvidenceException refused(Path file, String cause) {
    return new EvidenceException(file, cause, RUN_AGAIN);
  }

  /** The content of a complete file. */
  private record Contents(
      Path file, Header header, List<EvidenceRecord> records, Duration elapsed) {

    void requireOf(Header plan, Set<String> tests, Set<String> variants) throws IOException {
      if (header.started().isBefore(plan.started())) {
        throw refused(file, "is older than the plan beside it, and so of another run");
      }
      if (!sameMachine(header.environment(), plan.environment())) {
        throw refused(file, "was written on another machine or JDK than the plan beside it");
      }
      Set<CellFacts> expected = plan.cells().stream()
          .filter(cell -> tests.contains(cell.test()))
          .collect(Collectors.toSet());
      if (!expected.equals(Set.copyOf(header.cells()))) {
        throw refused(file, "is not about the cells of this shard");
      }
      Set<VariantFacts> whole = plan.variants().stream()
          .filter(variant -> variants.contains(variant.name()))
          .collect(Collectors.toSet());
      if (tests.isEmpty() && !whole.equals(Set.copyOf(header.variants()))) {
        throw refused(file, "is not about the variants of this shard");
      }
      for (EvidenceRecord record : records) {
        requireAnnounced(record, tests, whole);
      }
    }

    private void requireAnnounced(
        EvidenceRecord record, Set<String> tests, Set<VariantFacts> variants) throws IOException {
      boolean announced = record instanceof CellRecord cell
          ? tests.contains(cell.test())
          : record instanceof ScopeRecord scope
              && variants.stream()
                  .anyMatch(variant -> variant.name().equals(scope.variant())
                      && variant.classes().equals(scope.classes()));
      if (!announced) {
        throw refused(file, "has a record of something that is not of this shard");
      }
    }

    private static boolean sameMachine(Environment one, Environment other) {
      return one.os().equals(other.os())
          && one.cpu().equals(other.cpu())
          && one.cpus() == other.cpus()
          && one.jvm().equals(other.jvm())
          && one.versions().equals(other.versions());
    }
  }
}
