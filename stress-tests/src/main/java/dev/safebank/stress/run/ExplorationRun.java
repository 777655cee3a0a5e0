package dev.safebank.stress.run;

import dev.safebank.stress.evidence.EvidenceWriter;
import dev.safebank.stress.explore.Explorer;
import dev.safebank.stress.explore.result.Exploration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jcstress.os.topology.Topology;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command that explores the cells of the class path, every interleaving of each, and writes the
 * evidence. Exit codes are those of {@link StressRun}.
 */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs every interleaving of every locking variant in every scenario.")
public final class ExplorationRun implements Callable<Integer> {

  @Mixin
  private final CellOptions chosen = new CellOptions();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/exploration.ndjson",
      description = "Where to write what was found. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  private final PrintStream out;

  private ExplorationRun(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(System.out, args));
  }

  /** Runs the command; all that users should read goes to {@code out}. */
  static int execute(PrintStream out, String... args) {
    return CommandExecution.execute(new ExplorationRun(out), out, args);
  }

  @Override
  public Integer call() throws IOException {
    RunOptions options =
        new RunOptions(Budget.parse(Budget.AUTO), chosen.variants(), chosen.scenarios(), evidence);
    List<StressCell> cells = options.filter().choose(CellDiscovery.onClassPath());
    long start = System.nanoTime();
    long interleavings = 0;
    Explorer explorer = new Explorer();
    try (EvidenceWriter writer = EvidenceFiles.create(options, cells, Topology.get())) {
      for (StressCell cell : cells) {
        Exploration exploration = explorer.explore(cell.test());
        interleavings += exploration.interleavings();
        writer.append(ExplorationRecords.of(exploration));
      }
      writer.complete(Instant.now());
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
}
