package dev.safebank.benchmarks.original;

import dev.safebank.benchmarks.support.ProgramEnvironment;
import dev.safebank.benchmarks.support.VariantSelection;
import dev.safebank.console.CommandExecution;
import dev.safebank.console.DurationConverter;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.evidence.cost.OriginalProgramRun;
import dev.safebank.evidence.cost.OriginalProgramSettings;
import dev.safebank.evidence.cost.ResultFile;
import dev.safebank.evidence.cost.VariantFinding;
import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.LockingVariants;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Command: runs the original program, whose threads make random transfers and validate the bank
 * after each. It ends by itself whatever a variant does, and fails if one breaks a promise that it
 * claims to keep.
 */
@Command(
    name = "original-program",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs threads that make random transfers and validate the bank after each.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every variant kept the promises that it claims",
      "1:a variant broke a promise it claims to keep, or a call failed",
      "2:the arguments are wrong"
    })
public final class OriginalProgramCommand implements Callable<Integer> {

  @Spec
  private CommandSpec command;

  @Mixin
  private final VariantSelection selection = new VariantSelection();

  @Option(
      names = "--threads",
      defaultValue = "5",
      description = "Number of threads. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--transfers",
      defaultValue = "10000",
      description = "Transfers per thread. Default: ${DEFAULT-VALUE}.")
  private int transfers;

  @Option(
      names = "--accounts",
      defaultValue = "6",
      description = "Number of accounts. Default: ${DEFAULT-VALUE}.")
  private int accounts;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the random accounts and amounts. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--no-yield",
      description = "Do not yield the processor between withdrawal and deposit.")
  private boolean noYield;

  @Option(names = "--single-threaded", description = "One thread makes all transfers.")
  private boolean singleThreaded;

  @Option(
      names = "--warm-ups",
      defaultValue = "2",
      description =
          "Number of runs with other banks before the one that counts, so that compiled code is"
              + " timed. Default: ${DEFAULT-VALUE}.")
  private int warmUps;

  @Option(names = "--verbose", description = "Print each torn total.")
  private boolean verbose;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "How long threads may run without completing a transfer. Default: 10s.")
  private Duration timeout;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      defaultValue = "benchmarks/target/original-program.json",
      description = "File for the results. Default: ${DEFAULT-VALUE}.")
  private Path json;

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new OriginalProgramCommand(), out, err, args);
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    return perform(settings(), selection.variants());
  }

  private OriginalProgramSettings settings() {
    try {
      OriginalProgramSettings settings =
          new OriginalProgramSettings(threads, transfers, accounts, seed, !noYield, warmUps);
      return singleThreaded ? settings.onOneThread() : settings;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UserError(e.getMessage() + ".", e);
    }
  }

  private int perform(OriginalProgramSettings settings, List<Class<? extends Bank>> chosen)
      throws InterruptedException, IOException {
    PrintWriter out = command.commandLine().getOut();
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    out.println(headline(settings));
    Files.deleteIfExists(json);
    List<VariantFinding> findings = new ArrayList<>();
    for (Class<? extends Bank> variant : chosen) {
      findings.add(run(variant, settings));
    }
    FindingsTable.of(findings).forEach(out::println);
    out.flush();
    ResultFile.write(
        json,
        new OriginalProgramRun(
            OriginalProgramRun.SCHEMA,
            started.toString(),
            ProgramEnvironment.probe(),
            settings,
            findings));
    return exitCode(findings);
  }

  static int exitCode(List<VariantFinding> findings) {
    return findings.stream().allMatch(finding -> finding.brokenClaims().isEmpty()) ? 0 : 1;
  }

  private static String headline(OriginalProgramSettings settings) {
    return String.format(
        Locale.ROOT,
        "%,d accounts, %,d in all; %d × %,d transfers of 1 to 100, a validation after each.%n",
        settings.accounts(),
        OpeningBalances.total(settings.accounts()),
        settings.threads(),
        settings.transfers());
  }

  private VariantFinding run(Class<? extends Bank> variant, OriginalProgramSettings settings)
      throws InterruptedException {
    Midway midway = settings.yields() ? OriginalProgramCommand::yieldProcessor : Midway.NOTHING;
    Optional<PrintWriter> log =
        verbose ? Optional.of(command.commandLine().getOut()) : Optional.empty();
    return new VariantRun(
            variant,
            () -> LockingVariants.open(variant, OpeningBalances.of(settings.accounts()), midway),
            settings,
            timeout)
        .run(log);
  }

  @SuppressWarnings("ThreadPriorityCheck") // as in the original; nothing relies on it
  private static void yieldProcessor(int from, int to, long amount) {
    Thread.yield();
  }
}
