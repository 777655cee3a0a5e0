package dev.safebank.stress.run;

import dev.safebank.stress.evidence.Blockage;
import dev.safebank.stress.evidence.BlockageFile;
import dev.safebank.stress.evidence.ForkRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  private final Topology topology;
  private final ForkedJvm jvm;
  private final Path work;
  private final Duration limit;
  private final AtomicInteger forks = new AtomicInteger();

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

  @Override
  public ForkRecord run(PlannedFork fork) {
    int number = forks.incrementAndGet();
    Path blockages = work.resolve("blockages-" + number + ".ndjson");
    List<String> configurationOptions = jvm.configurationOptions(fork.configuration());
    TestConfig config = new TestConfig(
        new ForkOptions(fork.samplingMillis()),
        TestList.getInfo(canonicalName(fork.cell().test())),
        number,
        jvm.options(configurationOptions, blockages),
        CompileMode.UNIFIED,
        new SchedulingClass(AffinityMode.NONE, fork.cell().actors(), topology.nodeType()));
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
