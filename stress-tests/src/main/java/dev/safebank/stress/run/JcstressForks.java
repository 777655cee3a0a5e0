package dev.safebank.stress.run;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.BlockageFile;
import dev.safebank.stress.evidence.ForkRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.Verbosity;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * Runs forks through jcstress's {@link TestExecutor}, in this process, without the probing of OS
 * and JVM that its own main class begins with: the JVM options are ours, and no thread is pinned.
 */
final class JcstressForks implements ForkRunner {

  /** Enough to load what a fork loads. */
  private static final int ARCHIVING_MILLIS = 10;

  private final Topology topology;
  private final ForkedJvm jvm;
  private final Path work;
  private final Duration limit;
  private final AtomicInteger forks = new AtomicInteger();
  private volatile List<String> quickStart = List.of();

  /**
   * Prepares to run forks.
   *
   * @param work a directory for the files that forks leave; each is deleted when it was read
   * @param limit how old a fork may get; somebody else must kill those that are older
   */
  JcstressForks(Topology topology, ForkedJvm jvm, Path work, Duration limit) {
    this.topology = topology;
    this.jvm = jvm;
    this.work = work;
    this.limit = limit;
  }

  /**
   * Makes the forks to come start sooner, by one fork that samples next to nothing and leaves an
   * archive of the classes it loaded. Where that does not work, forks start as before.
   */
  void archiveClasses(StressCell cell) throws IOException {
    ClassArchive archive = ClassArchive.of(System.getProperty("java.class.path"), work);
    Path blockages = work.resolve("blockages-0.ndjson");
    List<String> options = new ArrayList<>(jvm.options(List.of(), blockages));
    options.addAll(archive.recording());
    execute(config(cell, ARCHIVING_MILLIS, options));
    Files.deleteIfExists(blockages);
    quickStart = archive.using();
  }

  @Override
  public ForkRecord run(PlannedFork fork) {
    Path blockages = work.resolve("blockages-" + forks.incrementAndGet() + ".ndjson");
    List<String> configurationOptions = jvm.configurationOptions(fork.configuration());
    List<String> options = new ArrayList<>(jvm.options(configurationOptions, blockages));
    options.addAll(quickStart);
    TestConfig config = config(fork.cell(), fork.samplingMillis(), options);
    try {
      long start = System.nanoTime();
      TestResult result = execute(config);
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      List<Blockage> found = BlockageFile.read(blockages);
      Files.deleteIfExists(blockages);
      return new ForkResult(result, found, wall.compareTo(limit) >= 0)
          .toRecord(fork, configurationOptions, wall);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestConfig config(StressCell cell, int samplingMillis, List<String> options) {
    return new TestConfig(
        new ForkOptions(samplingMillis),
        TestList.getInfo(canonicalName(cell.test())),
        0,
        options,
        CompileMode.UNIFIED,
        new SchedulingClass(AffinityMode.NONE, cell.actors(), topology.nodeType()));
  }

  /** The name by which jcstress knows a test, which for a nested class is not its binary name. */
  private static String canonicalName(String binaryName) {
    return binaryName.replace('$', '.');
  }

  private TestResult execute(TestConfig config) throws IOException {
    BlockingQueue<TestResult> results = new LinkedBlockingQueue<>();
    new TestExecutor(new Verbosity(0), results::add, new UnpinnedScheduler(topology))
        .runAll(List.of(config));
    return results.remove();
  }
}
