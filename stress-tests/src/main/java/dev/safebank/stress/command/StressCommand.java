package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.evidence.shard.ShardManifest;
import dev.safebank.evidence.shard.ShardManifestFile;
import dev.safebank.evidence.shard.ShardReader;
import dev.safebank.stress.run.EvidenceLock;
import dev.safebank.stress.run.ParentProcess;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.StressSession;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.fork.WorkDirectory;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.shard.ShardPart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Command: stresses the cells on the class path and writes the evidence.
 *
 * <p>The exit code is 0 if the run completed, whatever it observed (the report judges), 2 for an
 * error of the user, and 1 if the run failed.
 */
@Command(
    name = "stress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Stresses every locking variant in every scenario and writes evidence.",
    footer = {"", "In a build each --stress option is a property: mvn verify -Dstress.budget=5m"})
public final class StressCommand implements Callable<Integer> {

  @Option(
      names = "--stress.budget",
      paramLabel = "TIME",
      defaultValue = Budget.AUTO,
      description =
          "How long to stress: 90s, 5m or 2h. Default: ${DEFAULT-VALUE}, which is 200s, and up to"
              + " 10m where a slow machine needs more to run every cell.")
  private String budget;

  @Mixin
  private final CellOptions chosen = new CellOptions();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/stress.ndjson",
      description = "File for the evidence. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  private final PrintStream out;
  private final int cpus;

  private StressCommand(PrintStream out, int cpus) {
    this.out = out;
    this.cpus = cpus;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    ParentProcess.endWithIt();
    System.exit(execute(
        StandardStreams.out(),
        StandardStreams.err(),
        Runtime.getRuntime().availableProcessors(),
        args));
  }

  /** Runs the command on so many CPUs; errors go to {@code err}, all else to {@code out}. */
  static int execute(PrintStream out, PrintStream err, int cpus, String... args) {
    return CommandExecution.execute(new StressCommand(out, cpus), out, err, args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunOptions options = chosen.runOptions(budget(budget), evidence);
    List<StressCell> compiled = CellDiscovery.onClassPath();
    List<StressCell> selected = options.filter().choose(compiled);
    Optional<ShardPart> part = chosen.part(selected);
    List<StressCell> cells = part.map(ShardPart::stressed).orElse(selected);
    // A shard leaves evidence of its own cells alone, whatever there was in its folder.
    List<StressCell> all = part.isPresent() ? cells : compiled;
    try (EvidenceLock locked = EvidenceLock.take(options.folder())) {
      if (part.isPresent()) {
        requireBegun(locked.folder());
      }
      WorkDirectory.deleteAbandoned(locked.folder());
      boolean finished = new StressSession(options, all, cells, cpus, out).run();
      if (finished && part.isPresent()) {
        finishShard(locked.folder());
      }
      return finished ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static void requireBegun(Path folder) {
    if (Files.notExists(folder.resolve(ShardManifestFile.NAME))) {
      throw new UserError(
          "There is no %s in %s: without it, this shard cannot be merged with others. Plan and explore it first, or run mvn verify."
              .formatted(ShardManifestFile.NAME, folder));
    }
  }

  /** Stress is the last step of a shard, so all its evidence has to be there. */
  private void finishShard(Path folder) throws IOException {
    ShardManifest shard = new ShardReader().finish(folder);
    out.printf(
        "stress: shard %s is finished on %s. Keep %s; mvn verify -Dmerge.shards=FOLDER judges all shards together.%n",
        shard.shard(), shard.host(), folder);
  }

  /** Reads the option {@code --stress.budget}. */
  static Budget budget(String text) {
    try {
      return Budget.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UserError("stress.budget: " + e.getMessage() + ".", e);
    }
  }
}
