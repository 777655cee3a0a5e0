package dev.safebank.original;

import dev.safebank.cost.JsonFile;
import dev.safebank.cost.Machine;
import dev.safebank.cost.VariantFilter;
import dev.safebank.model.Bank;
import dev.safebank.model.Midway;
import dev.safebank.model.variants.LockingVariants;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The program that the bank comes from: threads that make random transfers and add up all balances
 * after each, on any variant. It ends by itself whatever the variant does, and fails if one broke a
 * promise that it claims to keep.
 */
@Command(
    name = "original-program",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Threads move money at random and validate the bank after each transfer.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every variant did as it claims",
      "1:a variant broke a promise it claims to keep, or a call failed",
      "2:the arguments are wrong"
    })
public final class OriginalProgram implements Callable<Integer> {

  @Spec
  private CommandSpec command;

  @Parameters(
      paramLabel = "VARIANT",
      arity = "0..*",
      description = "Variants by name; * stands for any letters. All by default.")
  private List<String> variants = List.of();

  @Option(names = "--threads", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--transfers",
      defaultValue = "10000",
      description = "Transfers of each thread. Default: ${DEFAULT-VALUE}.")
  private int transfers;

  @Option(names = "--accounts", defaultValue = "6", description = "Default: ${DEFAULT-VALUE}.")
  private int accounts;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the random accounts and amounts. Default: ${DEFAULT-VALUE}.")
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
      description = "How often to do the same to banks that do not count, so that the time is that"
          + " of compiled code. Default: ${DEFAULT-VALUE}.")
  private int warmUps;

  @Option(names = "--verbose", description = "Print each torn total as it is seen.")
  private boolean verbose;

  @Option(
      names = "--patience",
      defaultValue = "PT10S",
      description = "How long threads may run without completing anything. Default: 10 seconds.")
  private Duration patience;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      defaultValue = "benchmarks/target/original-program.json",
      description = "Where to write the result. Default: ${DEFAULT-VALUE}.")
  private Path json;

  /** Runs the program, and exits with its exit code unless that is 0. */
  public static void main(String[] args) {
    int exitCode = new CommandLine(new OriginalProgram()).execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings settings;
    List<Class<? extends Bank>> chosen;
    try {
      settings = settings();
      chosen = VariantFilter.matching(variants);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
    }
    return perform(settings, chosen);
  }

  private Settings settings() {
    Settings settings = new Settings(threads, transfers, accounts, seed, !noYield, warmUps);
    return singleThreaded ? settings.onOneThread() : settings;
  }

  private int perform(Settings settings, List<Class<? extends Bank>> chosen)
      throws InterruptedException, IOException {
    PrintWriter out = command.commandLine().getOut();
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    out.println(headline(settings));
    List<Finding> findings = new ArrayList<>();
    for (Class<? extends Bank> variant : chosen) {
      findings.add(show(variant, settings));
    }
    FindingsTable.of(findings).forEach(out::println);
    out.flush();
    JsonFile.write(
        json,
        new Performance(
            Performance.SCHEMA, started.toString(), Machine.here(), settings, findings));
    return exitCode(findings);
  }

  static int exitCode(List<Finding> findings) {
    return findings.stream().allMatch(finding -> finding.brokenClaims().isEmpty()) ? 0 : 1;
  }

  private static String headline(Settings settings) {
    return String.format(
        Locale.ROOT,
        "%,d accounts, %,d in all; %d × %,d transfers of 1 to 100, a validation after each.%n",
        settings.accounts(),
        settings.openingTotal(),
        settings.threads(),
        settings.transfers());
  }

  private Finding show(Class<? extends Bank> variant, Settings settings)
      throws InterruptedException {
    Midway midway = settings.yields() ? OriginalProgram::giveWay : Midway.NOTHING;
    Optional<PrintWriter> log =
        verbose ? Optional.of(command.commandLine().getOut()) : Optional.empty();
    return new Demonstration(
            variant,
            () -> LockingVariants.open(variant, settings.openingBalances(), midway),
            settings,
            patience)
        .run(log);
  }

  @SuppressWarnings("ThreadPriorityCheck") // as in the original; nothing relies on it
  private static void giveWay(int from, int to, long amount) {
    Thread.yield();
  }
}
