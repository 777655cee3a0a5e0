package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.WitnessText;
import dev.safebank.explore.options.Options;
import dev.safebank.explore.options.Reduction;
import dev.safebank.explore.result.DataRace;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Exploration;
import dev.safebank.explore.result.ReachedOutcome;
import dev.safebank.explore.result.Replay;
import dev.safebank.explore.result.Witness;
import dev.safebank.stress.run.ReplayCommand;
import dev.safebank.stress.watch.Watchdog;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Command: explores any jcstress tests and prints their outcomes, data races and witnesses; or
 * replays one witness of a test. The exit code is 0 if all explorations are complete, or the
 * witness was replayed; 1 if an exploration is not complete; 2 for an error of the user.
 */
@Command(
    name = "explore-tests",
    mixinStandardHelpOptions = true,
    description = "Explores every interleaving of jcstress tests, and prints their outcomes, data"
        + " races and witnesses.")
public final class ExploreTestsCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "TEST",
      description = "Binary class names of jcstress tests.")
  private List<String> tests;

  @Option(
      names = "--replay",
      paramLabel = "SCHEDULE",
      description = "Run only this witness of the one TEST, with its actors on threads, where a"
          + " debugger can stop them.")
  private Optional<String> schedule;

  @Option(
      names = "--reduction",
      defaultValue = "SOURCE_DPOR",
      description =
          "The reduction of interleavings: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Reduction reduction;

  @Option(names = "--threads", description = "Run actors on threads instead of continuations.")
  private boolean threads;

  @Option(names = "--brief", description = "Do not print witnesses.")
  private boolean brief;

  private final PrintStream out;

  private ExploreTestsCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String... arguments) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), arguments));
  }

  /** Runs the command; errors go to {@code err}, all else to {@code out}. */
  static int execute(PrintStream out, PrintStream err, String... arguments) {
    return CommandExecution.execute(new ExploreTestsCommand(out), out, err, arguments);
  }

  @Override
  public Integer call() {
    Options chosen = Options.DEFAULT.with(reduction).leavingOut(Watchdog.PACKAGE);
    Explorer explorer = new Explorer(threads ? chosen.usingThreads() : chosen);
    try {
      return schedule.isPresent() ? replay(explorer, schedule.get()) : explore(explorer);
    } catch (IllegalArgumentException refused) {
      throw new UserError(refused.getMessage() + ".", refused);
    }
  }

  private int explore(Explorer explorer) {
    boolean complete = true;
    for (String test : tests) {
      Exploration exploration = explorer.explore(test);
      print(exploration);
      complete &= exploration.complete();
    }
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private int replay(Explorer explorer, String text) {
    if (tests.size() > 1) {
      throw new UserError("--replay takes one TEST, and was given " + tests.size() + ".");
    }
    Replay replay = explorer.replay(tests.get(0), text);
    out.println(replay.test());
    out.println(
        replay.end() == EndState.STOPPED
            ? "  stopped where the schedule ends"
            : "  " + replay.outcome());
    draw(replay.witness());
    return ExitCode.OK;
  }

  private void print(Exploration exploration) {
    out.println(exploration.test());
    out.printf(
        Locale.ROOT,
        "  %,d interleavings, %,d more cut short, in %.3f s%n",
        exploration.interleavings(),
        exploration.redundant(),
        exploration.nanos() / 1e9);
    exploration.incomplete().forEach(reason -> out.println("  incomplete: " + reason));
    exploration.relaxed().forEach(use -> out.println("  not sequentially consistent: " + use));
    exploration.races().forEach(race -> print(exploration.test(), race));
    exploration.outcomes().values().forEach(outcome -> print(exploration.test(), outcome));
  }

  private void print(String test, DataRace race) {
    out.println("  data race on " + WitnessText.words(race));
    if (!brief) {
      printReplay(test, race.witness());
    }
  }

  private void print(String test, ReachedOutcome outcome) {
    out.printf(
        Locale.ROOT,
        "%n  %s%s: in %,d interleavings; %d context switches%n",
        outcome.outcome(),
        outcome.serial() ? " (serial)" : "",
        outcome.interleavings(),
        outcome.witness().switches());
    if (!brief) {
      draw(outcome.witness());
      printReplay(test, outcome.witness());
    }
  }

  private void draw(Witness witness) {
    out.println(WitnessText.draw(witness).indent(4).stripTrailing());
  }

  private void printReplay(String test, Witness witness) {
    out.println("    replay: " + ReplayCommand.ARGUMENTS.formatted(witness.schedule(), test));
  }
}
