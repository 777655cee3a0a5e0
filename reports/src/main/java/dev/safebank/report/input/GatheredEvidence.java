package dev.safebank.report.input;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.report.verdict.EvidenceSource;
import dev.safebank.report.verdict.GateViolation;
import dev.safebank.report.verdict.fleet.FleetInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All evidence that counts: of the classes that are there, each record once.
 *
 * @param header what is to be judged, and how the evidence was made; empty if no file could be read
 * @param forks what forks saw, in order
 * @param skipped cells left out on purpose
 * @param explorations what exploring cells has shown
 * @param scopes what exploring all programs of a scope has shown
 * @param untested why cells are untested whatever was recorded of them, by test
 * @param elapsed wall time of the runs, as far as is known
 * @param sources the files
 * @param notices what a reader should know of the files although it fails nothing
 * @param objections what is wrong with the files
 * @param fleet the machines of a run that was dealt out to several; empty if one made it all
 */
public record GatheredEvidence(
    Optional<Header> header,
    List<ForkRecord> forks,
    List<SkippedRecord> skipped,
    List<CellExploration> explorations,
    List<ScopeRecord> scopes,
    Map<String, UntestedCell> untested,
    Duration elapsed,
    List<EvidenceSource> sources,
    List<String> notices,
    List<GateViolation> objections,
    Optional<FleetInfo> fleet) {

  public GatheredEvidence {
    forks = List.copyOf(forks);
    skipped = List.copyOf(skipped);
    explorations = List.copyOf(explorations);
    scopes = List.copyOf(scopes);
    untested = Map.copyOf(untested);
    sources = List.copyOf(sources);
    notices = List.copyOf(notices);
    objections = List.copyOf(objections);
  }

  /** No evidence, for the reasons given. */
  public static GatheredEvidence none(List<GateViolation> objections) {
    return new GatheredEvidence(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Duration.ZERO,
        List.of(),
        List.of(),
        objections,
        Optional.empty());
  }
}
