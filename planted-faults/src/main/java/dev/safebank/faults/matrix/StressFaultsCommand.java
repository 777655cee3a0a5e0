package dev.safebank.faults.matrix;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.JavaCommand;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.evidence.fault.BankKind;
import dev.safebank.evidence.fault.KillMatrixFile;
import dev.safebank.evidence.fault.KillMatrixHeader;
import dev.safebank.faults.mutation.FaultyBankCompiler;
import dev.safebank.stress.run.StressEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jcstress.os.topology.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Command: stresses faulty banks with the stress runner and writes what it found of each beside the
 * kill matrix.
 */
@Command(
    name = "stress-faults",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Stresses banks with a planted fault and writes what it finds.")
public final class StressFaultsCommand implements Callable<Integer> {

  private static final String MATRIX = "dev.safebank.faults.bank.FaultMatrix";

  @Option(
      names = "--banks",
      paramLabel = "PATTERN",
      split = ",",
      defaultValue = "*",
      description = "Only faulty banks whose names match, e.g. GlobalLockBank_*. Default: all.")
  private List<String> banks;

  @Option(
      names = "--stress.budget",
      paramLabel = "TIME",
      defaultValue = "auto",
      description = "How long to stress all of them. Default: what a variant gets, for each.")
  private String budget;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "target",
      description = "Folder for classes and evidence. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(
      names = "--least",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Fail if a smaller share is found of the faults that the scenarios can show."
          + " Default: ${DEFAULT-VALUE}.")
  private int least;

  private final PrintStream out;

  private StressFaultsCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  /** Runs the command; errors go to {@code err}, all else to {@code out}. */
  static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new StressFaultsCommand(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<FaultTrial> faulty = KillMatrixCommand.chosen(banks).stream()
        .filter(trial -> trial.expected().kind() == BankKind.FAULTY)
        .toList();
    if (faulty.isEmpty()) {
      throw new UserError("--banks: no faulty bank matches " + String.join(",", banks) + ".");
    }
    Path classes = folder.resolve("stressed-banks");
    FaultyBankCompiler.compile(
        KillMatrixCommand.faults(faulty),
        classes,
        List.of("-processorpath", System.getProperty("java.class.path")),
        List.of(new FaultyBankCompiler.SourceUnit(MATRIX, matrix(faulty))));
    Path evidence = folder.resolve("stressed-banks-evidence").resolve("stress.ndjson");
    stress(classes, evidence, faulty.size());
    StressFindings found = StressFindings.read(evidence);
    write(faulty, found);
    return isEnough(faulty, found, classes) ? 0 : 1;
  }

  /** Tells what was not found, and whether that is too much. */
  private boolean isEnough(List<FaultTrial> faulty, StressFindings found, Path classes)
      throws IOException {
    int missed = 0;
    int outOfReach = 0;
    try (URLClassLoader loader = FaultyBankCompiler.load(classes)) {
      ScenarioReach reach = new ScenarioReach(loader, found.scenarios());
      for (FaultTrial trial : faulty) {
        if (found.of(trial).findings().isEmpty()) {
          boolean inReach = reach.includes(trial);
          out.printf(
              "not found by stress%s: %s%n",
              inReach ? "" : ", and no scenario can show it", trial.bank().name());
          missed += inReach ? 1 : 0;
          outOfReach += inReach ? 0 : 1;
        }
      }
    }
    int shown = faulty.size() - outOfReach;
    boolean enough = 100L * (shown - missed) >= (long) least * shown;
    out.printf(
        "stress-faults: %d of the %d faults found that scenarios can show, and %d that none can"
            + " not%s.%n",
        shown - missed,
        shown,
        outOfReach,
        enough ? "" : "; at least %d %% must be".formatted(least));
    return enough;
  }

  private static String matrix(List<FaultTrial> faulty) {
    return """
        package dev.safebank.faults.bank;

        @dev.safebank.stress.generate.StressMatrix(banks = {%s})
        final class FaultMatrix {}
        """.formatted(faulty.stream()
        .map(trial -> trial.bank().name() + ".class")
        .collect(Collectors.joining(", ")));
  }

  private void stress(Path classes, Path evidence, int faults)
      throws IOException, InterruptedException {
    String time = budget.equals("auto") ? 8 * faults + "s" : budget;
    int exit = new ProcessBuilder(JavaCommand.of(
            List.of(),
            List.of(classes),
            "dev.safebank.stress.command.StressCommand",
            List.of("--stress.budget=" + time, "--evidence=" + evidence)))
        .inheritIO()
        .start()
        .waitFor();
    if (exit != 0) {
      throw new UserError("The stress run failed with exit code " + exit + "; it said why above.");
    }
  }

  private void write(List<FaultTrial> faulty, StressFindings found) throws IOException {
    KillMatrixHeader header = new KillMatrixHeader(
        KillMatrixHeader.SCHEMA,
        Instant.now(),
        StressEnvironment.describe(Topology.get()),
        "all scenarios",
        faulty.size());
    Path file = folder.resolve("evidence").resolve(KillMatrixFile.STRESSED);
    try (KillMatrixFile records = KillMatrixFile.create(file, header)) {
      for (FaultTrial trial : faulty) {
        records.append(found.of(trial));
      }
    }
  }
}
