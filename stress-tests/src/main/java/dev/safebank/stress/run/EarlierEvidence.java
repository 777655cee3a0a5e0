package dev.safebank.stress.run;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.UserError;
import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.CellRecord;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.Header;
import dev.safebank.stress.run.cell.StressCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The records of an earlier run that are still valid: of the same classes, on the same machine and
 * JVM. A new run carries them over, so that no measurement is lost.
 *
 * @param cells the cells that it is about
 * @param records in their order
 */
public record EarlierEvidence(List<StressCell> cells, List<CellRecord> records) {

  /** No earlier evidence. */
  public static final EarlierEvidence NONE = new EarlierEvidence(List.of(), List.of());

  public EarlierEvidence {
    cells = List.copyOf(cells);
    records = List.copyOf(records);
  }

  /**
   * Reads what there is to carry over.
   *
   * @param file the evidence file; a missing or damaged one holds nothing
   * @param all the cells of the class path
   * @param chosen those that the new run is for
   * @param resume whether records of the chosen cells count as well
   */
  public static EarlierEvidence read(
      Path file, List<StressCell> all, List<StressCell> chosen, boolean resume, Environment here) {
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    List<EvidenceRecord> records = new ArrayList<>();
    try {
      EvidenceReader.read(file, records::add);
    } catch (EvidenceException damaged) {
      return NONE;
    } catch (IOException e) {
      throw new UserError(
          "Cannot read the evidence in %s (%s). Move it away, or correct its permissions."
              .formatted(file, CommandErrors.reason(e)),
          e);
    }
    Header header = (Header) records.get(0);
    return header.environment().equals(here)
        ? of(header, records, all, resume ? Set.of() : Set.copyOf(chosen))
        : NONE;
  }

  /** The cells that new evidence is about, in the order of {@code all}: the chosen, and these. */
  public List<StressCell> with(List<StressCell> chosen, List<StressCell> all) {
    return all.stream()
        .filter(cell -> chosen.contains(cell) || cells.contains(cell))
        .toList();
  }

  /** The records of these cells' forks. */
  public List<ForkRecord> forksOf(List<StressCell> chosen) {
    Set<String> tests = chosen.stream().map(StressCell::test).collect(Collectors.toSet());
    return records.stream()
        .filter(ForkRecord.class::isInstance)
        .map(ForkRecord.class::cast)
        .filter(fork -> tests.contains(fork.test()))
        .toList();
  }

  /** Whether there is a record of this cell. */
  public boolean hasRecordOf(StressCell cell) {
    return records.stream().anyMatch(record -> record.test().equals(cell.test()));
  }

  private static EarlierEvidence of(
      Header header, List<EvidenceRecord> records, List<StressCell> all, Set<StressCell> repeated) {
    Map<String, CellFacts> recorded =
        header.cells().stream().collect(Collectors.toMap(CellFacts::test, Function.identity()));
    List<StressCell> valid = all.stream()
        .filter(cell -> !repeated.contains(cell))
        .filter(cell -> cell.facts().equals(recorded.get(cell.test())))
        .toList();
    Set<String> tests = valid.stream().map(StressCell::test).collect(Collectors.toSet());
    return new EarlierEvidence(
        valid,
        records.stream()
            .filter(CellRecord.class::isInstance)
            .map(CellRecord.class::cast)
            .filter(record -> tests.contains(record.test()))
            .toList());
  }
}
