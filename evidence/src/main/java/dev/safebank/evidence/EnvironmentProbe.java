package dev.safebank.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the machine and the software on which this process runs. */
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

  /** The processor's model, where the system is Linux and says it. */
  private static Optional<String> processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return processor(lines.toList());
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }

  /** By name where the processor has one (x86, POWER), or by the numbers that ARM gives. */
  static Optional<String> processor(List<String> lines) {
    return value(lines, "model name")
        .or(() -> value(lines, "cpu"))
        .or(() -> value(lines, "CPU implementer")
            .flatMap(maker -> value(lines, "CPU part")
                .map(part -> "implementer %s, part %s".formatted(maker, part))));
  }

  private static Optional<String> value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.contains(":"))
        .filter(line -> line.substring(0, line.indexOf(':')).strip().equals(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }
}
