package dev.safebank.stress.run.fork;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageKind;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.stress.run.plan.VmConfiguration;
import dev.safebank.stress.watch.Watchdog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * The result of a fork.
 *
 * @param blockages found by its watchdog, in that order
 * @param overrun why it was killed, if it overran its time
 * @param crashLog what the JVM wrote when it crashed, if it did
 */
record ForkResult(
    TestResult result,
    List<Blockage> blockages,
    Optional<Overrun> overrun,
    Optional<Path> crashLog) {

  private static final int MESSAGE_LINES = 20;
  private static final int LINE_LENGTH = 200;

  private static final Pattern EXIT_CODE = Pattern.compile("Failed with error code (\\d+)");

  /**
   * Exit codes of a process that was ended by HUP, INT, KILL or TERM, which only other processes
   * send.
   */
  private static final Set<Integer> ENDED_BY_OTHERS = Set.of(129, 130, 137, 143);

  /** Messages of a JVM that could not get memory from the machine. */
  private static final List<String> NO_MEMORY =
      List.of("insufficient memory for the Java Runtime", "Could not reserve enough space");

  ForkRecord toRecord(
      String test,
      VmConfiguration configuration,
      List<String> configurationOptions,
      Duration wall) {
    ForkStatus status = status();
    return new ForkRecord(
        test,
        configuration.shortName(),
        configurationOptions,
        status,
        outcomes(status),
        wall.toMillis(),
        shown(status),
        message(status));
  }

  private ForkStatus status() {
    if (result.status() == Status.NORMAL) {
      return ForkStatus.COMPLETED;
    }
    if (exitCode().equals(OptionalInt.of(Watchdog.HALTED)) && !blockages.isEmpty()) {
      return ForkStatus.HALTED;
    }
    if (overrun.isPresent()) {
      return overrun.get() == Overrun.HUNG ? ForkStatus.HUNG : ForkStatus.TIMED_OUT;
    }
    if (result.status() == Status.TIMEOUT_ERROR) {
      return ForkStatus.TIMED_OUT;
    }
    if (result.status() != Status.VM_ERROR) {
      return ForkStatus.FAILED;
    }
    return endedByOthers() ? ForkStatus.KILLED : ForkStatus.CRASHED;
  }

  private OptionalInt exitCode() {
    return result.getMessages().stream()
        .map(EXIT_CODE::matcher)
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .findFirst();
  }

  private boolean endedByOthers() {
    OptionalInt code = exitCode();
    return (code.isPresent() && ENDED_BY_OTHERS.contains(code.getAsInt()))
        || words().anyMatch(line -> NO_MEMORY.stream().anyMatch(line::contains));
  }

  private SortedMap<String, Long> outcomes(ForkStatus status) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    switch (status) {
      case COMPLETED ->
        result.getStateKeys().forEach(state -> outcomes.put(state, result.getCount(state)));
      case HALTED -> outcomes.put(blockages.get(blockages.size() - 1).kind().outcome(), 1L);
      case HUNG -> outcomes.put(BlockageKind.HUNG.outcome(), 1L);
      case CRASHED, KILLED, TIMED_OUT, FAILED -> {
        // Their samples are lost.
      }
    }
    return outcomes;
  }

  /** The blockages; a call that seemed to run on for long counts only if that is how it ended. */
  private List<Blockage> shown(ForkStatus status) {
    boolean hung = outcomes(status).containsKey(BlockageKind.HUNG.outcome());
    return blockages.stream()
        .filter(blockage -> hung || blockage.kind() != BlockageKind.HUNG)
        .toList();
  }

  private String message(ForkStatus status) {
    if (status == ForkStatus.COMPLETED || status == ForkStatus.HALTED) {
      return "";
    }
    Stream<String> first = Stream.concat(
        overrun.stream().map(Overrun::words),
        crashLog.stream().map(log -> "The JVM's own account: " + log));
    return Stream.concat(first, words()).limit(MESSAGE_LINES).collect(Collectors.joining("\n"));
  }

  /** The output of the fork and of jcstress, line by line. */
  private Stream<String> words() {
    return Stream.of(result.getMessages(), result.getVmErr(), result.getVmOut())
        .flatMap(List::stream)
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .map(line -> line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line);
  }
}
