package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.stress.run.EvidenceLock;
import dev.safebank.stress.run.ParentProcess;
import dev.safebank.stress.run.PlainStressSession;
import dev.safebank.stress.run.RunOptions;
import dev.safebank.stress.run.fork.PlainTest;
import dev.safebank.stress.run.fork.WorkDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Command: stresses any jcstress tests in forked JVMs and writes the evidence. The exit code is 0
 * if the run completed, whatever it observed, and 2 for an error of the user.
 */
@Command(
    name = "stress-tests",
    mixinStandardHelpOptions = true,
    description = "Stresses jcstress tests, and writes evidence of what each fork saw.")
public final class StressTestsCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "TEST",
      description = "Binary class names of jcstress tests.")
  private List<String> tests;

  @Option(
      names = "--stress.budget",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "How long to stress each test: 90s, 5m or 2h. Default: ${DEFAULT-VALUE}.")
  private String budget;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/stress.ndjson",
      description = "File for the evidence. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  private final PrintStream out;
  private final int cpus;

  private StressTestsCommand(PrintStream out, int cpus) {
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
    return CommandExecution.execute(new StressTestsCommand(out, cpus), out, err, args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunOptions options = new RunOptions(
        StressCommand.budget(budget),
        List.of(RunOptions.ALL),
        List.of(RunOptions.ALL),
        evidence,
        false,
        0);
    List<PlainTest> plain = tests.stream().map(PlainTest::named).toList();
    try (EvidenceLock locked = EvidenceLock.take(options.folder())) {
      WorkDirectory.deleteAbandoned(locked.folder());
      new PlainStressSession(options, plain, cpus, out).run();
    }
    return CommandLine.ExitCode.OK;
  }
}
