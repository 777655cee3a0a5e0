package dev.safebank.report.verdict;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine and the software that the evidence was made on.
 *
 * @param os name, version and architecture of the operating system
 * @param cpu the processor's model name, or {@code unknown}
 * @param cpus processors available to the JVM
 * @param topology packages, cores and threads in words, or {@code unknown}
 * @param jvm vendor, name and version of the JVM
 * @param versions versions by component, e.g. {@code java}, {@code jcstress}, {@code safebank}
 */
public record EnvironmentInfo(
    String os, String cpu, int cpus, String topology, String jvm, Map<String, String> versions) {

  public EnvironmentInfo {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }
}
