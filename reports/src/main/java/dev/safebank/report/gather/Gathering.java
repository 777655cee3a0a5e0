package dev.safebank.report.gather;

import dev.safebank.report.verdict.Objection;
import dev.safebank.stress.evidence.CellFacts;
import dev.safebank.stress.evidence.Completeness;
import dev.safebank.stress.evidence.EvidenceRecord;
import dev.safebank.stress.evidence.ExplorationRecord;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.Header;
import dev.safebank.stress.evidence.SkippedRecord;
import dev.safebank.stress.evidence.Trailer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evidence in the making: files are added one by one, then the result is taken. */
final class Gathering {

  private Optional<Header> header = Optional.empty();
  private final List<ForkRecord> forks = new ArrayList<>();
  private final List<SkippedRecord> skipped = new ArrayList<>();
  private final List<CellExploration> explorations = new ArrayList<>();
  private final List<Objection> objections = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;

  void object(Objection.Kind kind, String message) {
    objections.add(new Objection(kind, message));
  }

  /** Adds a file's records; the first is its header. */
  void add(String file, List<EvidenceRecord> records, Completeness completeness) {
    Header own = (Header) records.get(0);
    if (header.isPresent() && !sameSubjects(header.get(), own)) {
      object(
          Objection.Kind.NO_EVIDENCE,
          file
              + " speaks of other variants or scenarios than the evidence beside it."
              + " Run `mvn clean verify`.");
      return;
    }
    boolean stressed = records.stream().anyMatch(ForkRecord.class::isInstance);
    header = Optional.of(
        header.map(other -> stressed ? merged(own, other) : merged(other, own)).orElse(own));
    Duration working = Duration.ZERO;
    for (EvidenceRecord next : records) {
      if (next instanceof ForkRecord fork) {
        forks.add(fork);
        working = working.plusMillis(fork.millis());
      } else if (next instanceof SkippedRecord cell) {
        skipped.add(cell);
      } else if (next instanceof ExplorationRecord explored) {
        explorations.add(ExplorationAdapter.of(explored));
        working = working.plusMillis(explored.millis());
      }
    }
    elapsed = elapsed.plus(end(file, own, completeness, working));
  }

  GatheredEvidence result() {
    header.ifPresent(this::checkAnnounced);
    return new GatheredEvidence(header, forks, skipped, explorations, elapsed, objections);
  }

  private Duration end(String file, Header own, Completeness completeness, Duration working) {
    if (completeness instanceof Completeness.Complete complete) {
      Trailer trailer = complete.trailer();
      return Duration.between(own.started(), trailer.ended());
    }
    object(
        Objection.Kind.INCOMPLETE_EVIDENCE,
        "%s ends without a trailer after %d records: the run was cut short."
                .formatted(file, completeness.records())
            + " What it saw is shown; run `mvn verify` again to have the rest.");
    return working;
  }

  private void checkAnnounced(Header all) {
    Set<String> announced = new LinkedHashSet<>();
    all.cells().forEach(cell -> announced.add(cell.test()));
    Set<String> unannounced = new LinkedHashSet<>();
    forks.forEach(fork -> unannounced.add(fork.test()));
    skipped.forEach(cell -> unannounced.add(cell.test()));
    explorations.forEach(cell -> unannounced.add(cell.test()));
    unannounced.removeAll(announced);
    for (String test : unannounced) {
      object(
          Objection.Kind.NO_EVIDENCE,
          "There is a record of %s, which no header announces. Run `mvn clean verify`."
              .formatted(test));
    }
  }

  private static boolean sameSubjects(Header first, Header second) {
    return first.variants().equals(second.variants())
        && first.scenarios().equals(second.scenarios());
  }

  /** The leading file's account of the run, and what the other one adds. */
  private static Header merged(Header leading, Header other) {
    Set<CellFacts> cells = new LinkedHashSet<>(leading.cells());
    cells.addAll(other.cells());
    return new Header(
        leading.schema(),
        leading.started().isBefore(other.started()) ? leading.started() : other.started(),
        leading.environment(),
        leading.options(),
        leading.command(),
        leading.variants(),
        leading.scenarios(),
        List.copyOf(cells));
  }
}
