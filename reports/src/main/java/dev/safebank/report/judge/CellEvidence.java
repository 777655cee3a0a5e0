package dev.safebank.report.judge;

import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.report.input.CellExploration;
import dev.safebank.report.input.GatheredEvidence;
import dev.safebank.report.input.UntestedCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All records of one cell.
 *
 * @param forks in the order in which they ended
 * @param skipped why it was left out; empty if it was not
 * @param exploration what exploring it has shown; empty if it was not explored
 * @param untested why it is untested, whatever was recorded
 */
record CellEvidence(
    List<ForkRecord> forks,
    Optional<String> skipped,
    Optional<CellExploration> exploration,
    Optional<UntestedCell> untested) {

  /** Nothing was recorded. */
  static final CellEvidence NONE =
      new CellEvidence(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  CellEvidence {
    forks = List.copyOf(forks);
  }

  /** Sorts evidence by test class. */
  static Map<String, CellEvidence> byTest(GatheredEvidence evidence) {
    Map<String, CellEvidence> cells = new HashMap<>();
    Map<String, List<ForkRecord>> forks = new HashMap<>();
    for (ForkRecord fork : evidence.forks()) {
      forks.computeIfAbsent(fork.test(), test -> new ArrayList<>()).add(fork);
    }
    forks.forEach((test, records) -> cells.put(test, NONE.with(records)));
    for (SkippedRecord skipped : evidence.skipped()) {
      cells.merge(skipped.test(), NONE.with(skipped), CellEvidence::and);
    }
    for (CellExploration exploration : evidence.explorations()) {
      cells.merge(exploration.test(), NONE.with(exploration), CellEvidence::and);
    }
    evidence
        .untested()
        .forEach((test, cause) -> cells.merge(test, NONE.with(cause), CellEvidence::and));
    return cells;
  }

  private CellEvidence with(List<ForkRecord> records) {
    return new CellEvidence(records, skipped, exploration, untested);
  }

  private CellEvidence with(SkippedRecord cell) {
    return new CellEvidence(forks, Optional.of(cell.reason()), exploration, untested);
  }

  private CellEvidence with(CellExploration explored) {
    return new CellEvidence(forks, skipped, Optional.of(explored), untested);
  }

  private CellEvidence with(UntestedCell cause) {
    return new CellEvidence(forks, skipped, exploration, Optional.of(cause));
  }

  private CellEvidence and(CellEvidence more) {
    return new CellEvidence(
        forks,
        skipped.or(more::skipped),
        exploration.or(more::exploration),
        untested.or(more::untested));
  }
}
