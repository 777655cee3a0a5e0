package dev.safebank.benchmarks;

import dev.safebank.benchmarks.support.ProgramEnvironment;
import dev.safebank.benchmarks.support.VariantSelection;
import dev.safebank.console.CommandExecution;
import dev.safebank.console.DurationConverter;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.text.DurationFormat;
import dev.safebank.evidence.EvidenceException;
import dev.safebank.evidence.cost.BenchmarkExtent;
import dev.safebank.evidence.cost.BenchmarkResult;
import dev.safebank.evidence.cost.BenchmarkRun;
import dev.safebank.evidence.cost.ResultFile;
import dev.safebank.model.Bank;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command: measures the cost of each variant with JMH, and writes the results. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures transfers and validations of the variants that conserve money.")
public final class BenchmarkCommand implements Callable<Integer> {

  /** A measurement takes seconds; one that takes this long has hung. */
  private static final TimeValue TIMEOUT = TimeValue.minutes(1);

  @Spec
  private CommandSpec command;

  @Mixin
  private final VariantSelection selection = new VariantSelection();

  @Option(
      names = "--quick",
      arity = "1",
      defaultValue = "false",
      description = "Whether to make few and short measurements, only to see that they run.")
  private boolean quick;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Make an indicative run, which begins no measurement after this time; it keeps"
          + " the results of a full run that are there.")
  private Duration within;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      defaultValue = "benchmarks/target",
      description = "Directory for the results. Default: ${DEFAULT-VALUE}.")
  private Path directory;

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new BenchmarkCommand(), out, err, args);
  }

  @Override
  public Integer call() throws RunnerException, IOException {
    List<Class<? extends Bank>> chosen = selection.variants();
    int cpus = Runtime.getRuntime().availableProcessors();
    if (within != null) {
      measureWithin(BenchmarkPlan.indicative(chosen, cpus));
      return 0;
    }
    MeasurementSettings settings = quick ? MeasurementSettings.QUICK : MeasurementSettings.FULL;
    List<Measurement> plan =
        quick ? BenchmarkPlan.quick(chosen, cpus) : BenchmarkPlan.full(chosen, cpus);
    Instant started = now();
    announce(plan, settings);
    List<RunResult> measured = new ArrayList<>();
    List<BenchmarkResult> results = new ArrayList<>();
    for (Measurement measurement : plan) {
      measure(measurement, settings, plan.size(), measured, results);
    }
    write(quick ? BenchmarkExtent.SMOKE : BenchmarkExtent.FULL, measured, started, results);
    return 0;
  }

  /** Measures as much as the time allows. Nothing that goes wrong in it fails a build. */
  private void measureWithin(List<Measurement> plan) throws IOException {
    if (hasFullResults()) {
      print("The results of a full run are kept: " + file());
      return;
    }
    Files.deleteIfExists(file());
    Files.deleteIfExists(directory.resolve(BenchmarkRun.JMH_FILE));
    Instant started = now();
    long begin = System.nanoTime();
    announce(plan, MeasurementSettings.INDICATIVE);
    List<RunResult> measured = new ArrayList<>();
    List<BenchmarkResult> results = new ArrayList<>();
    for (Measurement measurement : plan) {
      if (System.nanoTime() - begin >= within.toNanos()) {
        print("The time is over: %d of %d measured.".formatted(results.size(), plan.size()));
        break;
      }
      try {
        measure(measurement, MeasurementSettings.INDICATIVE, plan.size(), measured, results);
      } catch (RunnerException failure) {
        print("%s was not measured: %s".formatted(measurement, failure.getMessage()));
      }
    }
    if (!results.isEmpty()) {
      write(BenchmarkExtent.INDICATIVE, measured, started, results);
    }
  }

  private boolean hasFullResults() throws IOException {
    try {
      return ResultFile.readBenchmarks(file())
          .filter(run -> run.extent() == BenchmarkExtent.FULL)
          .isPresent();
    } catch (EvidenceException notReadable) {
      return false;
    }
  }

  private void measure(
      Measurement measurement,
      MeasurementSettings settings,
      int of,
      List<RunResult> measured,
      List<BenchmarkResult> results)
      throws RunnerException {
    measured.add(run(measurement, settings));
    results.add(measurement.result(measured.get(measured.size() - 1)));
    BenchmarkResult last = results.get(results.size() - 1);
    print("%d/%d %s: %s".formatted(results.size(), of, measurement, figure(last)));
  }

  private void announce(List<Measurement> plan, MeasurementSettings settings) {
    print(String.format(
        Locale.ROOT,
        "%,d measurements, about %s.",
        plan.size(),
        DurationFormat.words(settings.each().multipliedBy(plan.size()))));
  }

  private void print(String line) {
    PrintWriter out = command.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private Path file() {
    return directory.resolve(BenchmarkRun.FILE);
  }

  private static RunResult run(Measurement measurement, MeasurementSettings settings)
      throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include(Pattern.quote("." + measurement.benchmark()) + "$")
        .threads(measurement.threads())
        .jvmArgsAppend("-Xms1g", "-Xmx1g")
        .timeout(TIMEOUT)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    settings.applyTo(options);
    measurement.parameters().forEach(options::param);
    return new Runner(options.build()).runSingle();
  }

  private static String figure(BenchmarkResult result) {
    String error =
        result.error().map(e -> String.format(Locale.ROOT, " ± %,.1f", e)).orElse("");
    return String.format(Locale.ROOT, "%,.1f%s %s", result.score(), error, result.unit());
  }

  private void write(
      BenchmarkExtent extent,
      List<RunResult> measured,
      Instant started,
      List<BenchmarkResult> results)
      throws IOException {
    ResultFile.write(
        file(),
        new BenchmarkRun(
            BenchmarkRun.SCHEMA,
            started.toString(),
            ProgramEnvironment.probe(),
            extent,
            BenchmarkPlan.ACCOUNTS,
            BenchmarkPlan.VALIDATIONS,
            results));
    try (PrintStream file = new PrintStream(
        Files.newOutputStream(directory.resolve(BenchmarkRun.JMH_FILE)),
        false,
        StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, file).writeOut(measured);
    }
  }
}
