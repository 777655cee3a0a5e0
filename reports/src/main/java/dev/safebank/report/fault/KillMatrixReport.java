package dev.safebank.report.fault;

import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.KillMatrixFile;
import dev.safebank.evidence.fault.KillMatrixHeader;
import dev.safebank.evidence.fault.KillMatrixRecord;
import dev.safebank.evidence.fault.StressedBank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kill matrix, if there is a usable one.
 *
 * @param problems why a file that is there is not used, a sentence each
 */
public record KillMatrixReport(Optional<KillMatrix> matrix, List<String> problems) {

  /** No kill matrix. */
  public static final KillMatrixReport NONE = new KillMatrixReport(Optional.empty(), List.of());

  public KillMatrixReport {
    problems = List.copyOf(problems);
  }

  /** Reads the files in a folder, which need not exist. */
  public static KillMatrixReport in(Path folder) {
    List<String> problems = new ArrayList<>();
    List<KillMatrixRecord> explored = read(folder, KillMatrixFile.EXPLORED, problems);
    List<KillMatrixRecord> stressed = read(folder, KillMatrixFile.STRESSED, problems);
    return new KillMatrixReport(
        explored.isEmpty() ? Optional.empty() : Optional.of(matrix(explored, stressed)), problems);
  }

  private static List<KillMatrixRecord> read(Path folder, String name, List<String> problems) {
    try {
      return KillMatrixFile.read(folder.resolve(name)).orElse(List.of());
    } catch (EvidenceException e) {
      problems.add(e.getMessage());
    } catch (IOException e) {
      problems.add("%s: cannot be read (%s).".formatted(name, e.getClass().getSimpleName()));
    }
    return List.of();
  }

  private static KillMatrix matrix(List<KillMatrixRecord> explored, List<KillMatrixRecord> more) {
    List<ExploredBank> banks = explored.stream()
        .filter(ExploredBank.class::isInstance)
        .map(ExploredBank.class::cast)
        .toList();
    Map<String, StressedBank> stressed = new HashMap<>();
    for (KillMatrixRecord record : more) {
      if (record instanceof StressedBank bank && banks.stream().anyMatch(of -> same(of, bank))) {
        stressed.put(bank.name(), bank);
      }
    }
    return new KillMatrix((KillMatrixHeader) explored.get(0), banks, stressed);
  }

  /** Evidence of another source under the same name is none. */
  private static boolean same(ExploredBank explored, StressedBank stressed) {
    return explored.name().equals(stressed.name()) && explored.source().equals(stressed.source());
  }
}
