package dev.safebank.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out on what machine and software this process runs. */
public final class EnvironmentProbe {

  private static final String UNKNOWN = "unknown";

  private EnvironmentProbe() {}

  /**
   * This process's environment.
   *
   * @param topology packages, cores and threads in words
   * @param versions versions by component, beside that of Java
   */
  public static Environment probe(Optional<String> topology, Map<String, String> versions) {
    return new Environment(
        joined("os.name", "os.version", "os.arch"),
        processor().orElse(UNKNOWN),
        Runtime.getRuntime().availableProcessors(),
        topology.orElse(UNKNOWN),
        joined("java.vm.vendor", "java.vm.name", "java.vm.version"),
        Stream.concat(
                Stream.of(Map.entry("java", System.getProperty("java.version"))),
                versions.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The version in the manifest of the class's jar, or else the one in a system property. */
  public static String version(Class<?> type, String property) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion())
        .orElseGet(() -> System.getProperty(property, UNKNOWN));
  }

  private static String joined(String... properties) {
    return Stream.of(properties)
        .map(property -> System.getProperty(property, UNKNOWN))
        .collect(Collectors.joining(" "));
  }

  /** The processor's model name, where the system is Linux and the processor has one. */
  private static Optional<String> processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
