package dev.safebank.stress.run;

import dev.safebank.stress.evidence.EvidenceWriter;
import dev.safebank.stress.evidence.SkippedRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openjdk.jcstress.os.topology.Topology;

/** One stress run from its header to its trailer. */
final class StressSession {

  /** The age at which a fork is killed; none that is well takes half as long. */
  private static final Duration FORK_LIMIT = Duration.ofSeconds(20);

  private final RunOptions options;
  private final List<StressCell> cells;
  private final int cpus;
  private final PrintStream out;
  private final Stopwatch stopwatch;
  private final Topology topology = Topology.get();
  private final ForkedJvm jvm = new ForkedJvm();

  /**
   * Starts the clock.
   *
   * @param cells those that were chosen
   * @throws UserError if this machine has too few CPUs for any cell
   */
  StressSession(RunOptions options, List<StressCell> cells, int cpus, PrintStream out) {
    if (cpus < 2) {
      throw new UserError(
          "A race needs 2 CPUs, this machine has %d. Give it more, or leave stress out: -Dstress.skip."
              .formatted(cpus));
    }
    this.options = options;
    this.cells = List.copyOf(cells);
    this.cpus = cpus;
    this.out = out;
    this.stopwatch = new Stopwatch(options.budget().time());
  }

  /**
   * Stresses the cells until the budget is spent, or nothing is left to do.
   *
   * @return false if the process was told to end before
   */
  boolean run() throws IOException, InterruptedException {
    List<VmConfiguration> configurations = configurations();
    Lanes lanes = Lanes.on(cpus);
    Planner planner = new Planner(runnable(), configurations, lanes.forks());
    try (EvidenceWriter evidence = EvidenceFiles.create(options, cells, topology);
        WorkDirectory work =
            WorkDirectory.in(options.evidence().toAbsolutePath().getParent())) {
      announce(planner, configurations);
      recordTooLarge(evidence);
      if (!stress(planner, lanes, evidence, work)) {
        return false;
      }
      evidence.complete(Instant.now());
    }
    RunSummary.lines(planner, stopwatch.elapsed()).forEach(this::say);
    say("Evidence: " + options.evidence());
    return true;
  }

  private boolean stress(Planner planner, Lanes lanes, EvidenceWriter evidence, WorkDirectory work)
      throws IOException, InterruptedException {
    ProgressDisplay display = ProgressDisplay.on(
        out, Terminal.interactive(System.getenv()), Terminal.columns(System.getenv()));
    JcstressForks runner = new JcstressForks(topology, jvm, work.path(), FORK_LIMIT);
    Campaign campaign = new Campaign(
        planner, runner, evidence, display, stopwatch, options.budget().overrun());
    Thread cutShort = new Thread(() -> cutShort(campaign, work), "stress-cut-short");
    Runtime.getRuntime().addShutdownHook(cutShort);
    AgeLimit limit = AgeLimit.enforce(FORK_LIMIT);
    try {
      for (StressCell cell : runnable().stream().limit(1).toList()) {
        runner.archiveClasses(cell);
      }
      boolean finished = campaign.run(lanes);
      if (finished) {
        Runtime.getRuntime().removeShutdownHook(cutShort);
      }
      return finished;
    } finally {
      limit.lift();
    }
  }

  /** What is left to do when the process is told to end in the middle of a run. */
  private void cutShort(Campaign campaign, WorkDirectory work) {
    campaign.stop();
    AgeLimit.killChildrenOlderThan(Duration.ZERO);
    work.close();
    say("Cut short. What was seen until now is in %s, which is marked as incomplete."
        .formatted(options.evidence()));
  }

  private List<VmConfiguration> configurations() throws IOException, InterruptedException {
    List<VmConfiguration> configurations = jvm.available();
    if (configurations.isEmpty()) {
      throw new UserError(
          "The JVM in %s takes none of the options that stress needs. Use a HotSpot JDK, 17 or newer."
              .formatted(System.getProperty("java.home")));
    }
    return configurations;
  }

  private void announce(Planner planner, List<VmConfiguration> configurations) {
    say("%d cells, %d CPUs, %d JVM configurations, %s."
        .formatted(
            planner.tally().cells(),
            cpus,
            configurations.size(),
            HumanTime.words(options.budget().time())));
    Duration coverage = planner.coverageEstimate();
    if (coverage.compareTo(stopwatch.left().plus(options.budget().overrun())) > 0) {
      say(("The budget is too small for all cells, which need about %s here: the most telling go"
              + " first, and those that have no turn stay UNTESTED.")
          .formatted(HumanTime.words(coverage)));
    }
  }

  private List<StressCell> runnable() {
    return cells.stream().filter(cell -> cell.actors() <= cpus).toList();
  }

  private void recordTooLarge(EvidenceWriter evidence) throws IOException {
    for (StressCell cell : cells) {
      if (cell.actors() > cpus) {
        String reason = "needs %d CPUs, this machine has %d".formatted(cell.actors(), cpus);
        evidence.append(new SkippedRecord(cell.test(), reason));
      }
    }
  }

  private void say(String line) {
    out.println("stress: " + line);
  }
}
