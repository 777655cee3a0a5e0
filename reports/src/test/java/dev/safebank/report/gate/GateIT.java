package dev.safebank.report.gate;

import static org.junit.jupiter.api.Assertions.fail;

import dev.safebank.report.json.VerdictsFile;
import dev.safebank.report.verdict.Verdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fails the build when a variant does not behave as it claims, or the evidence does not suffice to
 * say so. Runs over the {@code verdicts.json} in the folder that the system property
 * {@code outcomes} names ({@code target/outcomes} by default).
 */
class GateIT {

  private static Verdicts verdicts() {
    try {
      return VerdictsFile.read(
          Path.of(System.getProperty("outcomes", "target/outcomes")).resolve(VerdictsFile.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
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

  static List<GateCheck> everyPromiseIsAsTheVariantSays() {
    return Gate.promises(verdicts());
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource
  void everyPromiseIsAsTheVariantSays(GateCheck check) {
    check(check);
  }

  private static void check(GateCheck check) {
    if (!check.passes()) {
      fail(check.message());
    }
  }
}
