package dev.safebank.faults.matrix;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.evidence.fault.BankKind;
import dev.safebank.evidence.fault.ExploredBank;
import dev.safebank.evidence.fault.FaultFinding;
import dev.safebank.evidence.fault.KillMatrixFile;
import dev.safebank.evidence.fault.KillMatrixHeader;
import dev.safebank.faults.mutation.FaultyBank;
import dev.safebank.faults.mutation.FaultyBankCompiler;
import dev.safebank.stress.program.Scope;
import dev.safebank.stress.run.StressEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jcstress.os.topology.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Command: explores every faulty and every right bank and writes the kill matrix.
 *
 * <p>The exit code is 0 if every bank shows what it must and no other raises an alarm, 1 if not.
 */
@Command(
    name = "kill-matrix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Explores banks with a planted fault, and right ones, and writes what it finds.")
public final class KillMatrixCommand implements Callable<Integer> {

  @Option(
      names = "--explore.scope",
      paramLabel = "SCOPES",
      defaultValue = Scope.DEFAULT,
      description = "The programs to explore. Default: ${DEFAULT-VALUE}.")
  private String scopes;

  @Option(
      names = "--harmless.scope",
      paramLabel = "SCOPES",
      defaultValue = Scope.DEFAULT,
      description =
          "The same for banks in which nothing is to be found. Default: ${DEFAULT-VALUE}.")
  private String harmlessScopes;

  @Option(
      names = "--banks",
      paramLabel = "PATTERN",
      split = ",",
      defaultValue = "*",
      description = "Only banks whose names match, e.g. GlobalLockBank_*. Default: all.")
  private List<String> banks;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      defaultValue = "target/evidence/" + KillMatrixFile.EXPLORED,
      description = "File for the kill matrix. Default: ${DEFAULT-VALUE}.")
  private Path evidence;

  @Option(
      names = "--classes",
      paramLabel = "FOLDER",
      defaultValue = "target/faulty-banks",
      description = "Folder for the classes of faulty banks. Default: ${DEFAULT-VALUE}.")
  private Path classes;

  private final PrintStream out;

  private KillMatrixCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  /** Runs the command; errors go to {@code err}, all else to {@code out}. */
  static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new KillMatrixCommand(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    List<Scope> explored = Scope.parse(scopes);
    List<Scope> harmless = Scope.parse(harmlessScopes);
    List<FaultTrial> trials = chosen(banks);
    FaultyBankCompiler.compile(faults(trials), classes, List.of("-proc:none"), List.of());
    List<ExploredBank> results = new ArrayList<>();
    try (URLClassLoader loader = FaultyBankCompiler.load(classes);
        KillMatrixFile file = KillMatrixFile.create(evidence, header(words(), trials.size()))) {
      BankExplorer explorer = new BankExplorer(loader, explored, harmless);
      for (FaultTrial trial : trials) {
        ExploredBank result = explorer.explore(trial);
        results.add(result);
        file.append(result);
        if (!result.asExpected()) {
          out.println(complaint(result));
        }
      }
    }
    out.println(summary(results));
    return results.stream().allMatch(ExploredBank::asExpected) ? 0 : 1;
  }

  /** The banks whose names match one of these patterns. */
  static List<FaultTrial> chosen(List<String> patterns) {
    String any = patterns.stream()
        .map(pattern -> pattern.replace("*", ".*"))
        .collect(Collectors.joining("|"));
    List<FaultTrial> trials = FaultTrial.all().stream()
        .filter(trial -> trial.bank().name().matches(any))
        .toList();
    if (trials.isEmpty()) {
      throw new UserError("--banks: no bank matches %s. docs/planted-faults.md says what there is."
          .formatted(String.join(",", patterns)));
    }
    return trials;
  }

  /** The banks that are not on the class path yet. */
  static List<FaultyBank> faults(List<FaultTrial> trials) {
    return trials.stream()
        .filter(trial -> trial.expected().kind() != BankKind.RIGHT)
        .map(FaultTrial::bank)
        .toList();
  }

  private String words() {
    String all = words(scopes);
    return scopes.equals(harmlessScopes)
        ? all
        : all + ", and banks in which nothing is to be found with " + words(harmlessScopes);
  }

  private static String words(String scopes) {
    return "all programs of "
        + Scope.parse(scopes).stream().map(Scope::words).collect(Collectors.joining(", "));
  }

  private static KillMatrixHeader header(String scope, int banks) {
    return new KillMatrixHeader(
        KillMatrixHeader.SCHEMA,
        Instant.now(),
        StressEnvironment.describe(Topology.get()),
        scope,
        banks);
  }

  /** What is not as expected, in one line. */
  static String complaint(ExploredBank bank) {
    List<String> found = bank.findings().stream().map(FaultFinding::law).toList();
    return switch (bank.kind()) {
      case FAULTY ->
        "MISSED %s: %s. It breaks %s; found: %s."
            .formatted(
                bank.name(),
                bank.fault(),
                String.join(", ", bank.breaks()),
                found.isEmpty() ? "nothing" : String.join(", ", found));
      case RACING, BEYOND_SCOPE, EQUIVALENT, RIGHT ->
        bank.killed()
            ? "UNEXPECTED %s: %s; %s ends in %s."
                .formatted(
                    bank.name(),
                    String.join(", ", found),
                    bank.findings().get(0).where(),
                    bank.findings().get(0).outcome())
            : "MISSED %s: no data race was found.".formatted(bank.name());
    };
  }

  private static String summary(List<ExploredBank> results) {
    long faulty =
        results.stream().filter(bank -> bank.kind() == BankKind.FAULTY).count();
    long found = results.stream()
        .filter(bank -> bank.kind() == BankKind.FAULTY && bank.asExpected())
        .count();
    return String.format(
        Locale.ROOT,
        "kill-matrix: %d of %d faults found, %d of %d other banks as expected, %.1f s.",
        found,
        faulty,
        results.stream().filter(ExploredBank::asExpected).count() - found,
        results.size() - faulty,
        results.stream().mapToLong(ExploredBank::millis).sum() / 1e3);
  }
}
