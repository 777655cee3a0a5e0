package dev.safebank.evidence;

import dev.safebank.evidence.bounds.Bounds;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of one forked JVM that stressed one test.
 *
 * @param test binary name of the test class
 * @param configuration short name of the VM configuration, e.g. {@code C2}
 * @param jvmArgs the options that make the configuration
 * @param status how the fork ended
 * @param outcomes samples by outcome, as observed
 * @param millis wall time of the fork
 * @param blockages the first deadlock and the first stall seen, if any
 * @param message what went wrong, in words; empty if nothing did
 */
public record ForkRecord(
    String test,
    String configuration,
    List<String> jvmArgs,
    ForkStatus status,
    SortedMap<String, Long> outcomes,
    long millis,
    List<Blockage> blockages,
    String message)
    implements CellRecord {

  public ForkRecord {
    Bounds.counts("samples", outcomes);
    Bounds.count("millis", millis);
    jvmArgs = List.copyOf(jvmArgs);
    outcomes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    blockages = List.copyOf(blockages);
  }

  /** All samples of this fork. */
  public long samples() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
