package dev.safebank.stress.run;

import dev.safebank.console.CommandErrors;
import dev.safebank.console.UserError;
import dev.safebank.evidence.CellFacts;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.Header;
import dev.safebank.stress.run.cell.StressCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells that the evidence in a folder is about, whether it is of the present classes or not.
 */
public final class AnnouncedCells {

  private static final String EVIDENCE = ".ndjson";

  private AnnouncedCells() {}

  /**
   * The cells of {@code all} that are chosen, or that the evidence beside a plan announces. These
   * are the cells to judge: a run of some cells adds to what is known of the others.
   *
   * @param plan the plan, which announces nothing itself
   * @throws UserError if the folder cannot be read
   */
  public static List<StressCell> andChosen(
      Path plan, List<StressCell> chosen, List<StressCell> all) {
    Path folder = plan.toAbsolutePath().getParent();
    Set<String> tests = chosen.stream().map(StressCell::test).collect(Collectors.toSet());
    try {
      for (Path file : evidenceIn(folder)) {
        if (!file.getFileName().equals(plan.getFileName())) {
          tests.addAll(announcedBy(file));
        }
      }
    } catch (IOException e) {
      throw new UserError(
          "Cannot read the evidence in %s (%s). Move it away, or correct its permissions."
              .formatted(folder, CommandErrors.reason(e)),
          e);
    }
    return all.stream().filter(cell -> tests.contains(cell.test())).toList();
  }

  private static List<Path> evidenceIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(EVIDENCE))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /** A damaged file announces what its header says, if that can be read. */
  private static Set<String> announcedBy(Path file) throws IOException {
    Set<String> tests = new HashSet<>();
    try {
      EvidenceReader.read(file, record -> {
        if (record instanceof Header header) {
          header.cells().stream().map(CellFacts::test).forEach(tests::add);
        }
      });
    } catch (EvidenceException damaged) {
      return tests;
    }
    return tests;
  }
}
