package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.result.Exploration;
import dev.safebank.stress.run.EarlierEvidence;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.EvidenceLock;
import dev.safebank.stress.run.ExplorationRecords;
import dev.safebank.stress.run.ParentProcess;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.StressEnvironment;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.shard.ShardPart;
import dev.safebank.stress.watch.Watchdog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jcstress.os.topology.Topology;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Command: explores the cells on the class path and writes the evidence. Exit codes are those of
 * {@link StressCommand}.
 */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Explores every interleaving of every locking variant in every scenario.")
public final class ExploreCellsCommand implements Callable<Integer> {

  @Mixin
  private final CellOptions chosen = new CellOptions();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/exploration.ndjson",
      description = "File for the evidence. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  private final PrintStream out;
  private final Explorer explorer = new Explorer(Options.DEFAULT.leavingOut(Watchdog.PACKAGE));

  private ExploreCellsCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    ParentProcess.endWithIt();
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  /** Runs the command; errors go to {@code err}, all else to {@code out}. */
  public static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new ExploreCellsCommand(out), out, err, args);
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() throws IOException {
    RunOptions options = chosen.runOptions(Budget.parse(Budget.AUTO), evidence);
    List<StressCell> compiled = CellDiscovery.onClassPath();
    List<StressCell> selected = options.filter().choose(compiled);
    Optional<ShardPart> part = chosen.part(selected);
    List<StressCell> cells = part.map(ShardPart::explored).orElse(selected);
    // A shard leaves evidence of its own cells alone, whatever there was in its folder.
    List<StressCell> all = part.isPresent() ? cells : compiled;
    long start = System.nanoTime();
    long interleavings = 0;
    try (EvidenceLock locked = EvidenceLock.take(options.folder())) {
      Environment environment = StressEnvironment.describe(Topology.get());
      EarlierEvidence earlier =
          EarlierEvidence.read(evidence, all, cells, options.resume(), environment);
      List<StressCell> together = earlier.with(cells, all);
      try (EvidenceWriter writer = EvidenceFiles.create(options, together, earlier, environment)) {
        for (StressCell cell : cells) {
          if (!earlier.hasRecordOf(cell)) {
            Exploration exploration = explore(cell.test());
            interleavings += exploration.interleavings();
            writer.append(ExplorationRecords.of(exploration));
          }
        }
        writer.complete(Instant.now());
      }
    }
    out.printf(
        Locale.ROOT,
        "explore: %d cells, %,d interleavings, %.1f s. Evidence: %s%n",
        cells.size(),
        interleavings,
        (System.nanoTime() - start) / 1e9,
        evidence);
    return CommandLine.ExitCode.OK;
  }

  /** A cell that cannot be explored does not prevent the exploration of others. */
  private Exploration explore(String test) {
    try {
      return explorer.explore(test);
    } catch (IllegalArgumentException refused) {
      return Exploration.impossible(test, refused.getMessage());
    }
  }
}
