package dev.safebank.report.input;

import dev.safebank.console.UserError;
import dev.safebank.evidence.Completeness;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.evidence.shard.ShardManifestFile;
import dev.safebank.report.verdict.GateViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads all evidence files of a folder, and the plan that says of which cells and classes there is
 * to be evidence. A file that must not be judged becomes an objection, not an exception: the report
 * is written all the same, and says what is wrong.
 */
public final class EvidenceFolder {

  private static final String SUFFIX = ".ndjson";

  private final Path folder;
  private final List<GateViolation> objections = new ArrayList<>();

  private EvidenceFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Gathers what the folder's {@code *.ndjson} files say.
   *
   * @param build the build that the plan has to be of; empty if any will do
   * @throws IOException if the folder or a file is there, but cannot be read
   */
  public static GatheredEvidence gather(Path folder, Optional<String> build) throws IOException {
    return new EvidenceFolder(folder).gather(build);
  }

  /**
   * The plan that says of which cells and classes there is to be evidence.
   *
   * @param build the build that the plan has to be of; empty if any will do
   * @throws UserError if there is none that can be relied on
   */
  public static Header plan(Path folder, Optional<String> build) throws IOException {
    return new EvidenceFolder(folder).plan(build);
  }

  private Header plan(Optional<String> build) throws IOException {
    Optional<EvidenceFile> planned = Optional.empty();
    for (Path path : evidenceFiles()) {
      if (Plan.isNameOf(path)) {
        planned = read(path);
      }
    }
    return new Plan(folder, build)
        .check(planned, objections)
        .orElseThrow(() -> new UserError(objections.get(0).message()));
  }

  private GatheredEvidence gather(Optional<String> build) throws IOException {
    if (Files.exists(folder.resolve(ShardManifestFile.NAME))) {
      object(
          "%s holds one shard of a run that several machines have: alone it is not judged. Judge all shards together: mvn verify -Dmerge.shards=FOLDER."
              .formatted(folder));
      return GatheredEvidence.none(objections);
    }
    List<EvidenceFile> runs = new ArrayList<>();
    Optional<EvidenceFile> planned = Optional.empty();
    for (Path path : evidenceFiles()) {
      Optional<EvidenceFile> file = read(path);
      if (Plan.isNameOf(path)) {
        planned = file;
      } else {
        file.ifPresent(runs::add);
      }
    }
    if (runs.isEmpty()) {
      if (objections.isEmpty()) {
        object("There is no evidence in %s. Run `mvn verify` without -Dstress.skip first."
            .formatted(folder));
      }
      return GatheredEvidence.none(objections);
    }
    Optional<Header> plan = new Plan(folder, build).check(planned, objections);
    return new EvidenceSelection(plan, objections).of(runs);
  }

  private List<Path> evidenceFiles() throws IOException {
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

  private Optional<EvidenceFile> read(Path file) throws IOException {
    List<EvidenceRecord> records = new ArrayList<>();
    try {
      Completeness completeness = EvidenceReader.read(file, records::add);
      return Optional.of(new EvidenceFile(
          file.getFileName().toString(),
          (Header) records.get(0),
          records.subList(1, records.size()),
          completeness));
    } catch (EvidenceException e) {
      object(e.getMessage());
      return Optional.empty();
    }
  }

  private void object(String message) {
    objections.add(new GateViolation(GateViolation.Rule.NO_EVIDENCE, message));
  }
}
