package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.evidence.Environment;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.stress.run.AnnouncedCells;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.EvidenceLock;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.StressEnvironment;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.CompiledMatrix;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.fork.WorkDirectory;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.shard.ShardPart;
import dev.safebank.stress.shard.ShardStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jcstress.os.topology.Topology;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Command: writes the plan, which lists the cells to judge with their variants' claims and the hash
 * of their classes, as they are now: the chosen cells, and those that there is evidence of.
 * Evidence of this build or of an earlier one is compared with it. Exit codes are those of
 * {@link StressCommand}.
 */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes the list of cells to judge, with the hash of their classes.")
public final class PlanCommand implements Callable<Integer> {

  @Mixin
  private final CellOptions chosen = new CellOptions();

  @Mixin
  private final ScopeOption scope = new ScopeOption();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      defaultValue = "target/evidence/plan.ndjson",
      description = "File for the plan. Default: ${DEFAULT-VALUE}.")
  private Path plan;

  @Option(
      names = "--build",
      paramLabel = "NAME",
      defaultValue = "none",
      description = "Name of the build that the plan is of. Default: ${DEFAULT-VALUE}.")
  private String build;

  private final PrintStream out;

  private PlanCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new PlanCommand(out), out, err, args);
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() throws IOException {
    RunOptions options = chosen.runOptions(Budget.parse(Budget.AUTO), plan).keepingNone();
    List<StressCell> all = CellDiscovery.onClassPath();
    CompiledMatrix.check(all);
    List<StressCell> cells = options.filter().choose(all);
    Optional<ShardPart> part = chosen.part(cells);
    try (EvidenceLock locked = EvidenceLock.take(options.folder())) {
      WorkDirectory.deleteAbandoned(locked.folder());
      // All shards have one plan, whatever evidence there is in their folders.
      List<StressCell> judged =
          part.isPresent() ? cells : AnnouncedCells.andChosen(plan, cells, all);
      ShardStart.clear(locked.folder());
      Environment here = StressEnvironment.describe(Topology.get());
      try (EvidenceWriter writer =
          EvidenceFiles.createPlan(options, judged, all, here, build, scope.facts())) {
        writer.complete(Instant.now());
      }
      if (part.isPresent()) {
        ShardStart.write(locked.folder(), part.get().shard(), System.getenv());
        out.println("plan: " + part.get().words());
      }
    }
    return CommandLine.ExitCode.OK;
  }
}
