package dev.safebank.evidence.shard;

import dev.safebank.evidence.Environment;

/**
 * The properties of a machine that samples depend on. Counts are added up only within one platform.
 *
 * @param architecture of the processor, e.g. {@code x86_64}
 * @param cpu the processor's model; with the host's name where it is not known, since two hosts may
 *     then differ
 * @param cpus processors available to the JVM
 * @param jvm vendor, name and version of the JVM
 * @param flags options that the environment gives to every JVM, empty as a rule
 */
public record Platform(String architecture, String cpu, int cpus, String jvm, String flags) {

  private static final String UNKNOWN = "unknown";

  public Platform {
    if (cpus < 1) {
      throw new IllegalArgumentException("cpus must be >= 1: " + cpus);
    }
  }

  /** The platform of a host whose environment evidence tells. */
  public static Platform of(Environment environment, String flags, String host) {
    String architecture = environment.os().substring(environment.os().lastIndexOf(' ') + 1);
    return new Platform(
        architecture.equals("amd64") ? "x86_64" : architecture,
        environment.cpu().equals(UNKNOWN) ? UNKNOWN + " of " + host : environment.cpu(),
        environment.cpus(),
        environment.jvm(),
        flags);
  }

  /** The platform in words. */
  public String words() {
    return "%s, %s, %d CPUs, %s%s"
        .formatted(architecture, cpu, cpus, jvm, flags.isEmpty() ? "" : ", " + flags);
  }
}
