package dev.safebank.report.input;

import dev.safebank.evidence.Completeness;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ExplorationRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.report.verdict.EvidenceSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * An evidence file, read to its end.
 *
 * @param name its name
 * @param header its first line
 * @param records the lines between header and trailer
 * @param completeness whether its run came to its end
 */
record EvidenceFile(
    String name, Header header, List<EvidenceRecord> records, Completeness completeness) {

  /** The newest first; of copies, the one that goes furthest. */
  static final Comparator<EvidenceFile> NEWEST_FIRST = Comparator.comparing(
          (EvidenceFile file) -> file.header().started())
      .thenComparing(file -> file.completeness().records())
      .reversed()
      .thenComparing(EvidenceFile::name);

  EvidenceFile {
    records = List.copyOf(records);
  }

  /** The same file with some of its records only. */
  EvidenceFile with(List<EvidenceRecord> some) {
    return new EvidenceFile(name, header, some, completeness);
  }

  boolean holdsForks() {
    return records.stream().anyMatch(ForkRecord.class::isInstance);
  }

  /** Whether both were made on the same machine, with the same software. */
  boolean sameEnvironment(Environment other) {
    Environment own = header.environment();
    return own.os().equals(other.os())
        && own.cpu().equals(other.cpu())
        && own.cpus() == other.cpus()
        && own.jvm().equals(other.jvm())
        && own.versions().equals(other.versions());
  }

  /** The wall time of its run; if that was cut short, the time that its records took. */
  Duration elapsed() {
    if (completeness instanceof Completeness.Complete complete) {
      Duration time = Duration.between(header.started(), complete.trailer().ended());
      return time.isNegative() ? Duration.ZERO : time;
    }
    return Duration.ofMillis(records.stream().mapToLong(EvidenceFile::millis).sum());
  }

  private static long millis(EvidenceRecord evidence) {
    if (evidence instanceof ForkRecord fork) {
      return fork.millis();
    }
    if (evidence instanceof ExplorationRecord explored) {
      return explored.millis();
    }
    return evidence instanceof ScopeRecord scope ? scope.millis() : 0;
  }

  EvidenceSource source() {
    Environment where = header.environment();
    return new EvidenceSource(
        name, header.run(), header.started(), completeness.complete(), machine(where), where.jvm());
  }

  static String machine(Environment where) {
    return "%s, %s, %d CPUs".formatted(where.os(), where.cpu(), where.cpus());
  }
}
