package dev.safebank.report.gate;

import static org.junit.jupiter.api.Assertions.fail;

import dev.safebank.report.verdict.Verdicts;
import dev.safebank.report.verdict.VerdictsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fails the build when a variant does not behave as it claims, or the evidence does not suffice to
 * say so. Runs over the {@code verdicts.json} in the folder that the system property
 * {@code outcomes} names ({@code target/outcomes} by default), which must be of the build that the
 * property {@code build} names, if it is set.
 */
class GateIT {

  private static final Path FOLDER = Path.of(System.getProperty("outcomes", "target/outcomes"));
  private static final Optional<String> BUILD = Optional.ofNullable(System.getProperty("build"));
  private static final AtomicInteger MADE = new AtomicInteger();

  private static Verdicts verdicts() {
    try {
      return VerdictsFile.read(FOLDER.resolve(VerdictsFile.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @AfterAll
  static void leaveTheMarkIfAllChecksWereMade() throws IOException {
    Verdicts verdicts = verdicts();
    int all = 2
        + Gate.contracts(verdicts).size()
        + Gate.cells(verdicts).size()
        + Gate.promises(verdicts).size();
    if (BUILD.isPresent() && MADE.get() == all) {
      GateRun.mark(FOLDER, BUILD.get());
    }
  }

  @Test
  void theVerdictsAreOfThisBuild() {
    check(Gate.build(verdicts(), BUILD));
  }

  @Test
  void theEvidenceIsComplete() {
    check(Gate.evidence(verdicts()));
  }

  static List<GateCheck> everyScenarioHasEvidenceAndIsExplained() {
    return Gate.cells(verdicts());
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource
  void everyScenarioHasEvidenceAndIsExplained(GateCheck check) {
    check(check);
  }

  static List<GateCheck> noProgramBreaksTheContract() {
    return Gate.contracts(verdicts());
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource
  void noProgramBreaksTheContract(GateCheck check) {
    check(check);
  }

  static List<GateCheck> everyPromiseIsAsTheVariantSays() {
    return Gate.promises(verdicts());
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource
  void everyPromiseIsAsTheVariantSays(GateCheck check) {
    check(check);
  }

  private static void check(GateCheck check) {
    MADE.incrementAndGet();
    if (!check.passes()) {
      fail(check.message());
    }
  }
}
