package dev.safebank.benchmarks.support;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EnvironmentProbe;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.util.Version;

/** The environment of the programs of this module. */
public final class ProgramEnvironment {

  private ProgramEnvironment() {}

  /** This process's environment. */
  public static Environment probe() {
    return EnvironmentProbe.probe(
        Optional.empty(),
        Map.of(
            "jmh", Version.getPlainVersion(),
            "safebank", EnvironmentProbe.version(ProgramEnvironment.class, "safebank.version")));
  }
}
