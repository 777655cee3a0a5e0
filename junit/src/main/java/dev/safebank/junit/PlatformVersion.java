package dev.safebank.junit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;

/** The version of the JUnit Platform that runs the engine. */
final class PlatformVersion {

  private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final int OLDEST_MAJOR = 1;
  private static final int OLDEST_MINOR = 10;

  private PlatformVersion() {}

  /** That of the platform on the class path; empty if its jar does not say. */
  static Optional<String> found() {
    return Optional.ofNullable(TestEngine.class.getPackage().getImplementationVersion());
  }

  /**
   * Refuses a platform that is too old.
   *
   * @throws JUnitException with what to do
   */
  static void check(String version) {
    Matcher parts = MAJOR_AND_MINOR.matcher(version);
    if (!parts.matches()) {
      return;
    }
    int major = Integer.parseInt(parts.group(1));
    int minor = Integer.parseInt(parts.group(2));
    if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
      throw new JUnitException(
          "safebank-junit needs JUnit 5.10 (JUnit Platform 1.10) or newer, and found JUnit Platform %s: raise the version of JUnit in your build, e.g. of junit-bom."
              .formatted(version));
    }
  }
}
