package dev.safebank.stress.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command that stresses the cells of the class path and writes the evidence.
 *
 * <p>Exit code 0 says that the run came to its end, whatever it saw: judging is another's part. 2
 * says that what was asked for cannot be done, 1 that the run failed.
 */
@Command(
    name = "stress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Stresses every locking variant in every scenario and writes down what it sees.",
    footer = {"", "In a build each --stress option is a property: mvn verify -Dstress.budget=5m"})
public final class StressRun implements Callable<Integer> {

  @Option(
      names = "--stress.budget",
      paramLabel = "TIME",
      defaultValue = Budget.AUTO,
      description =
          "How long to stress: 90s, 5m or 2h. Default: ${DEFAULT-VALUE}, which is 200s, and as"
              + " much as 10m where a slow machine needs it to give every cell its turn.")
  private String budget;

  @Mixin
  private final CellOptions chosen = new CellOptions();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/stress.ndjson",
      description = "Where to write what was seen. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  private final PrintStream out;
  private final int cpus;

  private StressRun(PrintStream out, int cpus) {
    this.out = out;
    this.cpus = cpus;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(System.out, Runtime.getRuntime().availableProcessors(), args));
  }

  /** Runs the command on so many CPUs; all that users should read goes to {@code out}. */
  static int execute(PrintStream out, int cpus, String... args) {
    return CommandExecution.execute(new StressRun(out, cpus), out, args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunOptions options = new RunOptions(budget(), chosen.variants(), chosen.scenarios(), evidence);
    List<StressCell> cells = options.filter().choose(CellDiscovery.onClassPath());
    boolean finished = new StressSession(options, cells, cpus, out).run();
    return finished ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Budget budget() {
    try {
      return Budget.parse(budget);
    } catch (IllegalArgumentException e) {
      throw new UserError("stress.budget: " + e.getMessage() + ".", e);
    }
  }
}
