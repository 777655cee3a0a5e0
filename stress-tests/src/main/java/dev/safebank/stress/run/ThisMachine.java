package dev.safebank.stress.run;

import dev.safebank.stress.evidence.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.os.topology.Topology;

/** What evidence says of the machine and the software that it was made on. */
final class ThisMachine {

  private ThisMachine() {}

  static Environment describe(Topology topology) {
    return new Environment(
        joined("os.name", "os.version", "os.arch"),
        processor().orElse("unknown"),
        Runtime.getRuntime().availableProcessors(),
        words(topology),
        joined("java.vm.vendor", "java.vm.name", "java.vm.version"),
        Map.of(
            "java", System.getProperty("java.version"),
            "jcstress", version(TestExecutor.class, "jcstress.version"),
            "safebank", version(ThisMachine.class, "safebank.version")));
  }

  private static String joined(String... properties) {
    return Stream.of(properties)
        .map(property -> System.getProperty(property, "unknown"))
        .reduce((left, right) -> left + " " + right)
        .orElseThrow();
  }

  private static Optional<String> processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notThisSystem) {
      return Optional.empty();
    }
  }

  private static String words(Topology topology) {
    if (!topology.trustworthy()) {
      return "unknown";
    }
    return "%s, %s, %s"
        .formatted(
            counted(topology.nodesPerSystem(), topology.nodeType().desc()),
            counted(topology.totalCores(), "core"),
            counted(topology.totalThreads(), "hardware thread"));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** The version in a jar's manifest, or else the one that the build passes on. */
  private static String version(Class<?> type, String property) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion())
        .orElseGet(() -> System.getProperty(property, "unknown"));
  }
}
