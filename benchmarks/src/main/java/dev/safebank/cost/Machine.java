package dev.safebank.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine and the JVM that figures were measured on.
 *
 * @param os name, version and architecture of the operating system
 * @param cpu the processor's model name, or {@code unknown}
 * @param cpus processors available to the JVM
 * @param jvm vendor, name and version of the JVM
 */
public record Machine(String os, String cpu, int cpus, String jvm) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This machine, and the JVM that asks. */
  public static Machine here() {
    return new Machine(
        properties("os.name", "os.version", "os.arch"),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        properties("java.vm.vendor", "java.vm.name", "java.vm.version"));
  }

  private static String properties(String... names) {
    return String.join(" ", Stream.of(names).map(System::getProperty).toList());
  }

  private static String cpuModel() {
    if (!Files.isReadable(CPU_INFO)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
