package dev.safebank.junit.stress;

import dev.safebank.console.JavaCommand;
import dev.safebank.console.UserError;
import dev.safebank.console.text.DurationFormat;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.Header;
import dev.safebank.stress.run.StressEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * Runs a stress command in a JVM of its own. A run is not repeated that came to its end with the
 * same classes, on the same machine and JVM, and had at least as much time: so Surefire and
 * Failsafe, or two launchers, stress a class once.
 */
public final class StressRun {

  private static final String EVIDENCE = "stress.ndjson";
  private static final String LOG = "stress.log";
  private static final String BUDGET = "stress.budget";
  private static final int MOST_LINES = 12;

  /** Options of this JVM that decide what a machine it sees. */
  private static final String CPUS = "-XX:ActiveProcessorCount=";

  private final Path folder;
  private final StressRequest request;

  /** Runs in a folder, which keeps evidence and log. */
  public StressRun(Path folder, StressRequest request) {
    this.folder = folder.toAbsolutePath();
    this.request = request;
  }

  /**
   * Runs a command, if need be.
   *
   * @param command its main class, which takes {@code --stress.budget} and {@code --evidence}
   * @param arguments further ones
   * @param classes folders to put before the class path
   * @param same whether evidence with this header is of the same work
   * @throws UserError if the command failed; the message is what it said
   */
  public StressEvidence evidence(
      Class<?> command, List<String> arguments, List<Path> classes, Predicate<Header> same)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(EVIDENCE);
    Path log = folder.resolve(LOG);
    Optional<Instant> made = request.again()
        ? Optional.empty()
        : madeBefore(file, same).filter(any -> Files.exists(log));
    if (made.isEmpty()) {
      run(commandLine(command, arguments, classes, file), log);
    }
    return new StressEvidence(file, log, made);
  }

  private Optional<Instant> madeBefore(Path file, Predicate<Header> same) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<EvidenceRecord> records = new ArrayList<>();
    try {
      if (!EvidenceReader.read(file, records::add).complete()) {
        return Optional.empty();
      }
    } catch (EvidenceException damaged) {
      return Optional.empty();
    }
    Environment here = StressEnvironment.describe(Topology.get());
    return Optional.of((Header) records.get(0))
        .filter(header -> header.environment().equals(here))
        .filter(header -> budgetOf(header).compareTo(request.budget()) >= 0)
        .filter(same)
        .map(Header::started);
  }

  private static Duration budgetOf(Header header) {
    try {
      return DurationFormat.parse(header.options().getOrDefault(BUDGET, ""));
    } catch (IllegalArgumentException none) {
      return Duration.ZERO;
    }
  }

  private List<String> commandLine(
      Class<?> command, List<String> arguments, List<Path> classes, Path file) {
    List<String> options = new ArrayList<>();
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith(CPUS))
        .forEach(options::add);
    Optional.ofNullable(System.getProperty("safebank.version"))
        .ifPresent(version -> options.add("-Dsafebank.version=" + version));
    List<String> all = new ArrayList<>();
    all.add("--" + BUDGET + "=" + DurationFormat.compact(request.budget()));
    all.add("--evidence=" + file);
    all.addAll(arguments);
    return JavaCommand.of(options, classes, command.getName(), all);
  }

  private static void run(List<String> commandLine, Path log) throws IOException {
    Process process = new ProcessBuilder(commandLine)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new UserError(
            "Stress ended with code %d:%n%s%nLog: %s".formatted(code, lastLines(log), log));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserError("Stress was interrupted.", interrupted);
    } finally {
      process.destroy();
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
  }
}
