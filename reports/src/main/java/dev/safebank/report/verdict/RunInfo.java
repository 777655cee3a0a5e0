package dev.safebank.report.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The run that produced the evidence: when, how long, and with which command.
 *
 * @param started when the run began
 * @param millis wall time, as far as is known
 * @param command the command that runs it again
 * @param replay the command that runs one witness again; {@value #SCHEDULE} and {@value #TEST}
 *     stand for its schedule and its test
 * @param options the options in force
 * @param filtered whether only some cells were selected
 * @param configurations the VM configurations and their JVM options, by name
 * @param sources the evidence files
 * @param notices what a reader should know of them although it fails nothing
 * @param build the build that made the report; empty if none did
 */
public record RunInfo(
    Instant started,
    long millis,
    String command,
    String replay,
    Map<String, String> options,
    boolean filtered,
    Map<String, List<String>> configurations,
    List<EvidenceSource> sources,
    List<String> notices,
    Optional<String> build) {

  /** The placeholder of the schedule in {@link #replay}. */
  public static final String SCHEDULE = "{schedule}";

  /** The placeholder of the test class in {@link #replay}. */
  public static final String TEST = "{test}";

  public RunInfo {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    configurations = Collections.unmodifiableMap(new TreeMap<>(configurations));
    sources = List.copyOf(sources);
    notices = List.copyOf(notices);
  }

  /** The command that runs a witness of a test again. */
  public String replay(String schedule, String test) {
    return replay.replace(SCHEDULE, schedule).replace(TEST, test);
  }
}
