package dev.safebank.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir
  private Path folder;

  @Test
  void aFileIsWrittenWithItsFolderAndNothingIsLeftBesideIt() throws IOException {
    Path file = folder.resolve("new/file.txt");
    WholeFile.write(file, bytes("first"));
    WholeFile.write(file, bytes("second"));
    assertThat(file).hasContent("second");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeWrittenStaysAsItWasAndIsNamed() throws IOException {
    Path file = folder.resolve("file.txt");
    Files.writeString(file, "first");
    Files.createSymbolicLink(folder.resolve(".file.txt.part"), Path.of("/dev/full"));
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> WholeFile.write(file, bytes("second")))
        .satisfies(e -> assertThat(reported(new UncheckedIOException(e)))
            .isEqualTo("write: cannot read or write " + file + " (No space left on device)"));
    assertThat(file).hasContent("first");
  }

  private static String reported(Exception failure) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(CommandErrors.report("write", failure, out)).isEqualTo(CommandErrors.FAILED);
    return printed.toString(StandardCharsets.UTF_8).strip();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
