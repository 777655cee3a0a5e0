package dev.safebank.junit.stress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a stress run has left.
 *
 * @param file its evidence
 * @param log what it said
 * @param reused when it was made, if that was in an earlier run which is not repeated
 */
public record StressEvidence(Path file, Path log, Optional<Instant> reused) {

  private static final String BUDGET_OF_THE_COMMAND = "stress.budget";

  /** The property by which users of the JUnit engine give the budget. */
  public static final String BUDGET = "safebank.stress";

  /** What the run said of a budget that was too small, and which to give. */
  public List<String> advice() {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> line.contains("-D" + BUDGET_OF_THE_COMMAND))
          .map(line -> inTermsOfTheEngine(line.replaceFirst("^stress: ", "")))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A sentence of the stress command or of the report, with the engine's name of the property. */
  public static String inTermsOfTheEngine(String sentence) {
    return sentence.replace("-D" + BUDGET_OF_THE_COMMAND, "-D" + BUDGET);
  }

  /** That an earlier run is not repeated, and how to repeat it; empty if this is a new run. */
  public Optional<String> notice() {
    return reused.map(made ->
        "stressed already, %s: that evidence is used. To stress again delete %s, or set -D%s.again=true."
            .formatted(made, file.getParent(), BUDGET));
  }
}
