package dev.safebank.stress.run;

import dev.safebank.console.UserError;
import dev.safebank.console.text.DurationFormat;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ForkRecord;
import dev.safebank.evidence.SkippedRecord;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.fork.ForkReaper;
import dev.safebank.stress.run.fork.ForkedJvm;
import dev.safebank.stress.run.fork.JcstressForks;
import dev.safebank.stress.run.fork.WorkDirectory;
import dev.safebank.stress.run.plan.Parallelism;
import dev.safebank.stress.run.plan.Planner;
import dev.safebank.stress.run.plan.VmConfiguration;
import dev.safebank.stress.run.progress.ProgressDisplay;
import dev.safebank.stress.run.progress.RunSummary;
import dev.safebank.stress.run.progress.Stopwatch;
import dev.safebank.stress.run.progress.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openjdk.jcstress.os.topology.Topology;

/** A stress run: writes the header, runs the forks, and writes the trailer. */
public final class StressSession {

  /** The age at which a fork is killed; a fork that works takes less than half as long. */
  static final Duration FORK_LIMIT = Duration.ofSeconds(20);

  private final RunOptions options;
  private final List<StressCell> all;
  private final List<StressCell> cells;
  private final int cpus;
  private final PrintStream out;
  private final Parallelism parallelism;
  private final Topology topology = Topology.get();
  private final Environment environment = StressEnvironment.describe(topology);
  private final EarlierEvidence earlier;
  private final Stopwatch stopwatch;
  private final ForkedJvm jvm = new ForkedJvm();

  /**
   * Prepares a run, whose time starts now.
   *
   * @param all the cells of the class path
   * @param cells those that were chosen
   */
  public StressSession(
      RunOptions options, List<StressCell> all, List<StressCell> cells, int cpus, PrintStream out) {
    this.options = options;
    this.cells = List.copyOf(cells);
    this.cpus = cpus;
    this.out = out;
    this.all = List.copyOf(all);
    this.parallelism = Parallelism.on(cpus);
    this.earlier =
        EarlierEvidence.read(options.evidence(), all, cells, options.resume(), environment);
    this.stopwatch = new Stopwatch(options.budget().time().minus(spentBefore()));
  }

  /**
   * Stresses the cells until the budget is spent, or nothing is left to run.
   *
   * @return false if the process was ended before
   */
  public boolean run() throws IOException, InterruptedException {
    List<VmConfiguration> configurations = configurations(jvm);
    Planner planner = new Planner(runnable(), configurations, parallelism.forks());
    earlier.forksOf(cells).forEach(planner::recall);
    List<StressCell> together = earlier.with(cells, all);
    try (EvidenceWriter evidence = EvidenceFiles.create(options, together, earlier, environment);
        WorkDirectory work =
            WorkDirectory.in(options.evidence().toAbsolutePath().getParent())) {
      announce(planner, configurations);
      recordTooLarge(evidence);
      if (!stress(planner, evidence, work)) {
        return false;
      }
      evidence.complete(Instant.now());
    }
    RunSummary.lines(planner, stopwatch.elapsed()).forEach(this::say);
    say("Evidence: " + options.evidence());
    return true;
  }

  private boolean stress(Planner planner, EvidenceWriter evidence, WorkDirectory work)
      throws IOException, InterruptedException {
    ProgressDisplay display = ProgressDisplay.on(
        out, Terminal.interactive(System.getenv()), Terminal.columns(System.getenv()));
    ForkReaper reaper = ForkReaper.enforce(FORK_LIMIT);
    JcstressForks runner = new JcstressForks(topology, jvm, work.path(), reaper);
    ForkExecutor executor = new ForkExecutor(
        planner, runner, evidence, display, stopwatch, options.budget().overrun());
    Thread cutShort = new Thread(() -> cutShort(executor, work), "stress-cut-short");
    Runtime.getRuntime().addShutdownHook(cutShort);
    try {
      for (StressCell cell : runnable().stream().limit(1).toList()) {
        runner.archiveClasses(cell);
      }
      boolean finished = executor.run(parallelism);
      if (finished) {
        Runtime.getRuntime().removeShutdownHook(cutShort);
      }
      return finished;
    } finally {
      reaper.close();
    }
  }

  /** Ends the run early, when the process is shut down. */
  private void cutShort(ForkExecutor executor, WorkDirectory work) {
    executor.stop();
    ForkReaper.killAllChildren();
    work.close();
    say(
        "Cut short. The evidence so far is in %s, marked as incomplete; -Dstress.resume goes on from it."
            .formatted(options.evidence()));
  }

  /**
   * The configurations that this JVM accepts.
   *
   * @throws UserError if there is none
   */
  static List<VmConfiguration> configurations(ForkedJvm jvm)
      throws IOException, InterruptedException {
    List<VmConfiguration> configurations = jvm.available();
    if (configurations.isEmpty()) {
      throw new UserError(
          "The JVM in %s accepts none of the options that stress needs. Use a HotSpot JDK, 17 or newer."
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
            DurationFormat.words(options.budget().time())));
    if (runnable().isEmpty()) {
      say("No cell can be stressed on %d CPU: stress is SKIPPED, and exploration alone judges."
          .formatted(cpus));
    }
    int resumed = earlier.forksOf(cells).size();
    if (resumed > 0) {
      say("Resumed: %d forks of the run before count, and %s of its budget."
          .formatted(resumed, DurationFormat.words(spentBefore())));
    }
    if (options.resume() && earlier.records().isEmpty()) {
      say(
          "There is no run of these classes, on this machine and JVM, to resume: all cells are run.");
    }
    Duration coverage = planner.coverageEstimate();
    if (coverage.compareTo(stopwatch.left().plus(options.budget().overrun())) > 0) {
      say(("The budget is too small for all cells, which need about %s here: give at least"
              + " -Dstress.budget=%s. Scenarios that can break the most promises come first; cells"
              + " that are not run are UNTESTED.")
          .formatted(
              DurationFormat.words(coverage),
              DurationFormat.compact(coverage.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS))));
    }
  }

  /** The part of the budget that the run that is resumed has spent. */
  private Duration spentBefore() {
    long millis = earlier.forksOf(cells).stream().mapToLong(ForkRecord::millis).sum();
    return Duration.ofMillis(millis / parallelism.forks());
  }

  private List<StressCell> runnable() {
    return cells.stream().filter(cell -> cell.actors() <= cpus).toList();
  }

  private void recordTooLarge(EvidenceWriter evidence) throws IOException {
    for (StressCell cell : cells) {
      if (cell.actors() > cpus && !earlier.hasRecordOf(cell)) {
        String reason = "needs %d CPUs, this machine has %d".formatted(cell.actors(), cpus);
        evidence.append(new SkippedRecord(cell.test(), reason));
      }
    }
  }

  private void say(String line) {
    out.println("stress: " + line);
  }
}
