package dev.safebank.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void optionsComeBeforeTheMainClassAndArgumentsBehindIt() {
    List<String> command = JavaCommand.of(
        List.of("-Xmx64m"), List.of(Path.of("first")), "mine.Main", List.of("--all", "now"));

    assertThat(command)
        .containsExactly(
            JavaCommand.program(),
            "-Xmx64m",
            "-classpath",
            "first" + File.pathSeparator + System.getProperty("java.class.path"),
            "mine.Main",
            "--all",
            "now");
  }

  @Test
  void theProgramIsThatOfTheJdkThatRuns() {
    assertThat(Files.isExecutable(Path.of(JavaCommand.program()))
            || Files.isExecutable(Path.of(JavaCommand.program() + ".exe")))
        .isTrue();
  }
}
