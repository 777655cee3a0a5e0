package dev.safebank.stress.explore;

import dev.safebank.stress.explore.engine.Options;
import dev.safebank.stress.explore.engine.Reduction;
import dev.safebank.stress.explore.result.DataRace;
import dev.safebank.stress.explore.result.Exploration;
import dev.safebank.stress.explore.result.ReachedOutcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explores jcstress tests from the command line, and prints what can happen and how. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = "Runs every interleaving of jcstress tests, and prints their outcomes, data races"
        + " and witnesses.")
public final class ExploreCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "TEST", description = "Class names of jcstress tests.")
  private List<String> tests;

  @Option(
      names = "--reduction",
      defaultValue = "SOURCE_DPOR",
      description = "Which interleavings need not be run: ${COMPLETION-CANDIDATES}.")
  private Reduction reduction;

  @Option(names = "--threads", description = "Run actors on threads, not on continuations.")
  private boolean threads;

  @Option(names = "--brief", description = "Print no witnesses.")
  private boolean brief;

  /** Explores the tests named, and exits with 0 if all explorations are complete, else with 1. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new ExploreCommand()).execute(arguments));
  }

  @Override
  public Integer call() {
    Options chosen = Options.DEFAULT.with(reduction);
    Explorer explorer = new Explorer(threads ? chosen.usingThreads() : chosen);
    boolean complete = true;
    for (String test : tests) {
      Exploration exploration = explorer.explore(test);
      print(exploration);
      complete &= exploration.complete();
    }
    return complete ? 0 : 1;
  }

  private void print(Exploration exploration) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(exploration.test());
    out.printf(
        Locale.ROOT,
        "  %,d interleavings, %,d more cut short, in %.3f s%n",
        exploration.interleavings(),
        exploration.redundant(),
        exploration.nanos() / 1e9);
    exploration.incomplete().forEach(reason -> out.println("  incomplete: " + reason));
    exploration.relaxed().forEach(use -> out.println("  not sequentially consistent: " + use));
    exploration.races().forEach(race -> print(out, race));
    exploration.outcomes().values().forEach(outcome -> print(out, outcome));
    out.flush();
  }

  private void print(PrintWriter out, DataRace race) {
    out.println("  data race on " + race);
  }

  private void print(PrintWriter out, ReachedOutcome outcome) {
    out.printf(
        Locale.ROOT,
        "%n  %s%s: in %,d interleavings; %d context switches%n",
        outcome.outcome(),
        outcome.serial() ? " (serial)" : "",
        outcome.interleavings(),
        outcome.witness().switches());
    if (!brief) {
      out.println(Lanes.draw(outcome.witness()).indent(4).stripTrailing());
    }
  }
}
