package dev.safebank.report.gather;

import dev.safebank.report.verdict.Objection;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.Header;
import dev.safebank.stress.evidence.SkippedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All evidence of a run.
 *
 * @param header what was to be tested; empty if no file could be read
 * @param forks what forks saw, in order
 * @param skipped cells left out on purpose
 * @param explorations what exploring cells has shown
 * @param elapsed wall time of the run, as far as is known
 * @param objections what is wrong with the files
 */
public record GatheredEvidence(
    Optional<Header> header,
    List<ForkRecord> forks,
    List<SkippedRecord> skipped,
    List<CellExploration> explorations,
    Duration elapsed,
    List<Objection> objections) {

  public GatheredEvidence {
    forks = List.copyOf(forks);
    skipped = List.copyOf(skipped);
    explorations = List.copyOf(explorations);
    objections = List.copyOf(objections);
  }
}
