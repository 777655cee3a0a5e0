package dev.safebank.stress.run;

import dev.safebank.console.text.DurationFormat;
import dev.safebank.console.text.NumberFormats;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.ForkStatus;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.stress.run.fork.ForkReaper;
import dev.safebank.stress.run.fork.ForkedJvm;
import dev.safebank.stress.run.fork.JcstressForks;
import dev.safebank.stress.run.fork.PlainTest;
import dev.safebank.stress.run.fork.WorkDirectory;
import dev.safebank.stress.run.plan.VmConfiguration;
import dev.safebank.stress.run.progress.Stopwatch;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * A stress run of jcstress tests that are no cells: each for the time of the budget, and at least
 * once in every JVM configuration.
 */
public final class PlainStressSession {

  private static final int SHORTEST_MILLIS = 50;
  private static final int LONGEST_MILLIS = 1_000;

  /** The wall time from which on a fork is slow, and is not made longer. */
  private static final long SLOW_MILLIS = 4_000;

  /** Forks in a row that tell nothing, or of which the test is to blame, until it is given up. */
  private static final int MOST_LOST = 6;

  private static final int MOST_FAILED = 2;

  private static final Set<ForkStatus> LOST = EnumSet.of(ForkStatus.KILLED, ForkStatus.TIMED_OUT);

  private final RunOptions options;
  private final List<PlainTest> tests;
  private final int cpus;
  private final PrintStream out;
  private final Topology topology = Topology.get();
  private final ForkedJvm jvm = new ForkedJvm();

  /**
   * Prepares a run.
   *
   * @param options the budget, of each test, and the evidence
   */
  public PlainStressSession(RunOptions options, List<PlainTest> tests, int cpus, PrintStream out) {
    this.options = options;
    this.tests = List.copyOf(tests);
    this.cpus = cpus;
    this.out = out;
  }

  /** Stresses the tests one after the other, and writes the evidence. */
  public void run() throws IOException, InterruptedException {
    List<VmConfiguration> configurations = StressSession.configurations(jvm);
    Runtime.getRuntime().addShutdownHook(new Thread(ForkReaper::killAllChildren));
    try (EvidenceWriter evidence = EvidenceFiles.createOfTests(
            options,
            tests.stream().map(PlainTest::name).toList(),
            StressEnvironment.describe(topology));
        WorkDirectory work = WorkDirectory.in(options.folder());
        ForkReaper reaper = ForkReaper.enforce(StressSession.FORK_LIMIT)) {
      JcstressForks forks = new JcstressForks(topology, jvm, work.path(), reaper);
      for (PlainTest test : tests) {
        if (test.actors() > cpus) {
          evidence.append(new SkippedRecord(
              test.name(), "needs %d CPUs, this machine has %d".formatted(test.actors(), cpus)));
        } else {
          stress(test, configurations, forks, evidence);
        }
      }
      evidence.complete(Instant.now());
    }
  }

  private void stress(
      PlainTest test,
      List<VmConfiguration> configurations,
      JcstressForks forks,
      EvidenceWriter evidence)
      throws IOException {
    Stopwatch stopwatch = new Stopwatch(options.budget().time());
    ForkTally tally = new ForkTally();
    int turn = 0;
    while ((turn < configurations.size() || !stopwatch.left().isNegative()) && !tally.hopeless()) {
      VmConfiguration next = configurations.get(turn % configurations.size());
      ForkRecord record = forks.run(test, next, tally.samplingMillis(turn, stopwatch));
      evidence.append(record);
      tally.add(record);
      turn++;
    }
    out.printf(
        "stress: %s: %s from %s in %s%n",
        test.name(),
        NumberFormats.count(tally.samples, "sample"),
        NumberFormats.count(turn, "fork"),
        DurationFormat.words(stopwatch.elapsed()));
  }

  /** What the forks of a test have come to. */
  private static final class ForkTally {

    private long samples;
    private long longestMillis;
    private int lost;
    private int failed;

    void add(ForkRecord record) {
      samples += record.samples();
      longestMillis = Math.max(longestMillis, record.millis());
      lost = LOST.contains(record.status()) ? lost + 1 : 0;
      failed += record.status() == ForkStatus.COMPLETED || lost > 0 ? 0 : 1;
    }

    boolean hopeless() {
      return lost >= MOST_LOST || failed >= MOST_FAILED;
    }

    /** Short at first, to learn how slow the test is; then longer, if that pays. */
    int samplingMillis(int turn, Stopwatch stopwatch) {
      boolean slow = turn == 0 || longestMillis > SLOW_MILLIS;
      return slow
          ? SHORTEST_MILLIS
          : (int) Math.max(
              SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, stopwatch.left().toMillis() / 4));
    }
  }
}
