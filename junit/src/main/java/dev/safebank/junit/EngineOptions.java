package dev.safebank.junit;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What the user has set.
 *
 * @param incomplete what becomes of a test that an exploration cannot decide
 * @param replay the schedule to run instead of exploring
 * @param scope which programs of banks to explore, as
 *     {@link dev.safebank.stress.program.Scope#parse} reads it
 * @param directory where evidence and reports are written
 */
record EngineOptions(
    Incomplete incomplete, Optional<ReplayRequest> replay, String scope, Path directory) {

  static final String INCOMPLETE = "safebank.incomplete";
  static final String REPLAY = "safebank.replay";
  static final String SCOPE = "explore.scope";

  /** Takes seconds a bank. */
  static final String DEFAULT_SCOPE = "2x1x2,2x2x2:small";

  static final String DIRECTORY = "safebank.directory";

  /** What becomes of a test that an exploration cannot decide. */
  enum Incomplete {
    ABORT,
    FAIL,
    PASS
  }

  /**
   * Reads configuration parameters, which fall back to system properties.
   *
   * @throws JUnitException if a value is none of those that there are
   */
  static EngineOptions from(ConfigurationParameters parameters) {
    return new EngineOptions(
        parameters.get(INCOMPLETE).map(EngineOptions::incomplete).orElse(Incomplete.ABORT),
        parameters.get(REPLAY).filter(text -> !text.isBlank()).map(ReplayRequest::parse),
        parameters.get(SCOPE).orElse(DEFAULT_SCOPE),
        Path.of(parameters.get(DIRECTORY).orElse("target/safebank")));
  }

  private static Incomplete incomplete(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "abort" -> Incomplete.ABORT;
      case "fail" -> Incomplete.FAIL;
      case "pass" -> Incomplete.PASS;
      default ->
        throw new JUnitException(
            "%s=%s: give abort, fail or pass.".formatted(INCOMPLETE, text.strip()));
    };
  }
}
