package dev.safebank.stress.broken;

import dev.safebank.evidence.EvidenceReader;
import dev.safebank.evidence.EvidenceRecord;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.stress.command.StressCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The stress command in a process of its own, as a build starts it. */
final class RunnerProcess implements AutoCloseable {

  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final Path evidence;
  private final Path output;
  private final Process process;

  private RunnerProcess(Path evidence, Path output, Process process) {
    this.evidence = evidence;
    this.output = output;
    this.process = process;
  }

  /**
   * Starts a run.
   *
   * @param before what comes before the command, e.g. {@code taskset -c 0}
   * @param java the JVM to run on
   */
  static RunnerProcess start(
      Path folder, List<String> before, Path java, Map<String, String> environment, String... args)
      throws IOException {
    Path evidence = folder.resolve("stress.ndjson");
    Path output = Files.createTempFile("runner", ".txt");
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(
        java.toString(),
        "-cp",
        System.getProperty("java.class.path"),
        StressCommand.class.getName(),
        "--evidence=" + evidence));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new RunnerProcess(evidence, output, builder.start());
  }

  /** Starts a run on the JVM of this test. */
  static RunnerProcess start(Path folder, String... args) throws IOException {
    return start(folder, List.of(), thisJava(), Map.of(), args);
  }

  static Path thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits until the evidence has so many forks' records, or the run has ended. */
  void awaitForks(int count) {
    await(() -> !process.isAlive() || forks().size() >= count);
  }

  /** Waits until the run has printed this, or has ended. */
  void awaitOutput(String text) {
    await(() -> !process.isAlive() || output().contains(text));
  }

  /** Sends a signal, e.g. {@code INT}. */
  void signal(String name) throws Exception {
    signal(name, process.pid());
  }

  static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  /** The exit code, when it has ended. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + output());
    }
    return process.exitValue();
  }

  /** What it has printed, errors included. */
  String output() {
    try {
      return Files.readString(output).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The forks recorded so far, in order; none while there is no evidence. */
  List<ForkRecord> forks() {
    return forksIn(evidence);
  }

  /** The first of the forks recorded so far, so many if there are. */
  List<ForkRecord> firstForks(int count) {
    return forks().stream().limit(count).toList();
  }

  static List<ForkRecord> forksIn(Path evidence) {
    List<EvidenceRecord> records = new ArrayList<>();
    try {
      if (Files.exists(evidence)) {
        EvidenceReader.read(evidence, records::add);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return records.stream()
        .filter(ForkRecord.class::isInstance)
        .map(ForkRecord.class::cast)
        .toList();
  }

  /** Whether the evidence says that the run came to its end. */
  boolean complete() throws IOException {
    return EvidenceReader.read(evidence, record -> {}).complete();
  }

  /** Kills the run and its forks, if they live, and forgets what it has printed. */
  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }

  static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > TIME_LIMIT.toNanos()) {
        throw new AssertionError("waited longer than " + TIME_LIMIT);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
