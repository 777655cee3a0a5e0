package dev.safebank.stress.run;

import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EnvironmentProbe;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.os.topology.Topology;

/** The environment of a run with jcstress, which knows the processor's topology. */
public final class StressEnvironment {

  private StressEnvironment() {}

  /** Describes this machine and this JVM. */
  public static Environment describe(Topology topology) {
    return EnvironmentProbe.probe(
        words(topology),
        Map.of(
            "jcstress", EnvironmentProbe.version(TestExecutor.class, "jcstress.version"),
            "safebank", EnvironmentProbe.version(StressEnvironment.class, "safebank.version")));
  }

  private static Optional<String> words(Topology topology) {
    return topology.trustworthy()
        ? Optional.of("%s, %s, %s"
            .formatted(
                counted(topology.nodesPerSystem(), topology.nodeType().desc()),
                counted(topology.totalCores(), "core"),
                counted(topology.totalThreads(), "hardware thread")))
        : Optional.empty();
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
