package dev.safebank.stress.run.fork;

import dev.safebank.evidence.Blockage;
import dev.safebank.evidence.BlockageFile;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.PlannedFork;
import dev.safebank.stress.run.plan.VmConfiguration;
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
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * Runs forks through jcstress's {@link TestExecutor}, without the probing of system and JVM with
 * which jcstress's main class starts: the JVM options are our own, and no thread is pinned.
 */
public final class JcstressForks implements ForkRunner {

  /** Sampling time that is enough to load all classes of a fork. */
  private static final int ARCHIVING_MILLIS = 10;

  private final Topology topology;
  private final ForkedJvm jvm;
  private final Path work;
  private final ForkReaper reaper;
  private final AtomicInteger forks = new AtomicInteger();
  private volatile List<String> quickStart = List.of();

  /**
   * Prepares to run forks.
   *
   * @param work a directory for the files that forks write; each is deleted after it was read, but
   *     the log of a JVM that crashed, which goes into the directory {@code crashes} beside it
   * @param reaper kills forks that overrun their time
   */
  public JcstressForks(Topology topology, ForkedJvm jvm, Path work, ForkReaper reaper) {
    this.topology = topology;
    this.jvm = jvm;
    this.work = work;
    this.reaper = reaper;
  }

  /**
   * Runs a short fork that writes an archive of the classes it loaded, with which later forks start
   * sooner. If the JVM cannot write one, forks start without.
   */
  public void archiveClasses(StressCell cell) throws IOException {
    CdsArchive archive = CdsArchive.of(System.getProperty("java.class.path"), work);
    ForkFiles files = new ForkFiles(work, forks.getAndIncrement());
    List<String> options = new ArrayList<>(jvm.options(List.of(), files));
    options.addAll(archive.recording());
    execute(config(info(cell), ARCHIVING_MILLIS, options));
    Files.deleteIfExists(files.blockages());
    quickStart = archive.using();
  }

  @Override
  public ForkRecord run(PlannedFork fork) {
    StressCell cell = fork.cell();
    return run(cell.test(), info(cell), List.of(), fork.configuration(), fork.samplingMillis());
  }

  /** Runs a fork of a test that is no cell until it ends in any way, and returns its record. */
  public ForkRecord run(PlainTest test, VmConfiguration configuration, int samplingMillis) {
    return run(test.name(), test.info(), test.options(), configuration, samplingMillis);
  }

  private ForkRecord run(
      String test,
      TestInfo info,
      List<String> ownOptions,
      VmConfiguration configuration,
      int samplingMillis) {
    ForkFiles files = new ForkFiles(work, forks.getAndIncrement());
    List<String> configurationOptions = jvm.configurationOptions(configuration);
    List<String> options = new ArrayList<>(jvm.options(configurationOptions, files));
    options.addAll(quickStart);
    options.addAll(ownOptions);
    TestConfig config = config(info, samplingMillis, options);
    try {
      long start = System.nanoTime();
      TestResult result = execute(config);
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      List<Blockage> found = BlockageFile.read(files.blockages());
      Files.deleteIfExists(files.blockages());
      return new ForkResult(result, found, reaper.overrun(files, wall), files.keepCrashLog())
          .toRecord(test, configuration, configurationOptions, wall);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestInfo info(StressCell cell) {
    return TestList.getInfo(canonicalName(cell.test()));
  }

  private TestConfig config(TestInfo info, int samplingMillis, List<String> options) {
    return new TestConfig(
        new ForkOptions(samplingMillis),
        info,
        0,
        options,
        CompileMode.UNIFIED,
        new SchedulingClass(AffinityMode.NONE, info.threads(), topology.nodeType()));
  }

  /** jcstress's name of a test, which for a nested class is not its binary name. */
  static String canonicalName(String binaryName) {
    return binaryName.replace('$', '.');
  }

  private TestResult execute(TestConfig config) throws IOException {
    BlockingQueue<TestResult> results = new LinkedBlockingQueue<>();
    new TestExecutor(new Verbosity(0), results::add, new UnpinnedScheduler(topology))
        .runAll(List.of(config));
    return results.remove();
  }
}
