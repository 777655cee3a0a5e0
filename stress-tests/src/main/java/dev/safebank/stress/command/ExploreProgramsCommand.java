package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.evidence.EvidenceWriter;
import dev.safebank.evidence.ScopeRecord;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.stress.program.ProgramExplorer;
import dev.safebank.stress.program.ProgramJudges;
import dev.safebank.stress.program.Scope;
import dev.safebank.stress.program.ScopeProgress;
import dev.safebank.stress.run.EvidenceFiles;
import dev.safebank.stress.run.EvidenceLock;
import dev.safebank.stress.run.ParentProcess;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.StressEnvironment;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import dev.safebank.stress.run.plan.Budget;
import dev.safebank.stress.shard.ShardPart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.openjdk.jcstress.os.topology.Topology;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Command: explores all programs of some scopes on the variants on the class path, and writes the
 * evidence. Exit codes are those of {@link StressCommand}.
 */
@Command(
    name = "explore-programs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Explores every interleaving of every small program on every locking variant, and"
        + " compares every outcome with the specification.")
public final class ExploreProgramsCommand implements Callable<Integer> {

  @Mixin
  private final CellOptions chosen = new CellOptions();

  @Mixin
  private final ScopeOption scope = new ScopeOption();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/programs.ndjson",
      description = "File for the evidence. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  @Option(
      names = "--processes",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "How many JVMs explore at the same time, each some of the variants. Default:"
          + " ${DEFAULT-VALUE}.")
  private int processes;

  private final PrintStream out;

  private ExploreProgramsCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    ParentProcess.endWithIt();
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  /** Runs the command; errors go to {@code err}, all else to {@code out}. */
  public static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new ExploreProgramsCommand(out), out, err, args);
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() throws IOException, InterruptedException {
    List<Scope> scopes = scope.scopes();
    RunOptions options = chosen.runOptions(Budget.parse(Budget.AUTO), evidence);
    List<StressCell> selected = options.filter().choose(CellDiscovery.onClassPath());
    List<VariantFacts> variants = chosen
        .part(selected)
        .map(ShardPart::variants)
        .orElseGet(() -> selected.stream().map(StressCell::variant).distinct().toList());
    List<VariantFacts> own = share(variants, 0);
    ScopeProgress progress = new ScopeProgress(out, variants.size(), own.size(), scopes);
    progress.start();
    try (EvidenceLock locked = EvidenceLock.take(options.folder());
        EvidenceWriter writer = EvidenceFiles.createOfPrograms(
            options,
            variants,
            scope.facts(),
            scope.text(),
            StressEnvironment.describe(Topology.get()))) {
      List<ProgramProcess> others = new ArrayList<>();
      try {
        for (int i = 1; i < Math.min(processes, variants.size()); i++) {
          others.add(new ProgramProcess(share(variants, i), scope.text()));
        }
        explore(own, scopes, progress, writer);
        for (ProgramProcess other : others) {
          for (ScopeRecord record : other.records()) {
            progress.explored(record);
            writer.append(record);
          }
        }
      } finally {
        others.forEach(ProgramProcess::close);
      }
      writer.complete(Instant.now());
    }
    progress.end(evidence);
    return CommandLine.ExitCode.OK;
  }

  /** Every n-th variant, so that those that take long are spread over the processes. */
  private List<VariantFacts> share(List<VariantFacts> variants, int first) {
    return IntStream.range(0, variants.size())
        .filter(variant -> variant % Math.max(1, processes) == first)
        .mapToObj(variants::get)
        .toList();
  }

  private static void explore(
      List<VariantFacts> variants,
      List<Scope> scopes,
      ScopeProgress progress,
      EvidenceWriter writer)
      throws IOException {
    ProgramJudges judges = new ProgramJudges();
    for (VariantFacts variant : variants) {
      ProgramExplorer explorer = new ProgramExplorer(load(variant), judges);
      for (Scope next : scopes) {
        ScopeRecord record = explorer.explore(next, progress.of(variant.name(), next));
        progress.explored(record);
        writer.append(record);
      }
    }
  }

  private static Class<?> load(VariantFacts variant) {
    try {
      return Class.forName(
          variant.className(), false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(variant.className() + " was there before", e);
    }
  }
}
