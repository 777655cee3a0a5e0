package dev.safebank.stress.command;

import dev.safebank.console.CommandExecution;
import dev.safebank.console.StandardStreams;
import dev.safebank.console.UserError;
import dev.safebank.evidence.VariantFacts;
import dev.safebank.explore.Explorer;
import dev.safebank.explore.WitnessText;
import dev.safebank.explore.result.EndState;
import dev.safebank.explore.result.Replay;
import dev.safebank.model.specification.ProgramText;
import dev.safebank.stress.program.BankProgramSource;
import dev.safebank.stress.run.cell.CellDiscovery;
import dev.safebank.stress.run.cell.StressCell;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/**
 * Command: runs one witness of a program again and draws it. The actors run on threads, where a
 * debugger can stop them. The exit code is 0 if it was replayed, 2 for an error of the user.
 */
@Command(
    name = "replay-program",
    mixinStandardHelpOptions = true,
    description = "Runs one witness of a program again, with its actors on threads.")
public final class ReplayProgramCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "SCHEDULE", description = "The witness's schedule.")
  private String schedule;

  @Parameters(
      index = "1",
      paramLabel = "VARIANT",
      description = "Name of the variant, or binary name of a bank's class.")
  private String variant;

  @Parameters(
      index = "2",
      paramLabel = "PROGRAM",
      description = "The program, e.g. 'transfer(0, 1, 60) ‖ validate() on [100, 100]'; || will do"
          + " for ‖.")
  private String program;

  private final PrintStream out;

  private ReplayProgramCommand(PrintStream out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(StandardStreams.out(), StandardStreams.err(), args));
  }

  /** Runs the command; errors go to {@code err}, all else to {@code out}. */
  static int execute(PrintStream out, PrintStream err, String... args) {
    return CommandExecution.execute(new ReplayProgramCommand(out), out, err, args);
  }

  @Override
  public Integer call() {
    try {
      Replay replay = new Explorer()
          .replay(new BankProgramSource(className(), ProgramText.parse(program)), schedule.strip());
      out.println(replay.test());
      out.println(
          replay.end() == EndState.STOPPED
              ? "  stopped where the schedule ends"
              : "  " + replay.outcome());
      out.println(WitnessText.draw(replay.witness()).indent(4).stripTrailing());
      return ExitCode.OK;
    } catch (IllegalArgumentException refused) {
      throw new UserError(refused.getMessage() + ".", refused);
    }
  }

  private String className() {
    return CellDiscovery.onClassPath().stream()
        .map(StressCell::variant)
        .filter(known -> known.name().equals(variant))
        .map(VariantFacts::className)
        .findFirst()
        .orElse(variant);
  }
}
