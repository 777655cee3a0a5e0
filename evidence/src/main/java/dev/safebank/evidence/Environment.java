package dev.safebank.evidence;

import java.util.Map;

/**
 * The machine and the software on which evidence was produced.
 *
 * @param os name, version and architecture of the operating system
 * @param cpu the processor's model name, or {@code unknown}
 * @param cpus processors available to the JVM
 * @param topology packages, cores and threads in words, or {@code unknown}
 * @param jvm vendor, name and version of the JVM
 * @param versions versions by component, e.g. {@code java}, {@code jcstress}, {@code safebank}
 */
public record Environment(
    String os, String cpu, int cpus, String topology, String jvm, Map<String, String> versions) {

  public Environment {
    if (cpus < 1) {
      throw new IllegalArgumentException("cpus must be >= 1: " + cpus);
    }
    versions = Map.copyOf(versions);
  }
}
