package dev.safebank.report.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the evidence was made.
 *
 * @param started when the run began
 * @param millis wall time, as far as is known
 * @param command the command that runs it again
 * @param options the options in force
 * @param filtered whether only some cells were selected
 * @param configurations the VM configurations and their JVM options, by name
 */
public record Run(
    Instant started,
    long millis,
    String command,
    Map<String, String> options,
    boolean filtered,
    Map<String, List<String>> configurations) {

  public Run {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    configurations = Collections.unmodifiableMap(new TreeMap<>(configurations));
  }
}
