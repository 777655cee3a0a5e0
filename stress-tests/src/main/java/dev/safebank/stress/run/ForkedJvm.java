package dev.safebank.stress.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The command lines of the JVMs that are forked. */
final class ForkedJvm {

  /**
   * What every fork gets: padding of shared state as jcstress needs it, a quick start, and
   * compilers that are waited for, so that a short fork samples compiled code and not the wait for
   * it.
   */
  private static final List<String> COMMON = List.of(
      "-XX:+UnlockDiagnosticVMOptions",
      "-XX:-RestrictContended",
      "-XX:-BackgroundCompilation",
      "-XX:-UsePerfData",
      "-XX:+UseSerialGC",
      "-Xms64m",
      "-Xmx64m");

  private final Random seeds = new Random();

  /** The options that make a configuration, with a new seed where one is wanted. */
  List<String> configurationOptions(VmConfiguration configuration) {
    List<String> options = new ArrayList<>(configuration.options());
    if (configuration.seeded()) {
      options.add("-XX:StressSeed=" + seeds.nextInt(Integer.MAX_VALUE));
    }
    return List.copyOf(options);
  }

  /** All options of a fork: the common ones, its configuration's, and its blockage file. */
  List<String> options(List<String> configurationOptions, Path blockages) {
    List<String> options = new ArrayList<>(COMMON);
    options.addAll(configurationOptions);
    options.add("-Dsafebank.blockages=" + blockages.toAbsolutePath());
    return List.copyOf(options);
  }

  /** The configurations whose options this JVM accepts. */
  List<VmConfiguration> available() throws IOException, InterruptedException {
    Map<VmConfiguration, Process> probes = new EnumMap<>(VmConfiguration.class);
    for (VmConfiguration configuration : VmConfiguration.values()) {
      probes.put(configuration, probe(configuration));
    }
    List<VmConfiguration> available = new ArrayList<>();
    for (Map.Entry<VmConfiguration, Process> probe : probes.entrySet()) {
      if (probe.getValue().waitFor() == 0) {
        available.add(probe.getKey());
      }
    }
    return available;
  }

  private Process probe(VmConfiguration configuration) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(COMMON);
    command.addAll(configurationOptions(configuration));
    command.add("-version");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
