package dev.safebank.report.verdict;

import java.time.Instant;

/**
 * An evidence file that verdicts come from.
 *
 * @param file its name
 * @param run the id of the run that wrote it
 * @param started when that run began
 * @param complete whether it came to its end
 * @param machine the operating system and the processors
 * @param jvm vendor, name and version of the JVM
 */
public record EvidenceSource(
    String file, String run, Instant started, boolean complete, String machine, String jvm) {}
