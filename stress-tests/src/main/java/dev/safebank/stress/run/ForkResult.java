package dev.safebank.stress.run;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.ForkRecord;
import dev.safebank.stress.evidence.ForkStatus;
import dev.safebank.stress.watch.Watchdog;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * What came back from a fork.
 *
 * @param blockages what its watchdog found, in that order
 * @param overran whether it grew older than a fork may
 */
record ForkResult(TestResult result, List<Blockage> blockages, boolean overran) {

  private static final int MESSAGE_LINES = 20;

  ForkRecord toRecord(PlannedFork fork, List<String> configurationOptions, Duration wall) {
    ForkStatus status = status();
    return new ForkRecord(
        fork.cell().test(),
        fork.configuration().shortName(),
        configurationOptions,
        status,
        outcomes(status),
        wall.toMillis(),
        blockages,
        message(status));
  }

  private ForkStatus status() {
    if (result.status() == Status.NORMAL) {
      return ForkStatus.COMPLETED;
    }
    if (halted() && !blockages.isEmpty()) {
      return ForkStatus.HALTED;
    }
    if (overran || result.status() == Status.TIMEOUT_ERROR) {
      return ForkStatus.TIMED_OUT;
    }
    return result.status() == Status.VM_ERROR ? ForkStatus.CRASHED : ForkStatus.FAILED;
  }

  private boolean halted() {
    return result.getMessages().contains("Failed with error code " + Watchdog.HALTED);
  }

  private SortedMap<String, Long> outcomes(ForkStatus status) {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    if (status == ForkStatus.COMPLETED) {
      result.getStateKeys().forEach(state -> outcomes.put(state, result.getCount(state)));
    } else if (status == ForkStatus.HALTED) {
      outcomes.put(blockages.get(blockages.size() - 1).kind().name(), 1L);
    }
    return outcomes;
  }

  private String message(ForkStatus status) {
    if (status == ForkStatus.COMPLETED || status == ForkStatus.HALTED) {
      return "";
    }
    return Stream.of(result.getMessages(), result.getVmErr(), result.getVmOut())
        .flatMap(List::stream)
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .limit(MESSAGE_LINES)
        .collect(Collectors.joining("\n"));
  }
}
