package dev.safebank.report.judge;

import dev.safebank.report.gather.CellExploration;
import dev.safebank.report.gather.GatheredEvidence;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.SkippedRecord;
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
 */
record CellEvidence(
    List<ForkRecord> forks, Optional<String> skipped, Optional<CellExploration> exploration) {

  /** Nothing was recorded. */
  static final CellEvidence NONE = new CellEvidence(List.of(), Optional.empty(), Optional.empty());

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
    forks.forEach((test, records) ->
        cells.put(test, new CellEvidence(records, Optional.empty(), Optional.empty())));
    for (SkippedRecord skipped : evidence.skipped()) {
      cells.merge(
          skipped.test(),
          new CellEvidence(List.of(), Optional.of(skipped.reason()), Optional.empty()),
          CellEvidence::and);
    }
    for (CellExploration exploration : evidence.explorations()) {
      cells.merge(
          exploration.test(),
          new CellEvidence(List.of(), Optional.empty(), Optional.of(exploration)),
          CellEvidence::and);
    }
    return cells;
  }

  private CellEvidence and(CellEvidence more) {
    return new CellEvidence(forks, skipped.or(more::skipped), exploration.or(more::exploration));
  }
}
