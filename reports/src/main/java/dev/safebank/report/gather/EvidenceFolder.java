package dev.safebank.report.gather;

import dev.safebank.report.verdict.Objection;
import dev.safebank.stress.evidence.Completeness;
import dev.safebank.stress.evidence.EvidenceException;
import dev.safebank.stress.evidence.EvidenceReader;
import dev.safebank.stress.evidence.EvidenceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads all evidence files of a folder. A file that must not be judged becomes an objection, not an
 * exception: the report is written all the same, and says what is wrong.
 */
public final class EvidenceFolder {

  private static final String SUFFIX = ".ndjson";

  private EvidenceFolder() {}

  /**
   * Gathers what the folder's {@code *.ndjson} files say.
   *
   * @throws IOException if the folder or a file is there, but cannot be read
   */
  public static GatheredEvidence gather(Path folder) throws IOException {
    List<Path> files = evidenceFiles(folder);
    Gathering gathering = new Gathering();
    if (files.isEmpty()) {
      gathering.object(
          Objection.Kind.NO_EVIDENCE,
          "There is no evidence in %s. Run `mvn verify` without -Dstress.skip first."
              .formatted(folder));
    }
    for (Path file : files) {
      read(file, gathering);
    }
    return gathering.result();
  }

  private static List<Path> evidenceFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    }
  }

  private static void read(Path file, Gathering gathering) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    try {
      Completeness completeness = EvidenceReader.read(file, records::add);
      gathering.add(file.getFileName().toString(), records, completeness);
    } catch (EvidenceException e) {
      gathering.object(Objection.Kind.NO_EVIDENCE, e.getMessage());
    }
  }
}
