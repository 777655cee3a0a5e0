package dev.safebank.junit;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.junit.stress.StressEvidence;
import dev.safebank.junit.stress.StressRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestTag;

/**
 * What the user has set.
 *
 * @param incomplete what becomes of a test that an exploration cannot decide
 * @param replay the schedule to run instead of exploring
 * @param failIfNone whether it is an error if no test is found; empty if the user has not said
 * @param scope which programs of banks to explore, as
 *     {@link dev.safebank.stress.program.Scope#parse} reads it
 * @param directory where evidence and reports are written
 * @param stress how long to stress each class; empty if only those with the tag
 *     {@value #STRESS_TAG} are
 * @param stressAgain whether to stress also what there is evidence of already
 */
record EngineOptions(
    Incomplete incomplete,
    Optional<ReplayRequest> replay,
    Optional<Boolean> failIfNone,
    String scope,
    Path directory,
    Optional<Duration> stress,
    boolean stressAgain) {

  static final String INCOMPLETE = "safebank.incomplete";
  static final String REPLAY = "safebank.replay";
  static final String FAIL_IF_NONE = "safebank.failIfNone";
  static final String SCOPE = "explore.scope";

  /** Takes seconds a bank. */
  static final String DEFAULT_SCOPE = "2x1x2,2x2x2:small,2x1x2:interrupts,1x40x3:long";

  static final String DIRECTORY = "safebank.directory";
  static final String STRESS = StressEvidence.BUDGET;
  static final String STRESS_AGAIN = "safebank.stress.again";

  /** The tag of the classes that are stressed whatever the options say. */
  static final String STRESS_TAG = "stress";

  /** For these classes, if the options say nothing. */
  private static final Duration STRESS_OF_TAGGED = Duration.ofSeconds(30);

  private static final String PREFIX = "safebank.";

  /**
   * What the tests of safebank itself are set up with, in builds that contain the engine as well.
   */
  private static final String OWN_TESTS = "safebank.test.";

  private static final List<String> KNOWN =
      List.of(DIRECTORY, FAIL_IF_NONE, INCOMPLETE, REPLAY, STRESS, STRESS_AGAIN);

  /** What becomes of a test that an exploration cannot decide. */
  enum Incomplete {
    ABORT,
    FAIL,
    PASS
  }

  /**
   * Reads configuration parameters, which fall back to system properties.
   *
   * @throws JUnitException if a name or a value is none of those that there are
   */
  static EngineOptions from(ConfigurationParameters parameters) {
    checkNames(parameters);
    return new EngineOptions(
        parameters.get(INCOMPLETE).map(EngineOptions::incomplete).orElse(Incomplete.ABORT),
        parameters.get(REPLAY).map(ReplayRequest::parse),
        parameters.get(FAIL_IF_NONE).map(value -> flag(FAIL_IF_NONE, value)),
        parameters.get(SCOPE).orElse(DEFAULT_SCOPE),
        directory(parameters.get(DIRECTORY).orElse("target/safebank")),
        parameters.get(STRESS).map(EngineOptions::duration),
        parameters.get(STRESS_AGAIN).map(value -> flag(STRESS_AGAIN, value)).orElse(false));
  }

  /** A misspelt name would set nothing, and nobody would notice. */
  private static void checkNames(ConfigurationParameters parameters) {
    for (String name : new TreeSet<>(parameters.keySet())) {
      if (name.startsWith(PREFIX) && !name.startsWith(OWN_TESTS) && !KNOWN.contains(name)) {
        throw new JUnitException("%s is no property of safebank. There are %s."
            .formatted(name, String.join(", ", KNOWN)));
      }
    }
  }

  private static Incomplete incomplete(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "abort" -> Incomplete.ABORT;
      case "fail" -> Incomplete.FAIL;
      case "pass" -> Incomplete.PASS;
      default -> throw wrong(INCOMPLETE, text, "give abort, fail or pass");
    };
  }

  private static boolean flag(String name, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, text, "give true or false");
    };
  }

  private static Duration duration(String text) {
    try {
      return DurationFormat.parse(text);
    } catch (IllegalArgumentException none) {
      throw wrong(STRESS, text, none.getMessage());
    }
  }

  private static Path directory(String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException none) {
      throw wrong(DIRECTORY, text, "give a folder (%s)".formatted(none.getReason()));
    }
    throw wrong(DIRECTORY, text, "give a folder");
  }

  private static JUnitException wrong(String name, String text, String what) {
    return new JUnitException("%s=%s: %s.".formatted(name, text.strip(), what));
  }

  /** How a class with these tags is to be stressed; empty if it is not. */
  Optional<StressRequest> stress(Set<TestTag> tags) {
    return stress
        .or(() -> tags.contains(TestTag.create(STRESS_TAG))
            ? Optional.of(STRESS_OF_TAGGED)
            : Optional.empty())
        .map(budget -> new StressRequest(budget, stressAgain));
  }

  /**
   * Whether it is an error that no test was found: by default, if one was asked for by a replay.
   */
  boolean failsIfNone() {
    return failIfNone.orElse(replay.isPresent());
  }
}
