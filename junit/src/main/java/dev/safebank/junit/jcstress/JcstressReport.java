package dev.safebank.junit.jcstress;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.Header;
import dev.safebank.explore.result.Exploration;
import dev.safebank.report.TestReport;
import dev.safebank.report.verdict.jcstress.TestVerdict;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.ExplorationRecords;
import dev.safebank.stress.run.StressEnvironment;
import dev.safebank.stress.run.cell.ClassHashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * The evidence and the report of the jcstress tests of one run of the engine. Evidence is written
 * as the tests are judged, the report at the end.
 *
 * <p>Not safe for use by several threads: the engine has one.
 */
public final class JcstressReport {

  private static final String EVIDENCE = "exploration.ndjson";

  private final Path folder;
  private final String replay;
  private final List<TestVerdict> verdicts = new ArrayList<>();
  private final Map<ClassLoader, ClassHashes> hashes = new HashMap<>();

  /**
   * Starts a report.
   *
   * @param replay the option that runs one witness again, with placeholders as {@link Header} has
   */
  public JcstressReport(Path folder, String replay) {
    this.folder = folder.toAbsolutePath();
    this.replay = replay;
  }

  /** The page, which is there when the run has ended. */
  public Path page() {
    return folder.resolve(TestReport.PAGE);
  }

  /** Writes the evidence of an exploration, and adds the verdict. */
  public void add(Class<?> test, JudgedTest judged) {
    String hash = hash(test.getClassLoader(), test.getName());
    try {
      write(test.getName(), hash, judged.exploration());
    } catch (IOException failed) {
      throw cannotWrite(failed);
    }
    verdicts.add(JudgedTestVerdict.of(test.getName(), hash, Instant.now(), judged));
  }

  /** Adds a test that could not be explored. */
  public void addFailed(Class<?> test, String why) {
    verdicts.add(TestVerdict.failed(
        test.getName(), hash(test.getClassLoader(), test.getName()), Instant.now(), why));
  }

  /** Writes the report, if there is anything to report. */
  public void write() {
    if (verdicts.isEmpty()) {
      return;
    }
    try {
      TestReport.add(folder, replay, environment(), verdicts, this::isCurrent);
    } catch (IOException failed) {
      throw cannotWrite(failed);
    }
  }

  private boolean isCurrent(TestVerdict earlier) {
    ClassLoader here = Thread.currentThread().getContextClassLoader();
    return hash(here, earlier.test()).equals(earlier.classes());
  }

  private String hash(ClassLoader classes, String test) {
    return hashes.computeIfAbsent(classes, ClassHashes::new).of(test);
  }

  private static Environment environment() {
    return StressEnvironment.describe(Topology.get());
  }

  private void write(String test, String hash, Exploration exploration) throws IOException {
    Header header = new Header(
        Header.SCHEMA,
        UUID.randomUUID().toString(),
        Instant.now(),
        environment(),
        Map.of(EvidenceFiles.TESTS, test, EvidenceFiles.CLASSES, hash),
        "mvn test '-Dtest=%s'".formatted(test),
        replay,
        List.of(),
        List.of(),
        List.of(),
        List.of());
    try (EvidenceWriter evidence =
        EvidenceWriter.create(folder.resolve(test).resolve(EVIDENCE), header)) {
      evidence.append(ExplorationRecords.of(exploration));
      evidence.complete(Instant.now());
    }
  }

  private UncheckedIOException cannotWrite(IOException failed) {
    return new UncheckedIOException(
        "Cannot write evidence and report to %s. Choose another place with -Dsafebank.directory=…"
            .formatted(folder),
        failed);
  }
}
