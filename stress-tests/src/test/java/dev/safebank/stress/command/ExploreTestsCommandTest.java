package dev.safebank.stress.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safebank.stress.run.ReplayCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploreTestsCommandTest {

  private static final String TEST = "dev.safebank.stress.cells.AccountLocksBank_CrossingTransfers";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void everyWitnessIsPrintedWithTheCommandThatReplaysIt() {
    assertThat(run(TEST)).isZero();

    List<String> replays = lines("    replay: ");
    assertThat(replays).hasSize(2);
    List<String> explored = output().lines().toList();
    for (String replay : replays) {
      String[] arguments = replay.substring(replay.indexOf("--replay")).split(" ");
      printed.reset();
      assertThat(run(arguments)).isZero();
      List<String> lanes = output().lines().skip(2).toList();
      assertThat(lanes).hasSizeGreaterThan(2);
      assertThat(String.join("\n", explored)).contains(String.join("\n", lanes));
    }
  }

  @Test
  void aReplayEndsInTheWitnessesOutcome() {
    run(TEST);
    String deadlock = output()
        .lines()
        .dropWhile(line -> !line.startsWith("  DEADLOCK"))
        .filter(line -> line.startsWith("    replay: "))
        .findFirst()
        .orElseThrow();
    printed.reset();

    run(deadlock.substring(deadlock.indexOf("--replay")).split(" "));

    assertThat(output().lines().limit(3).toList())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(TEST),
            second -> assertThat(second).isEqualTo("  DEADLOCK"),
            third -> assertThat(third).matches(" +transferForth +transferBack"));
  }

  @Test
  void theCommandShownIsThisOne() {
    assertThat(ReplayCommand.ARGUMENTS).startsWith(ExploreTestsCommand.class.getName() + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--replay nonsense %s; explore-tests: \"nonsense\" is no schedule of a witness",
        "--replay 0x99_1 %s; explore-tests: The schedule 0x99_1 does not fit %s",
        "--replay 0_1 %s %s; explore-tests: --replay takes one TEST, and was given 2.",
        "no.such.Test; explore-tests: There is no class no.such.Test on the class path",
        "--replay; explore-tests: Missing required parameter for option '--replay'"
      })
  void whatCannotBeDoneIsSaidInOneLine(String arguments, String message) {
    int code = run(arguments.replace("%s", TEST).split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(output().lines().toList())
        .singleElement()
        .asString()
        .startsWith(message.replace("%s", TEST));
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return ExploreTestsCommand.execute(out, out, arguments);
  }

  private List<String> lines(String start) {
    return Arrays.stream(output().split("\n"))
        .filter(line -> line.startsWith(start))
        .toList();
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
