package dev.safebank.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safebank.console.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceLockTest {

  @TempDir
  private Path folder;

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void refusesASecondRunAndNamesTheFirst() throws IOException {
    try (EvidenceLock first = EvidenceLock.take(folder)) {
      assertThatExceptionOfType(UserError.class)
          .isThrownBy(() -> EvidenceLock.take(folder))
          .withMessage(
              "Another run (process %d) is writing evidence to %s. Wait until it has ended,"
                      .formatted(ProcessHandle.current().pid(), folder)
                  + " or end it.");
    }
  }

  @Test
  void isFreeAgainWhenItsRunHasEnded() throws IOException {
    EvidenceLock.take(folder).close();
    EvidenceLock.take(folder).close();

    assertThat(folder.resolve(".lock")).exists();
  }

  @Test
  void refusesAFolderThatCannotBe() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> EvidenceLock.take(file.resolve("evidence")))
        .withMessageStartingWith("Cannot write evidence to " + file.resolve("evidence"));
  }
}
