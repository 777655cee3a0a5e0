package dev.safebank.report.verdict.fleet;

/**
 * A platform that shards of a run were made on. Samples of one platform say nothing of another.
 *
 * @param name short, and unique in a run: the architecture, with a number where there are several
 * @param architecture of the processor
 * @param cpu the processor's model
 * @param cpus processors available to the JVM
 * @param jvm vendor, name and version of the JVM
 * @param flags options that the environment gave to every JVM, empty as a rule
 * @param machines how many machines of it took part
 * @param shards how many shards ran there
 */
public record PlatformInfo(
    String name,
    String architecture,
    String cpu,
    int cpus,
    String jvm,
    String flags,
    int machines,
    int shards) {}
