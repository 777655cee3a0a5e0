package dev.safebank.bench;

import dev.safebank.cost.JsonFile;
import dev.safebank.cost.Machine;
import dev.safebank.cost.VariantFilter;
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
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what each variant costs, with JMH, and keeps JMH's own result file. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures transfers and validations of the variants that conserve money.")
public final class RunBenchmarks implements Callable<Integer> {

  /** A measurement takes seconds; one that takes this long hangs. */
  private static final TimeValue HANGS = TimeValue.minutes(1);

  @Spec
  private CommandSpec command;

  @Parameters(
      paramLabel = "VARIANT",
      arity = "0..*",
      description = "Variants by name; * stands for any letters. All by default.")
  private List<String> variants = List.of();

  @Option(
      names = "--quick",
      arity = "1",
      defaultValue = "false",
      description = "Whether to make few and short measurements, to see that they run.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      defaultValue = "benchmarks/target",
      description = "Where to write jmh.json. Default: ${DEFAULT-VALUE}.")
  private Path directory;

  /** Runs the program, and exits with its exit code unless that is 0. */
  public static void main(String[] args) {
    int exitCode = new CommandLine(new RunBenchmarks()).execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() throws RunnerException, IOException {
    Machine machine = Machine.here();
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    List<Class<? extends Bank>> chosen = chosenVariants();
    List<Measurement> plan =
        quick ? Plan.quick(chosen, machine.cpus()) : Plan.full(chosen, machine.cpus());
    PrintWriter out = command.commandLine().getOut();
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    out.printf(
        Locale.ROOT,
        "%,d measurements, about %s.%n",
        plan.size(),
        time(effort.each().multipliedBy(plan.size())));
    List<RunResult> results = new ArrayList<>();
    for (Measurement measurement : plan) {
      RunResult result = run(measurement, effort);
      results.add(result);
      out.printf("%d/%d %s: %s%n", results.size(), plan.size(), measurement, figure(result));
      out.flush();
    }
    write(results, new Occasion(Occasion.SCHEMA, started.toString(), machine, quick));
    return 0;
  }

  private List<Class<? extends Bank>> chosenVariants() {
    try {
      return VariantFilter.matching(variants);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private static RunResult run(Measurement measurement, Effort effort) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include(Pattern.quote("." + measurement.benchmark()) + "$")
        .threads(measurement.threads())
        .jvmArgsAppend("-Xms1g", "-Xmx1g")
        .timeout(HANGS)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    effort.applyTo(options);
    measurement.parameters().forEach(options::param);
    return new Runner(options.build()).runSingle();
  }

  private static String figure(RunResult result) {
    Result<?> primary = result.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "%,.1f ± %,.1f %s",
        primary.getScore(),
        primary.getScoreError(),
        primary.getScoreUnit());
  }

  private void write(List<RunResult> results, Occasion occasion) throws IOException {
    Files.createDirectories(directory);
    JsonFile.write(directory.resolve("jmh-occasion.json"), occasion);
    try (PrintStream file = new PrintStream(
        Files.newOutputStream(directory.resolve("jmh.json")), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, file).writeOut(results);
    }
  }

  private static String time(Duration duration) {
    return duration.compareTo(Duration.ofMinutes(2)) < 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min";
  }
}
