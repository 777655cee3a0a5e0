package dev.safebank.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandExecutionTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theExitCodeIsTheCommands() {
    assertThat(execute(() -> 3)).isEqualTo(3);
    assertThat(printed(err)).isEmpty();
  }

  @Test
  void anErrorOfTheUserIsOneLine() {
    assertThat(execute(() -> {
          throw new UserError("There is no bank\n  in Athens.");
        }))
        .isEqualTo(2);
    assertThat(printed(err)).isEqualTo("visit: There is no bank in Athens.");
  }

  @Test
  void anUnknownOptionIsOneLineThatSuggestsAKnownOne() {
    assertThat(execute(() -> 0, "--stya=5m")).isEqualTo(2);
    assertThat(printed(err))
        .isEqualTo("visit: Unknown option: '--stya=5m'. Did you mean --stay?"
            + " --help lists the options.");
  }

  @Test
  void aTimeIsReadAsPeopleWriteIt() {
    assertThat(execute(() -> 0, "--stay=5m")).isEqualTo(5);
  }

  @Test
  void aTimeThatCannotBeReadIsOneLineThatSaysWhatToWrite() {
    assertThat(execute(() -> 0, "--stay=long")).isEqualTo(2);
    assertThat(printed(err))
        .isEqualTo("visit: Invalid value for option '--stay': \"long\" is not a time: write a"
            + " number and s, m or h, e.g. 90s, 5m or 2h. --help lists the options.");
  }

  @Test
  void aFileThatIsNotThereIsOneLine() {
    assertThat(execute(() -> {
          throw new NoSuchFileException("/no/such/file");
        }))
        .isEqualTo(1);
    assertThat(printed(err))
        .isEqualTo("visit: cannot read or write /no/such/file (NoSuchFileException)");
  }

  @Test
  void anIoExceptionIsOneLine() {
    assertThat(execute(() -> {
          throw new IOException("evidence.ndjson: is damaged. Run `mvn verify` again.");
        }))
        .isEqualTo(1);
    assertThat(printed(err))
        .isEqualTo("visit: evidence.ndjson: is damaged. Run `mvn verify` again.");
  }

  @Test
  void anUnexpectedFailureIsShownWithItsStackTrace() {
    assertThat(execute(() -> {
          throw new IllegalStateException("the vault is open");
        }))
        .isEqualTo(1);
    assertThat(printed(err))
        .startsWith("visit: failed unexpectedly:")
        .contains("IllegalStateException: the vault is open", "\tat ");
  }

  @Test
  void theHelpIsPrinted() {
    assertThat(execute(() -> 0, "--help")).isZero();
    assertThat(printed(out)).startsWith("Usage: visit ");
  }

  private int execute(Callable<Integer> body, String... args) {
    return CommandExecution.execute(
        new Visit(body),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).strip();
  }

  @Command(name = "visit", mixinStandardHelpOptions = true)
  private static final class Visit implements Callable<Integer> {

    @Option(names = "--stay", converter = DurationConverter.class)
    private Duration stay = Duration.ZERO;

    private final Callable<Integer> body;

    Visit(Callable<Integer> body) {
      this.body = body;
    }

    @Override
    public Integer call() throws Exception {
      return stay.isZero() ? body.call() : Integer.valueOf((int) stay.toMinutes());
    }
  }
}
