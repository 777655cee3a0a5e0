package dev.safebank.stress.run.fork;

import dev.safebank.console.JavaCommand;
import dev.safebank.stress.run.plan.VmConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Builds the command lines of forked JVMs. */
public final class ForkedJvm {

  /**
   * Options of every fork: padding of shared state as jcstress needs it, a quick start, and
   * compilation in the foreground, so that a short fork samples compiled code.
   */
  private static final List<String> COMMON = List.of(
      "-XX:+UnlockDiagnosticVMOptions",
      "-XX:-RestrictContended",
      "-XX:-BackgroundCompilation",
      "-XX:-UsePerfData",
      "-XX:+UseSerialGC",
      "-Xms64m",
      "-Xmx64m");

  /** The exit code of a process that a signal has ended is this and the signal's number. */
  private static final int SIGNALLED = 128;

  /** Repeats after which a probe that is killed again and again is given up. */
  private static final int MOST_REPEATS = 10;

  private final Random seeds = new Random();

  /** The options of a configuration, with a new seed if it needs one. */
  List<String> configurationOptions(VmConfiguration configuration) {
    List<String> options = new ArrayList<>(configuration.options());
    if (configuration.seeded()) {
      options.add("-XX:StressSeed=" + seeds.nextInt(Integer.MAX_VALUE));
    }
    return List.copyOf(options);
  }

  /** All options of a fork: the common ones, its configuration's, and its files. */
  List<String> options(List<String> configurationOptions, ForkFiles files) {
    List<String> options = new ArrayList<>(COMMON);
    options.addAll(configurationOptions);
    options.addAll(files.options());
    return List.copyOf(options);
  }

  /** The configurations whose options this JVM accepts. */
  public List<VmConfiguration> available() throws IOException, InterruptedException {
    Map<VmConfiguration, Process> probes = new EnumMap<>(VmConfiguration.class);
    for (VmConfiguration configuration : VmConfiguration.values()) {
      probes.put(configuration, probe(configuration));
    }
    List<VmConfiguration> available = new ArrayList<>();
    for (Map.Entry<VmConfiguration, Process> probe : probes.entrySet()) {
      if (accepted(probe.getKey(), probe.getValue())) {
        available.add(probe.getKey());
      }
    }
    return available;
  }

  /** Whether a probe succeeds; one that was killed by a signal says nothing, and is made again. */
  private boolean accepted(VmConfiguration configuration, Process first)
      throws IOException, InterruptedException {
    int exitCode = first.waitFor();
    for (int repeats = 0; exitCode > SIGNALLED && repeats < MOST_REPEATS; repeats++) {
      exitCode = probe(configuration).waitFor();
    }
    return exitCode == 0;
  }

  private Process probe(VmConfiguration configuration) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.program());
    command.addAll(COMMON);
    command.addAll(configurationOptions(configuration));
    command.add("-version");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
